import { sql } from 'kysely';
import { currencyOf } from '../../../../kernel/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import type { PaymentProvider, ProviderTransaction } from '../../provider.ts';
import { instant } from '../../store/values.ts';
import { referenceOf } from './charge.ts';

const PAGE = 1_000;

/**
 * The test provider's book: what each charge and operation moved, and the payout of every day's sum, in one piece a
 * currency, two days later at midnight.
 */
export async function* listTransactions(
  db: Db,
  span: Parameters<PaymentProvider['transactions']>[0],
): AsyncGenerator<ProviderTransaction> {
  let after = '';
  for (;;) {
    const { rows } = await sql<LineRow>`
      with line as (
        select payment_id::text || ':begin' as id, payment_id, 'capture' as kind, currency, amount_minor,
          fee_minor - coalesce((select sum(later.fee_minor) from payments.test_operation later
            where later.payment_id = charge.payment_id), 0)::bigint as fee_minor, captured_at as at
        from payments.test_charge charge where captured_at is not null
        union all
        select operation.idempotency_key, payment_id, operation.kind, currency,
          case when operation.kind in ('refund', 'dispute') then -operation.amount_minor
            else operation.amount_minor end, operation.fee_minor, operation.at
        from payments.test_operation operation join payments.test_charge using (payment_id)
        where operation.kind not in ('begin', 'void')
      ), costed as (
        select line.*, (at at time zone 'UTC')::date as day from line
      ), book as (
        select id, payment_id::text, kind, currency, amount_minor, fee_minor, at,
          'po_' || currency || '_' || day as payout from costed
        union all
        select 'po_' || currency || '_' || day, null, 'payout', currency, -sum(amount_minor - fee_minor)::bigint, 0,
          (day + 2)::timestamp at time zone 'UTC', 'po_' || currency || '_' || day
        from costed group by currency, day
      )
      select * from book where at >= ${instant(span.from)} and at < ${instant(span.until)} and id > ${after}
      order by id limit ${PAGE}`.execute(db);
    yield* rows.map(transactionOf);
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = last.id;
  }
}

type LineRow = {
  id: string;
  payment_id: string | null;
  kind: 'capture' | 'refund' | 'dispute' | 'dispute_reversal' | 'payout';
  currency: string;
  amount_minor: bigint;
  fee_minor: bigint;
  at: Temporal.Instant;
  payout: string;
};

function transactionOf(row: LineRow): ProviderTransaction {
  return {
    ...{ id: row.id, kind: row.kind, amountMinor: row.amount_minor, feeMinor: row.fee_minor, at: row.at },
    reference: row.payment_id === null ? undefined : referenceOf(row.payment_id),
    paymentId: row.payment_id ?? undefined,
    currency: currencyOf(row.currency),
    payoutReference: row.payout,
  };
}
