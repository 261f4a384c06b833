import { Transaction } from 'kysely';
import { type Result, refuse } from '../../kernel/index.ts';
import { courseOf, type Tx } from '../../platform/database/index.ts';
import type { Cart, CartRefusal } from './cart.ts';
import type { CartDeps } from './deps.ts';
import { lockCart, selectCart, writeCart, writeLines, writeLinesOrBeginAgain } from './store/carts.ts';
import { tokenHash } from './token.ts';

type Change<Refused extends CartRefusal> = (cart: Cart) => Result<Cart, Refused>;

/**
 * Reads a cart, decides, and writes it back in one statement where nobody changed it in between. Who is overtaken
 * decides again on what is there now, and the third time keeps others out.
 */
export async function changeCart<Refused extends CartRefusal>(
  deps: CartDeps,
  { token, now }: { readonly token: string; readonly now: Temporal.Instant },
  change: Change<Refused>,
  first?: Cart,
): Promise<Result<Cart, Refused | CartRefusal>> {
  const hash = tokenHash(token);
  if (hash === undefined) return unknownCart();
  const course = courseOf(deps.db);
  if (course !== undefined) return changeInside({ ...deps, ...course }, hash, { change, first, now });
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    const cart = (attempt === 1 ? first : undefined) ?? (await selectCart(deps.reads, hash));
    const changed = decide(cart, change);
    if (!changed.ok) return changed;
    const { before, after } = changed.value;
    const written = await write(deps.db, before, after, now);
    if (written !== undefined) return { ok: true, value: written };
  }
  const changeAlone = (tx: Tx) => changeLocked(tx, hash, { change, now });
  // Whoever keeps the answer in the transaction of the change has opened it already.
  return deps.db instanceof Transaction ? changeAlone(deps.db) : deps.db.transaction().execute(changeAlone);
}

type Asked<Refused extends CartRefusal> = {
  readonly change: Change<Refused>;
  readonly now: Temporal.Instant;
};

async function changeLocked<Refused extends CartRefusal>(
  tx: Tx,
  hash: Buffer,
  { change, now }: Asked<Refused>,
): Promise<Result<Cart, Refused | CartRefusal>> {
  const changed = decide(await lockCart(tx, hash), change);
  if (!changed.ok) return changed;
  const written = await write(tx, changed.value.before, changed.value.after, now);
  if (written === undefined) throw new RangeError('a locked cart was changed by somebody else');
  return { ok: true, value: written };
}

/**
 * In a transaction that somebody opened to keep more than the change. Its write goes out with the commit: who is
 * overtaken begins the transaction again, which then keeps others out from its start.
 */
async function changeInside<Refused extends CartRefusal>(
  { reads, tx, lastly, attempt }: Pick<CartDeps, 'reads'> & NonNullable<ReturnType<typeof courseOf>>,
  hash: Buffer,
  { change, now, first }: Asked<Refused> & { readonly first: Cart | undefined },
): Promise<Result<Cart, Refused | CartRefusal>> {
  if (attempt > 1) return changeLocked(tx, hash, { change, now });
  const changed = decide(first ?? (await selectCart(reads, hash)), change);
  if (!changed.ok) return changed;
  const { before, after } = changed.value;
  if (!isOnlyLines(before, after)) return changeLocked(tx, hash, { change, now });
  lastly(writeLinesOrBeginAgain(tx, before, after.lines, now));
  return { ok: true, value: { ...after, version: before.version + 1n, changedAt: now } };
}

export function unknownCart() {
  return refuse('unknown_cart', 'there is no such cart', 'token');
}

export function completedCart() {
  return refuse('cart_completed', 'this cart was ordered', 'token');
}

function decide<Refused extends CartRefusal>(
  cart: Cart | undefined,
  change: Change<Refused>,
): Result<{ readonly before: Cart; readonly after: Cart }, Refused | CartRefusal> {
  if (cart === undefined) return unknownCart();
  if (cart.isCompleted) return completedCart();
  const changed = change(cart);
  return changed.ok ? { ok: true, value: { before: cart, after: changed.value } } : changed;
}

function write(db: CartDeps['db'], before: Cart, after: Cart, now: Temporal.Instant) {
  return isOnlyLines(before, after)
    ? writeLines(db, before, after.lines, now)
    : writeCart(db, before, after, now);
}

function isOnlyLines(before: Cart, after: Cart): boolean {
  return Object.keys(after).every((key) => key === 'lines' || isSameField(key, before, after));
}

function isSameField(key: string, before: Cart, after: Cart): boolean {
  return Object.is(Reflect.get(before, key), Reflect.get(after, key));
}
