import { hash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/index.ts';
import type { Customer } from '../customers/index.ts';
import type { Order, OrderId } from './order.ts';
import { selectOrder } from './store/select-orders.ts';

/** Long enough for what the law gives a shopper time for, and for a parcel that took its time. */
const ACCESS_DAYS = 180;

export type Access = {
  readonly token: string;
  readonly hash: Buffer;
  readonly expiresAt: Temporal.Instant;
};

/** A token that opens one order without an account: 192 random bits, kept as a hash, for 180 days. */
export function newAccess(now: Temporal.Instant): Access {
  const token = randomBytes(24).toString('base64url');
  return { token, hash: hashOf(token), expiresAt: now.add({ hours: 24 * ACCESS_DAYS }) };
}

/** Another token for the same order: each mail has its own, as no token can be told twice. */
export async function grantOrderAccess(
  tx: Tx,
  { orderId, now }: { readonly orderId: OrderId; readonly now: Temporal.Instant },
): Promise<string> {
  const access = newAccess(now);
  await sql`
    insert into orders.access (token_hash, order_id, expires_at)
    values (${access.hash}::bytea, ${orderId}, ${access.expiresAt.toString()}::timestamptz)`.execute(tx);
  return access.token;
}

/**
 * The order that this token opens, if it is the one asked for. One answer, `undefined`, for an order that is not there,
 * a token of another order, and one that is over.
 */
export async function readOrderByAccess(
  db: Db,
  input: {
    /** The order's id or its number. */
    readonly order: string;
    readonly token: string;
    readonly now: Temporal.Instant;
  },
): Promise<Order | undefined> {
  if (input.token.length > 100 || input.order.length > 100) return undefined;
  const { rows } = await sql<{ id: OrderId }>`
    select o.id from orders.access join orders."order" o on o.id = access.order_id
    where access.token_hash = ${hashOf(input.token)}::bytea
      and access.expires_at > ${input.now.toString()}::timestamptz
      and (o.id::text = ${input.order} or o.number = ${input.order})`.execute(db);
  const [row] = rows;
  return row === undefined ? undefined : selectOrder(db, row.id);
}

function hashOf(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}

/**
 * Makes what was ordered as a guest its owner's, once a code that was sent to the address has proven them: the mail of each
 * order, with the link that opens it, went there too. An order that has a customer keeps it; said twice, nothing changes.
 */
export async function joinGuestOrders(
  tx: Tx,
  { id, email, emailProvenAt }: Pick<Customer, 'id' | 'email' | 'emailProvenAt'>,
): Promise<void> {
  if (emailProvenAt === undefined) return;
  await sql`update orders."order" set customer_id = ${id}, version = version + 1
    where lower(email) = lower(${email}) and customer_id is null`.execute(tx);
}
