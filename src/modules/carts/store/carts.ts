import { sql } from 'kysely';
import type { CurrencyCode, Id, Locale } from '../../../kernel/index.ts';
import { type Db, type Tx, toDocument } from '../../../platform/database/index.ts';
import type { Cart, CartDetails, CartHold, CartId, CartLine } from '../cart.ts';
import { type CartRow, cartOf, detailsChange, detailsDocument, linesDocument } from './cart-row.ts';

const CART_COLUMNS = sql`
  cart.id, cart.version, cart.market_code, cart.locale, cart.currency, cart.customer_id, cart.email, cart.lines,
  cart.details, cart.order_id, cart.hold, cart.completed_at, cart.created_at, cart.changed_at`;

export type NewCart = {
  readonly id: CartId;
  readonly tokenHash: Buffer;
  readonly market: string;
  readonly locale: Locale;
  readonly currency: CurrencyCode;
  readonly customerId: Id<'customer'> | undefined;
  readonly now: Temporal.Instant;
};

export async function insertCart(db: Db, cart: NewCart): Promise<Cart> {
  const { rows } = await sql<CartRow>`
    with cart as (
      insert into carts.cart (id, market_code, locale, currency, customer_id, created_at, changed_at)
      values (${cart.id}, ${cart.market}, ${cart.locale}, ${cart.currency}, ${cart.customerId ?? null},
        ${cart.now.toString()}::timestamptz, ${cart.now.toString()}::timestamptz)
      returning *
    ), token as (
      insert into carts.token (token_hash, cart_id) select ${cart.tokenHash}::bytea, id from cart
    )
    select ${CART_COLUMNS} from cart`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new RangeError('a cart was inserted and is not there');
  return cartOf(row);
}

/** The cart that this token opens. */
export async function selectCart(db: Db, tokenHash: Buffer): Promise<Cart | undefined> {
  const { rows } = await sql<CartRow>`
    select ${CART_COLUMNS} from carts.token join carts.cart on cart.id = token.cart_id
    where token.token_hash = ${tokenHash}::bytea`.execute(db);
  return rows.map(cartOf)[0];
}

/** The same, kept from changing until the transaction ends. */
export async function lockCart(tx: Tx, tokenHash: Buffer): Promise<Cart | undefined> {
  const { rows } = await sql<CartRow>`
    select ${CART_COLUMNS} from carts.token join carts.cart on cart.id = token.cart_id
    where token.token_hash = ${tokenHash}::bytea for update of cart`.execute(tx);
  return rows.map(cartOf)[0];
}

export async function selectCartById(db: Db, id: CartId): Promise<Cart | undefined> {
  const { rows } = await sql<CartRow>`select ${CART_COLUMNS} from carts.cart where id = ${id}`.execute(db);
  return rows.map(cartOf)[0];
}

