import type { CurrencyCode, Locale } from '../../kernel/index.ts';
import { newId } from '../../platform/id.ts';
import type { Cart } from './cart.ts';
import type { CartDeps } from './deps.ts';
import { insertCart } from './store/carts.ts';
import { newToken, tokenHash } from './token.ts';

/** An empty cart for a storefront's market and language. The token opens it and is told this once. */
export async function createCart(
  { db }: CartDeps,
  input: {
    readonly market: string;
    readonly locale: Locale;
    readonly currency: CurrencyCode;
    readonly now: Temporal.Instant;
  },
): Promise<{ readonly cart: Cart; readonly token: string }> {
  const token = newToken();
  const hash = tokenHash(token);
  if (hash === undefined) throw new RangeError('a new token is none');
  const cart = await insertCart(db, { ...input, id: newId(), tokenHash: hash, customerId: undefined });
  return { cart, token };
}
