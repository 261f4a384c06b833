import { sql } from 'kysely';
import { type Db, fromDocument, type Tx, toDocument } from '../../../../platform/database/index.ts';
import type { OrderId, OrderLine, OrderLineId } from '../../order.ts';
import type { Refund, Refunded, RefundId, RefundState } from '../refund.ts';
import type { ReturnId } from '../return.ts';

/** What the order's refunds that were not refused have taken together. */
export async function readRefunded(db: Db, orderId: OrderId): Promise<Refunded> {
  const { rows } = await sql<Refunded>`
    select coalesce(sum(delivery_minor), 0)::bigint as "deliveryMinor",
      coalesce(sum(overpaid_minor), 0)::bigint as "overpaidMinor",
      coalesce(sum(reduced_minor), 0)::bigint as "reducedMinor",
      coalesce(sum(payment_minor), 0)::bigint as "paymentMinor",
      coalesce(sum(gift_card_minor), 0)::bigint as "giftCardMinor",
      coalesce(sum(store_credit_minor), 0)::bigint as "storeCreditMinor",
      coalesce(sum(amount_minor), 0)::bigint as "amountMinor"
    from orders.refund where order_id = ${orderId} and state <> 'refused'`.execute(db);
  const [refunded] = rows;
  if (!refunded) throw new Error('a sum without groups is one row');
  return refunded;
}

/** Writes a refund under the order's next number, which is returned. The order is locked. */
export async function insertRefund(
  tx: Tx,
  input: Omit<Refund, 'number' | 'state' | 'doneAt' | 'refusal'> & { readonly orderId: OrderId },
): Promise<number> {
  const { lines } = input;
  const { rows } = await sql<{ number: number }>`
    with made as (
      insert into orders.refund (id, order_id, number, return_id, state, reason, actor, means, goods_minor,
        delivery_minor, goodwill_minor, overpaid_minor, deduction_minor, deduction_reason, tax_minor, taxes,
        amount_minor, reduced_minor, exchanged_minor, payment_minor, gift_card_minor, store_credit_minor,
        requested_at)
      select ${input.id}, ${input.orderId}, coalesce(max(number), 0) + 1, ${input.returnId ?? null}::uuid, 'pending',
        ${input.reason}, ${input.actor}, ${input.means}, ${input.goodsMinor}, ${input.deliveryMinor}, ${input.goodwillMinor},
        ${input.overpaidMinor}, ${input.deductionMinor}, ${input.deductionReason}, ${input.taxMinor},
        ${toDocument(input.taxes)}::jsonb, ${input.amountMinor}, ${input.reducedMinor}, ${input.exchangedMinor},
        ${input.paymentMinor}, ${input.giftCardMinor}, ${input.storeCreditMinor},
        ${input.requestedAt.toString()}::timestamptz
      from orders.refund where order_id = ${input.orderId}
      returning id, number
    ), given_back as (
      insert into orders.refund_line (refund_id, line_id, quantity, amount_minor, tax_minor)
      select made.id, given.line_id, given.quantity, given.amount, given.tax from made, unnest(
        ${lines.map(({ lineId }) => lineId)}::uuid[], ${lines.map(({ quantity }) => quantity)}::int[],
        ${lines.map(({ amountMinor }) => amountMinor)}::bigint[], ${lines.map(({ taxMinor }) => taxMinor)}::bigint[]
      ) as given (line_id, quantity, amount, tax)
    )
    select number from made`.execute(tx);
  const [made] = rows;
  if (!made) throw new Error('a refund was inserted and did not come back');
  return made.number;
}

type RefundRow = {
  id: RefundId;
  number: number;
  return_id: ReturnId | null;
  state: RefundState;
  reason: string;
  actor: string;
  means: Refund['means'];
  goods_minor: bigint;
  delivery_minor: bigint;
  goodwill_minor: bigint;
  overpaid_minor: bigint;
  deduction_minor: bigint;
  deduction_reason: string;
  tax_minor: bigint;
  taxes: unknown;
  amount_minor: bigint;
  reduced_minor: bigint;
  exchanged_minor: bigint;
  instead_minor: bigint;
  payment_minor: bigint;
  gift_card_minor: bigint;
  store_credit_minor: bigint;
  requested_at: Temporal.Instant;
  done_at: Temporal.Instant | null;
  refusal: string | null;
  lines: { line_id: OrderLineId; quantity: number; amount_minor: string; tax_minor: string }[] | null;
};

