import { sql } from 'kysely';
import { currencyOf } from '../../../../kernel/index.ts';
import type { Db, Tx } from '../../../../platform/database/index.ts';
import type { PaymentId } from '../../payment.ts';
import type { ProviderName, Snapshot, SnapshotState } from '../../provider.ts';

/** A payment that people confirm, with what they have seen of it. */
export type ByHandRow = {
  payment_id: PaymentId;
  provider: ProviderName;
  currency: string;
  amount_minor: bigint;
  remittance: string;
  is_closed: boolean;
  received_minor: bigint;
  refunded_minor: bigint;
  fee_minor: bigint;
};

export async function readByHand(db: Db, paymentId: string): Promise<ByHandRow | undefined> {
  const { rows } = await sql<ByHandRow>`
    select by_hand.payment_id, provider, currency, by_hand.amount_minor, remittance, is_closed,
      coalesce(sum(receipt.amount_minor) filter (where kind = 'receipt'), 0)::bigint as received_minor,
      coalesce(sum(receipt.amount_minor) filter (where kind = 'refund'), 0)::bigint as refunded_minor,
      coalesce(sum(receipt.fee_minor), 0)::bigint as fee_minor
    from payments.by_hand left join payments.receipt using (payment_id)
    where payment_id = ${paymentId} group by by_hand.payment_id`.execute(db);
  return rows[0];
}

/** The same, and nobody else adds to it until the transaction ends. */
export async function lockByHand(tx: Tx, paymentId: string): Promise<ByHandRow | undefined> {
  await sql`select from payments.by_hand where payment_id = ${paymentId} for update`.execute(tx);
  return readByHand(tx, paymentId);
}

export function snapshotOf(row: ByHandRow): Snapshot {
  const isCash = row.provider === 'cash_on_delivery';
  const isGood = isCash || row.received_minor > 0n;
  return {
    reference: `${row.provider}_${row.payment_id}`,
    state: stateOf(row),
    currency: currencyOf(row.currency),
    // Goods for cash go out on the order's word; of a transfer nothing is sure before it is there.
    authorizedMinor: isCash ? row.amount_minor : row.received_minor,
    capturedMinor: row.received_minor,
    refundedMinor: row.refunded_minor,
    disputedMinor: 0n,
    feeMinor: row.fee_minor,
    decline: undefined,
    means: isGood
      ? { kind: isCash ? 'cash' : 'bank', brand: row.provider, last4: undefined, expiry: undefined }
      : undefined,
    disputes: [],
  };
}

function stateOf(row: ByHandRow): SnapshotState {
  if (row.received_minor >= row.amount_minor) return 'captured';
  if (row.received_minor > 0n) return 'partly_captured';
  if (row.is_closed) return 'voided';
  return row.provider === 'cash_on_delivery' ? 'authorized' : 'requires_action';
}
