import { sql } from 'kysely';
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
  is_late as "isLate", submitted_at as "submittedAt"`;

type Row = Omit<Withdrawal, 'orderId' | 'returnId'> & {
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

/** The order with this number that was placed with this e-mail address. */
export async function findOrderOf(
  db: Db,
  { number, email }: { readonly number: string; readonly email: string },
): Promise<OrderId | undefined> {
  const { rows } = await sql<{ id: OrderId }>`
    select id from orders."order" where number = ${number} and lower(email) = lower(${email})`.execute(db);
  return rows[0]?.id;
}

function withdrawalOf(row: Row): Withdrawal {
  return { ...row, orderId: row.orderId ?? undefined, returnId: row.returnId ?? undefined };
}
