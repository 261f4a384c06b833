import { readPictures } from '../media/index.ts';
import type { Cart } from './cart.ts';
import type { CartDeps } from './deps.ts';
import { readFacts, readGround } from './facts/read-facts.ts';
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

/** The same without pictures: what an order is made of. */
export async function readCartToOrder(
  deps: CartDeps,
  { token, goingTo, now }: Parameters<typeof readPricedCart>[1],
): Promise<PricedCart | undefined> {
  const hash = tokenHash(token);
  if (hash === undefined) return undefined;
  const [cart, ground] = await Promise.all([selectCart(deps.reads, hash), readGround(deps)]);
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
