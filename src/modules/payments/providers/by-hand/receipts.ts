import { sql } from 'kysely';
import { type CurrencyCode, ok, type Refusal, type Result, refuse } from '../../../../kernel/index.ts';
import type { Db, Tx } from '../../../../platform/database/index.ts';
import type { PaymentChange, PaymentId } from '../../payment.ts';
import { recordSnapshot } from '../../record.ts';
import { instant } from '../../store/values.ts';
import { lockByHand, snapshotOf } from './book.ts';
import { findCreditorReferences } from './creditor-reference.ts';

export type ReceiptRefusal = Refusal<'unknown_payment' | 'other_currency' | 'noted_before'>;

/**
 * Notes that money for a payment by hand has come: a line of a bank statement, or the carrier's cash. All of it, a part
 * of it or more than was due; the same line again is refused as noted. What it changes is for the order, as with any
 * provider's snapshot.
 */
export async function noteReceipt(
  tx: Tx,
  input: {
    /** The bank's id of the line, or the carrier's. */
    readonly lineId: string;
    readonly paymentId: PaymentId;
    readonly amountMinor: bigint;
    readonly currency: CurrencyCode;
    /** What the carrier or the bank kept of it. */
    readonly feeMinor?: bigint;
    readonly now: Temporal.Instant;
  },
): Promise<Result<PaymentChange, ReceiptRefusal>> {
  const { lineId, paymentId, amountMinor, currency, feeMinor = 0n, now } = input;
  if (amountMinor <= 0n || feeMinor < 0n) throw new RangeError('money that came is more than zero');
  const row = await lockByHand(tx, paymentId);
  if (row === undefined) return refuse('unknown_payment', 'no payment by hand has this id', 'paymentId');
  if (row.currency !== currency)
    return refuse('other_currency', `the payment is in ${row.currency}`, 'currency');
  const { rows } = await sql`
    insert into payments.receipt (id, payment_id, kind, amount_minor, fee_minor, at)
    values (${lineId}, ${paymentId}, 'receipt', ${amountMinor}, ${feeMinor}, ${instant(now)})
    on conflict do nothing returning id`.execute(tx);
  if (rows.length === 0) return refuse('noted_before', `line ${lineId} was noted before`, 'lineId');
  const snapshot = snapshotOf({
    ...row,
    received_minor: row.received_minor + amountMinor,
    fee_minor: row.fee_minor + feeMinor,
  });
  return ok(await recordSnapshot(tx, { paymentId, snapshot, now }));
}

/** The payment by hand that a statement line names by its reference: the order's last, if there are several. */
export async function findByRemittance(db: Db, text: string): Promise<PaymentId | undefined> {
  const { rows } = await sql<{ payment_id: PaymentId }>`
    select payment_id from payments.by_hand
    where remittance = any(${findCreditorReferences(text)}::text[]) order by payment_id desc limit 1`.execute(
    db,
  );
  return rows[0]?.payment_id;
}

export type RefundToSend = {
  readonly id: string;
  readonly paymentId: PaymentId;
  readonly amountMinor: bigint;
  readonly currency: CurrencyCode;
  readonly at: Temporal.Instant;
};

/** Refunds that are decided and that nobody has sent yet, oldest first. */
export async function readRefundsToSend(db: Db, limit = 100): Promise<RefundToSend[]> {
  const { rows } = await sql<RefundToSend>`
    select receipt.id, payment_id as "paymentId", receipt.amount_minor as "amountMinor", by_hand.currency, at
    from payments.receipt join payments.by_hand using (payment_id)
    where kind = 'refund' and sent_at is null order by at limit ${limit}`.execute(db);
  return rows;
}

/** Notes that somebody has sent a refund; says whether it was waiting. */
export async function noteRefundSent(
  tx: Tx,
  { id, now }: { readonly id: string; readonly now: Temporal.Instant },
): Promise<boolean> {
  const { rows } = await sql`
    update payments.receipt set sent_at = ${instant(now)}
    where id = ${id} and kind = 'refund' and sent_at is null returning id`.execute(tx);
  return rows.length > 0;
}
