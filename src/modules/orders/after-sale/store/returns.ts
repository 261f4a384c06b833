import { sql } from 'kysely';
import { type Db, type Tx, toDocument } from '../../../../platform/database/index.ts';
import type { OrderId, OrderLineId } from '../../order.ts';
import type { Return, ReturnId, ReturnLabel, ReturnLine, ReturnReason, ReturnState } from '../return.ts';

export { readReturnedLines } from './returned-lines.ts';

/** Writes a return under the order's next number, which is returned. The order is locked. */
export async function insertReturn(
  tx: Tx,
  input: Omit<Return, 'number' | 'receivedAt'> & { readonly orderId: OrderId },
): Promise<number> {
  const { lines } = input;
  const { rows } = await sql<{ number: number }>`
    with made as (
      insert into orders."return" (id, order_id, number, state, is_withdrawal, is_exchange, requested_by,
        requested_at, decided_at, decision_note)
      select ${input.id}, ${input.orderId}, coalesce(max(number), 0) + 1, ${input.state}, ${input.isWithdrawal},
        ${input.isExchange}, ${input.requestedBy}, ${input.requestedAt.toString()}::timestamptz,
        ${input.decidedAt?.toString() ?? null}::timestamptz, ${input.decisionNote}
      from orders."return" where order_id = ${input.orderId}
      returning id, number
    ), announced as (
      insert into orders.return_line (return_id, line_id, quantity, reason, note)
      select made.id, given.line_id, given.quantity, given.reason, given.note from made, unnest(
        ${lines.map(({ lineId }) => lineId)}::uuid[], ${lines.map(({ quantity }) => quantity)}::int[],
        ${lines.map(({ reason }) => reason)}::text[], ${lines.map(({ note }) => note)}::text[]
      ) as given (line_id, quantity, reason, note)
    )
    select number from made`.execute(tx);
  const [made] = rows;
  if (!made) throw new Error('a return was inserted and did not come back');
  return made.number;
}

type KeptReturn = {
  id: ReturnId;
  number: number;
  state: ReturnState;
  is_withdrawal: boolean;
  is_exchange: boolean;
  requested_by: string;
  requested_at: Temporal.Instant;
  decided_at: Temporal.Instant | null;
  decision_note: string;
  received_at: Temporal.Instant | null;
  label: ReturnLabel | null;
  lines: {
    line_id: OrderLineId;
    quantity: number;
    reason: ReturnReason;
    note: string;
    sellable_quantity: number;
    damaged_quantity: number;
  }[];
};

/** The returns of an order, oldest first. */
export async function readReturns(db: Db, orderId: OrderId): Promise<Return[]> {
  const { rows } = await sql<KeptReturn>`
    select id, number, state, is_withdrawal, is_exchange, requested_by, requested_at, decided_at, decision_note,
      received_at, label, (
        select jsonb_agg(to_jsonb(line) - 'return_id' order by line.line_id)
        from orders.return_line line where line.return_id = "return".id
      ) as lines
    from orders."return" where order_id = ${orderId} order by number`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    state: row.state,
    isWithdrawal: row.is_withdrawal,
    isExchange: row.is_exchange,
    lines: row.lines.map((line) => ({
      lineId: line.line_id,
      quantity: line.quantity,
      reason: line.reason,
      note: line.note,
      sellableQuantity: line.sellable_quantity,
      damagedQuantity: line.damaged_quantity,
    })),
    requestedBy: row.requested_by,
    requestedAt: row.requested_at,
    decidedAt: row.decided_at ?? undefined,
    decisionNote: row.decision_note,
    receivedAt: row.received_at ?? undefined,
    ...(row.label === null ? {} : { label: row.label }),
  }));
}

/** A row of a list of returns. */
export type ReturnRow = Pick<
  Return,
  'id' | 'number' | 'state' | 'isWithdrawal' | 'isExchange' | 'requestedAt' | 'receivedAt'
> & {
  readonly orderId: OrderId;
  readonly orderNumber: string;
  readonly email: string;
  /** Pieces that are announced. */
  readonly quantity: number;
};

/** Returns of all orders, the latest first, from after `before` on: those that wait for a decision, say. */
export async function listReturns(
  db: Db,
  input: { readonly state?: ReturnState; readonly before?: ReturnId; readonly limit: number },
): Promise<ReturnRow[]> {
  const { rows } = await sql<ReturnRow & { readonly receivedAt: Temporal.Instant | null }>`
    select r.id, r.number, r.state, r.is_withdrawal as "isWithdrawal", r.is_exchange as "isExchange",
      r.requested_at as "requestedAt", r.received_at as "receivedAt", r.order_id as "orderId",
      o.number as "orderNumber", o.email, (
        select sum(line.quantity)::int from orders.return_line line where line.return_id = r.id
      ) as quantity
    from orders."return" r join orders."order" o on o.id = r.order_id
    where ${input.state === undefined ? sql`true` : sql`r.state = ${input.state}`}
      and ${input.before === undefined ? sql`true` : sql`r.id < ${input.before}`}
    order by r.id desc limit ${input.limit}`.execute(db);
  return rows.map((row) => ({ ...row, receivedAt: row.receivedAt ?? undefined }));
}

export async function decide(
  tx: Tx,
  input: {
    readonly id: ReturnId;
    readonly state: 'approved' | 'rejected';
    readonly note: string;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  await sql`
    update orders."return" set state = ${input.state}, decision_note = ${input.note},
      decided_at = ${input.now.toString()}::timestamptz
    where id = ${input.id}`.execute(tx);
}

export async function writeLabel(tx: Tx, id: ReturnId, label: ReturnLabel): Promise<void> {
  await sql`update orders."return" set label = ${toDocument(label)}::jsonb where id = ${id}`.execute(tx);
}

/** Writes what came and how it was found. */
export async function receive(
  tx: Tx,
  input: {
    readonly id: ReturnId;
    readonly lines: readonly Pick<ReturnLine, 'lineId' | 'sellableQuantity' | 'damagedQuantity'>[];
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  const { lines } = input;
  await sql`
    with inspected as (
      update orders.return_line set sellable_quantity = given.sellable, damaged_quantity = given.damaged
      from unnest(
        ${lines.map(({ lineId }) => lineId)}::uuid[], ${lines.map((line) => line.sellableQuantity)}::int[],
        ${lines.map((line) => line.damagedQuantity)}::int[]
      ) as given (line_id, sellable, damaged)
      where return_line.return_id = ${input.id} and return_line.line_id = given.line_id
    )
    update orders."return" set state = 'received', received_at = ${input.now.toString()}::timestamptz
    where id = ${input.id}`.execute(tx);
}