/** The refunds of an order, oldest first; those that were refused too. */
export async function selectRefunds(db: Db, orderId: OrderId): Promise<Refund[]> {
  const { rows } = await sql<RefundRow>`
    select id, number, return_id, state, reason, actor, means, goods_minor, delivery_minor, goodwill_minor,
      overpaid_minor, deduction_minor, deduction_reason, tax_minor, taxes, amount_minor, reduced_minor,
      exchanged_minor, instead_minor, payment_minor, gift_card_minor, store_credit_minor, requested_at, done_at, refusal, (
        select jsonb_agg(jsonb_build_object('line_id', line.line_id, 'quantity', line.quantity,
          'amount_minor', line.amount_minor::text, 'tax_minor', line.tax_minor::text) order by line.line_id)
        from orders.refund_line line where line.refund_id = refund.id
      ) as lines
    from orders.refund where order_id = ${orderId} order by number`.execute(db);
  return rows.map(refundOf);
}

function refundOf(row: RefundRow): Refund {
  return {
    id: row.id,
    number: row.number,
    returnId: row.return_id ?? undefined,
    state: row.state,
    reason: row.reason,
    actor: row.actor,
    means: row.means,
    lines: (row.lines ?? []).map((line) => ({
      lineId: line.line_id,
      quantity: line.quantity,
      amountMinor: BigInt(line.amount_minor),
      taxMinor: BigInt(line.tax_minor),
    })),
    goodsMinor: row.goods_minor,
    deliveryMinor: row.delivery_minor,
    goodwillMinor: row.goodwill_minor,
    overpaidMinor: row.overpaid_minor,
    deductionMinor: row.deduction_minor,
    deductionReason: row.deduction_reason,
    taxMinor: row.tax_minor,
    taxes: fromDocument<OrderLine['taxes']>(row.taxes),
    amountMinor: row.amount_minor,
    reducedMinor: row.reduced_minor,
    exchangedMinor: row.exchanged_minor,
    insteadMinor: row.instead_minor,
    paymentMinor: row.payment_minor,
    giftCardMinor: row.gift_card_minor,
    storeCreditMinor: row.store_credit_minor,
    requestedAt: row.requested_at,
    doneAt: row.done_at ?? undefined,
    refusal: row.refusal ?? undefined,
  };
}

/** Ends a refund, or says that it went back in part; whether that was news. */
export async function endRefund(
  tx: Tx,
  input: {
    readonly id: RefundId;
    readonly state: Exclude<RefundState, 'pending'>;
    readonly refusal?: string;
    readonly now: Temporal.Instant;
  },
): Promise<boolean> {
  const { id, state, refusal, now } = input;
  const { numAffectedRows } = await sql`
    update orders.refund set state = ${state}, refusal = coalesce(${refusal ?? null}, refusal),
      done_at = case when ${state === 'incomplete'} then null else ${now.toString()}::timestamptz end
    where id = ${id} and state in ('pending', 'incomplete') and state <> ${state}`.execute(tx);
  return numAffectedRows === 1n;
}

/** What was refused is asked for again. */
export async function reopenRefund(tx: Tx, id: RefundId): Promise<void> {
  await sql`update orders.refund set state = 'pending' where id = ${id}`.execute(tx);
}

/** What was refused is granted as store credit in its place. */
export async function writeInstead(tx: Tx, id: RefundId, insteadMinor: bigint): Promise<void> {
  await sql`
    update orders.refund set payment_minor = payment_minor - ${insteadMinor}, instead_minor = ${insteadMinor}
    where id = ${id}`.execute(tx);
}
