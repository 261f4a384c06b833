import { sql } from 'kysely';
import type { Id } from '../../../../kernel/index.ts';
import { type Db, fromDocument, type Tx, toDocument } from '../../../../platform/database/index.ts';
import type { OrderId, OrderLine, OrderLineId } from '../../order.ts';
import type { Refund, Refunded, RefundId, RefundState } from '../refund.ts';
import type { ReturnId } from '../return.ts';

/** What the order's refunds that were not refused have taken together. */
export async function readRefunded(db: Db, orderId: OrderId): Promise<Refunded> {
  const { rows } = await sql<Refunded>`
    select coalesce(sum(delivery_minor), 0)::bigint as "deliveryMinor",
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
        delivery_minor, goodwill_minor, tax_minor, taxes, amount_minor, payment_minor, gift_card_minor,
        store_credit_minor, requested_at)
      select ${input.id}, ${input.orderId}, coalesce(max(number), 0) + 1, ${input.returnId ?? null}::uuid, 'pending',
        ${input.reason}, ${input.actor}, ${input.means}, ${input.goodsMinor}, ${input.deliveryMinor}, ${input.goodwillMinor},
        ${input.taxMinor}, ${toDocument(input.taxes)}::jsonb, ${input.amountMinor}, ${input.paymentMinor},
        ${input.giftCardMinor}, ${input.storeCreditMinor}, ${input.requestedAt.toString()}::timestamptz
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
  tax_minor: bigint;
  taxes: unknown;
  amount_minor: bigint;
  payment_minor: bigint;
  gift_card_minor: bigint;
  store_credit_minor: bigint;
  requested_at: Temporal.Instant;
  done_at: Temporal.Instant | null;
  refusal: string | null;
  lines: { line_id: OrderLineId; quantity: number; amount_minor: string; tax_minor: string }[] | null;
};

/** The refunds of an order, oldest first; those that were refused too. */
export async function readRefunds(db: Db, orderId: OrderId): Promise<Refund[]> {
  const { rows } = await sql<RefundRow>`
    select id, number, return_id, state, reason, actor, means, goods_minor, delivery_minor, goodwill_minor, tax_minor, taxes,
      amount_minor, payment_minor, gift_card_minor, store_credit_minor, requested_at, done_at, refusal, (
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
    taxMinor: row.tax_minor,
    taxes: fromDocument<OrderLine['taxes']>(row.taxes),
    amountMinor: row.amount_minor,
    paymentMinor: row.payment_minor,
    giftCardMinor: row.gift_card_minor,
    storeCreditMinor: row.store_credit_minor,
    requestedAt: row.requested_at,
    doneAt: row.done_at ?? undefined,
    refusal: row.refusal ?? undefined,
  };
}

/** Ends a refund; whether that was news. */
export async function endRefund(
  tx: Tx,
  input: {
    readonly id: RefundId;
    readonly state: 'done' | 'refused';
    readonly refusal?: string;
    readonly now: Temporal.Instant;
  },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.refund set state = ${input.state}, refusal = ${input.refusal ?? null},
      done_at = ${input.now.toString()}::timestamptz
    where id = ${input.id} and state = 'pending'`.execute(tx);
  return numAffectedRows === 1n;
}

export type RefundCall = {
  readonly refundId: RefundId;
  readonly paymentId: Id<'payment'>;
  readonly operationId: Id<'payment_operation'>;
  readonly amountMinor: bigint;
  readonly state: RefundState;
};

export async function insertCalls(tx: Tx, calls: readonly Omit<RefundCall, 'state'>[]): Promise<void> {
  if (calls.length === 0) return;
  await sql`
    insert into orders.refund_call (refund_id, payment_id, operation_id, amount_minor)
    select * from unnest(
      ${calls.map((call) => call.refundId)}::uuid[], ${calls.map((call) => call.paymentId)}::uuid[],
      ${calls.map((call) => call.operationId)}::uuid[], ${calls.map((call) => call.amountMinor)}::bigint[])
  `.execute(tx);
}

/** Keeps how a call ended; returns whose it is, `undefined` when the operation is no refund's of ours. */
export async function answerCall(
  tx: Tx,
  input: { readonly operationId: Id<'payment_operation'>; readonly state: 'done' | 'refused' },
): Promise<RefundId | undefined> {
  const { rows } = await sql<{ refund_id: RefundId }>`
    update orders.refund_call set state = ${input.state}
    where operation_id = ${input.operationId} and state = 'pending' returning refund_id`.execute(tx);
  return rows[0]?.refund_id;
}
