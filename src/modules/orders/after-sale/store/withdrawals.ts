import { sql } from 'kysely';
import type { Id } from '../../../../kernel/index.ts';
import type { Db, Tx } from '../../../../platform/database/index.ts';
import type { OrderId } from '../../order.ts';
import type { Withdrawal, WithdrawalId } from '../withdrawal.ts';

export async function insertWithdrawal(tx: Tx, given: Withdrawal): Promise<void> {
  await sql`
    insert into orders.withdrawal (id, order_id, return_id, order_number, name, email, statement, is_late, submitted_at)
    values (${given.id}, ${given.orderId ?? null}::uuid, ${given.returnId ?? null}::uuid, ${given.orderNumber},
      ${given.name}, ${given.email}, ${given.statement}, ${given.isLate},
      ${given.submittedAt.toString()}::timestamptz)`.execute(tx);
}

const COLUMNS = sql`
  id, order_id as "orderId", return_id as "returnId", order_number as "orderNumber", name, email, statement,
  is_late as "isLate", submitted_at as "submittedAt", handled_at as "handledAt", handled_by as "handledBy",
  handled_note as "handledNote"`;

type Row = Omit<Withdrawal, 'orderId' | 'returnId' | 'handledAt'> & {
  readonly handledAt: Temporal.Instant | null;
  readonly orderId: OrderId | null;
  readonly returnId: Withdrawal['returnId'] | null;
};

export async function readWithdrawal(db: Db, id: WithdrawalId): Promise<Withdrawal | undefined> {
  const { rows } = await sql<Row>`select ${COLUMNS} from orders.withdrawal where id = ${id}`.execute(db);
  return rows.map(withdrawalOf)[0];
}

/** The statements that concern an order, oldest first. */
export async function readWithdrawals(db: Db, orderId: OrderId): Promise<Withdrawal[]> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from orders.withdrawal where order_id = ${orderId} order by submitted_at`.execute(db);
  return rows.map(withdrawalOf);
}

const ERASED = sql`name = '', email = '', statement = ''`;

/** Unmatched statements from before a day, without who sent them; how many. */
export async function eraseOlderWithdrawals(
  tx: Tx,
  { before, now }: { readonly before: Temporal.Instant; readonly now: Temporal.Instant },
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update orders.withdrawal set ${ERASED}, erased_at = ${now.toString()}::timestamptz
    where order_id is null and erased_at is null and submitted_at < ${before.toString()}::timestamptz`.execute(
    tx,
  );
  return Number(numAffectedRows);
}

/** The same of those whose address placed this customer's orders. */
export async function eraseWithdrawalsOf(
  tx: Tx,
  { customerId, now }: { readonly customerId: Id<'customer'>; readonly now: Temporal.Instant },
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update orders.withdrawal set ${ERASED}, erased_at = ${now.toString()}::timestamptz
    where order_id is null and erased_at is null and lower(email) in (
      select lower(email) from orders."order" where customer_id = ${customerId})`.execute(tx);
  return Number(numAffectedRows);
}

/** The order with this number that was placed with this e-mail address. */
export async function findOrderOf(
  db: Db,
  { number, email }: { readonly number: string; readonly email: string },
): Promise<OrderId | undefined> {
  const { rows } = await sql<{ id: OrderId }>`
    select id from orders."order" where number = ${number} and lower(email) = lower(${email})`.execute(db);
  return rows[0]?.id;
}

/** The statements of everybody, the latest first, from after `before` on; `isWaiting`: those that nobody handled yet. */
export async function listWithdrawals(
  db: Db,
  input: { readonly isWaiting?: boolean; readonly before?: WithdrawalId; readonly limit: number },
): Promise<Withdrawal[]> {
  const { isWaiting = false, before, limit } = input;
  const { rows } = await sql<Row>`
    select ${COLUMNS} from orders.withdrawal
    where ${isWaiting ? sql`handled_at is null` : sql`true`}
      and ${before === undefined ? sql`true` : sql`id < ${before}`}
    order by id desc limit ${limit}`.execute(db);
  return rows.map(withdrawalOf);
}

/** Says that somebody handled a statement; whether that was news. */
export async function markHandled(
  tx: Tx,
  input: {
    readonly id: WithdrawalId;
    readonly note: string;
    readonly actor: string;
    readonly now: Temporal.Instant;
  },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.withdrawal set handled_at = ${input.now.toString()}::timestamptz, handled_by = ${input.actor},
      handled_note = ${input.note}
    where id = ${input.id} and handled_at is null`.execute(tx);
  return numAffectedRows === 1n;
}

function withdrawalOf(row: Row): Withdrawal {
  const { orderId, returnId, handledAt } = row;
  return {
    ...row,
    orderId: orderId ?? undefined,
    returnId: returnId ?? undefined,
    handledAt: handledAt ?? undefined,
  };
}
