import { type CurrencyCode, type Locale, ok, type Result } from '../../kernel/index.ts';
import { readPrices } from '../pricing/index.ts';
import type { Cart, CartRefusal } from './cart.ts';
import { changeCart } from './change-cart.ts';
import type { CartDeps } from './deps.ts';
import { readCart } from './read-cart.ts';

/**
 * The shopper went to another storefront: the same goods at that market's prices, in its language. The prices are not
 * told as changed, because the shopper asked for others.
 */
export async function changeMarket(
  deps: CartDeps,
  input: {
    readonly token: string;
    readonly market: string;
    readonly locale: Locale;
    readonly currency: CurrencyCode;
    readonly now: Temporal.Instant;
  },
): Promise<Result<Cart, CartRefusal>> {
  const { market, locale, currency } = input;
  const cart = await readCart(deps, input.token);
  const prices = await readPrices(deps.reads, [...new Set(cart?.lines.map(({ variantId }) => variantId))]);
  return changeCart<CartRefusal>(
    deps,
    input,
    (current) => {
      const isSame = current.market === market && current.locale === locale && current.currency === currency;
      if (isSame) return ok(current);
      const lines = current.lines.map((line) => {
        const price = prices.get(line.variantId)?.find((one) => one.currency === currency);
        return price === undefined ? line : { ...line, addedUnitMinor: price.amountMinor };
      });
      return ok({ ...current, market, locale, currency, lines });
    },
    cart,
  );
}