/** Two devices on which somebody signs in at the same moment go one after the other. */
export async function lockCustomer(tx: Tx, customerId: Id<'customer'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('carts ' || ${customerId}::text, 0))`.execute(tx);
}

/** The customer's one open cart, kept from changing until the transaction ends. */
export async function lockCartOfCustomer(tx: Tx, customerId: Id<'customer'>): Promise<Cart | undefined> {
  const { rows } = await sql<CartRow>`
    select ${CART_COLUMNS} from carts.cart where customer_id = ${customerId} and completed_at is null
    for update`.execute(tx);
  return rows.map(cartOf)[0];
}

export async function insertToken(
  db: Db,
  input: { readonly tokenHash: Buffer; readonly cartId: CartId },
): Promise<void> {
  await sql`insert into carts.token (token_hash, cart_id)
    values (${input.tokenHash}::bytea, ${input.cartId})`.execute(db);
}

/**
 * Writes lines over those that the caller read. `undefined` when the cart has changed since, or is completed: then
 * nothing is written.
 */
export async function writeLines(
  db: Db,
  cart: Cart,
  lines: readonly CartLine[],
  now: Temporal.Instant,
): Promise<Cart | undefined> {
  const { rows } = await sql<{ version: bigint }>`
    update carts.cart set lines = ${linesDocument(lines)}::jsonb, version = version + 1,
      changed_at = ${now.toString()}::timestamptz
    where id = ${cart.id} and version = ${cart.version} and completed_at is null
    returning version`.execute(db);
  const [row] = rows;
  return row === undefined ? undefined : { ...cart, lines, version: row.version, changedAt: now };
}

/**
 * The same where the answer is not waited for: a cart that has changed since ends the transaction, with the code by which
 * PostgreSQL asks to begin it again.
 */
export async function writeLinesOrBeginAgain(
  tx: Tx,
  cart: Cart,
  lines: readonly CartLine[],
  now: Temporal.Instant,
): Promise<void> {
  await sql`
    with written as (
      update carts.cart set lines = ${linesDocument(lines)}::jsonb, version = version + 1,
        changed_at = ${now.toString()}::timestamptz
      where id = ${cart.id} and version = ${cart.version} and completed_at is null
      returning id
    )
    select platform.begin_again('the cart was changed meanwhile') where not exists (select from written)`.execute(
    tx,
  );
}

/** Writes the whole cart over the one that the caller read, as {@link writeLines} does. */
export async function writeCart(
  db: Db,
  cart: Cart,
  next: Cart,
  now: Temporal.Instant,
): Promise<Cart | undefined> {
  const { rows } = await sql<{ version: bigint }>`
    update carts.cart set lines = ${linesDocument(next.lines)}::jsonb, details = ${detailsDocument(next)}::jsonb,
      email = ${next.email}, market_code = ${next.market}, locale = ${next.locale}, currency = ${next.currency},
      customer_id = ${next.customerId ?? null}, version = version + 1, changed_at = ${now.toString()}::timestamptz
    where id = ${cart.id} and version = ${cart.version} and completed_at is null
    returning version`.execute(db);
  const [row] = rows;
  return row === undefined ? undefined : { ...next, version: row.version, changedAt: now };
}

/**
 * Writes what was said over what was said before, field by field: two tabs that say different things both keep theirs.
 * `undefined` when there is no such cart, or it is completed.
 */
export async function writeDetails(
  db: Db,
  tokenHash: Buffer,
  details: Partial<CartDetails>,
  now: Temporal.Instant,
): Promise<Cart | undefined> {
  const { said, takenBack } = detailsChange(details);
  const { rows } = await sql<CartRow>`
    update carts.cart set details = (cart.details - ${takenBack}::text[]) || ${JSON.stringify(said)}::jsonb,
      email = coalesce(${details.email ?? null}, cart.email), version = version + 1,
      changed_at = ${now.toString()}::timestamptz
    from carts.token where token.token_hash = ${tokenHash}::bytea and cart.id = token.cart_id and completed_at is null
    returning ${CART_COLUMNS}`.execute(db);
  return rows.map(cartOf)[0];
}

/** Notes the order that was made of a locked cart. The version stays: what is in it has not changed. */
export async function writeOrder(
  tx: Tx,
  input: { readonly cartId: CartId; readonly orderId: Id<'order'>; readonly hold: CartHold | undefined },
): Promise<void> {
  await sql`update carts.cart set order_id = ${input.orderId}, hold = ${input.hold === undefined ? null : toDocument(input.hold)}::jsonb
    where id = ${input.cartId}`.execute(tx);
}

/** The order holds nothing any more; a later order's hold stays. */
export async function writeNoHold(
  tx: Tx,
  input: { readonly cartId: CartId; readonly orderId: Id<'order'> },
): Promise<void> {
  await sql`update carts.cart set hold = null
    where id = ${input.cartId} and order_id = ${input.orderId} and hold is not null`.execute(tx);
}

export async function writeCompletion(tx: Tx, cartId: CartId, now: Temporal.Instant): Promise<void> {
  await sql`update carts.cart set completed_at = ${now.toString()}::timestamptz, hold = null
    where id = ${cartId} and completed_at is null`.execute(tx);
}

/** Whoever had a token of one cart opens the other with it. */
export async function moveTokens(
  tx: Tx,
  input: { readonly from: CartId; readonly to: CartId },
): Promise<void> {
  await sql`update carts.token set cart_id = ${input.to} where cart_id = ${input.from}`.execute(tx);
}

export async function deleteCart(tx: Tx, cartId: CartId): Promise<void> {
  await sql`delete from carts.cart where id = ${cartId}`.execute(tx);
}
