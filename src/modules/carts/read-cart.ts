import { ok, type Result } from '../../kernel/index.ts';
import { readPictures } from '../media/index.ts';
import type { Cart, CartRefusal } from './cart.ts';
import type { CartDeps } from './deps.ts';
import { readFacts } from './facts/read-facts.ts';
import { priceCart } from './price/price-cart.ts';
import type { Destination, PricedCart, PricedLine } from './priced-cart.ts';
import { selectCart } from './store/carts.ts';
import { tokenHash } from './token.ts';

/** The cart as it was put together, without prices: one statement. `undefined` for a token that opens none. */
export async function readCart({ reads }: CartDeps, token: string): Promise<Cart | undefined> {
  const hash = tokenHash(token);
  return hash === undefined ? undefined : selectCart(reads, hash);
}

/**
 * The cart with prices, stock, delivery, credits and what the shopper has to be told. Three turns of statements that
 * go out together: the cart, what is known of its goods, their pictures.
 */
export async function readPricedCart(
  deps: CartDeps,
  input: {
    readonly token: string;
    /** Where the shopper is about to say that it goes: prices tax and delivery before the address is whole. */
    readonly goingTo?: Omit<Destination, 'isEstimate'> | undefined;
    readonly now: Temporal.Instant;
  },
): Promise<PricedCart | undefined> {
  const priced = await readCartToOrder(deps, input);
  return priced === undefined ? undefined : withPictures(deps, priced);
}

/**
 * The cart that comes of a change, priced: what does not depend on the cart is read beside the change, and the cart not
 * once more. For changes that answer with the row as they wrote it.
 */
export async function pricedAfter<Refused extends CartRefusal>(
  deps: CartDeps,
  change: Promise<Result<Cart, Refused>>,
  now: Temporal.Instant,
): Promise<Result<PricedCart, Refused>> {
  const [changed, ground] = await Promise.all([change, deps.rulebooks.readGround(deps.reads)]);
  if (!changed.ok) return changed;
  const { value: cart } = changed;
  return ok(await withPictures(deps, priceCart(cart, await readFacts(deps, cart, ground, now), now)));
}

/** The same without pictures: what an order is made of. */
export async function readCartToOrder(
  deps: CartDeps,
  { token, goingTo, now }: Parameters<typeof readPricedCart>[1],
): Promise<PricedCart | undefined> {
  const hash = tokenHash(token);
  if (hash === undefined) return undefined;
  const [cart, ground] = await Promise.all([
    selectCart(deps.reads, hash),
    deps.rulebooks.readGround(deps.reads),
  ]);
  if (cart === undefined) return undefined;
  return priceCart(cart, await readFacts(deps, cart, { ...ground, goingTo }, now), now);
}

async function withPictures({ reads }: CartDeps, priced: PricedCart): Promise<PricedCart> {
  const assetIds = priced.lines.flatMap(({ assetId }) => assetId ?? []);
  const pictures = await readPictures(reads, [...new Set(assetIds)]);
  const shown = (line: PricedLine) =>
    line.assetId === undefined ? line : { ...line, picture: pictures.get(line.assetId) };
  return { ...priced, lines: priced.lines.map(shown) };
}
