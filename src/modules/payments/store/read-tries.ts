import { sql } from 'kysely';
import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import type { PaymentId } from '../payment.ts';
import type { DeclineKind, PaymentMode, ProviderName } from '../provider.ts';

/**
 * An attempt to pay and what has come of it so far. `captured` and `authorized`: the shopper could pay. `declined` and
 * `failed`: the bank, or the provider, did not let them. `abandoned`: they went away. `open`: nobody knows yet.
 */
export type PaymentTry = {
  /** Where it stands in the order in which they are read: anew with each change. */
  readonly xid: bigint;
  readonly id: bigint;
  readonly paymentId: PaymentId;
  readonly orderId: string;
  readonly happenedAt: Temporal.Instant;
  readonly provider: ProviderName;
  readonly mode: PaymentMode;
  readonly currency: CurrencyCode;
  readonly amountMinor: bigint;
  readonly result: 'captured' | 'authorized' | 'declined' | 'failed' | 'abandoned' | 'open';
  readonly reason: DeclineKind | undefined;
};

const PAGE_LIMIT = 10_000;

/**
 * Attempts after a position, each as it is now, at most `limit` of them; one that changed is read again. Only those of
 * database transactions that are older than every one that still runs: what commits late is read later.
 */
export async function readPaymentTries(
  db: Db,
  { after, limit }: { readonly after?: Pick<PaymentTry, 'xid' | 'id'>; readonly limit: number },
): Promise<PaymentTry[]> {
  if (limit < 1 || limit > PAGE_LIMIT) throw new RangeError(`a page has 1 to ${PAGE_LIMIT} attempts`);
  const { xid, id } = after ?? { xid: 0n, id: 0n };
  const { rows } = await sql<Omit<PaymentTry, 'reason'> & { readonly reason: DeclineKind | null }>`
    select payment.xid, payment.turn as id, payment.id as "paymentId", order_id as "orderId",
      created_at as "happenedAt", payment.provider, method.mode, currency, amount_minor as "amountMinor",
      case when captured_minor > 0 then 'captured' when authorized_minor > 0 then 'authorized'
        when state = 'failed' and decline_kind = 'provider_error' then 'failed'
        when state = 'voided' or (state = 'failed' and decline_kind = 'abandoned') then 'abandoned'
        when state = 'failed' then 'declined' else 'open' end as result,
      case when state = 'failed' then decline_kind end as reason
    from payments.payment join payments.method on method.id = payment.method_id
    where (payment.xid, payment.turn) > (${xid}::xid8, ${id}::bigint)
      and payment.xid < pg_snapshot_xmin(pg_current_snapshot())
    order by payment.xid, payment.turn limit ${limit}`.execute(db);
  return rows.map((row) => ({ ...row, reason: row.reason ?? undefined }));
}
