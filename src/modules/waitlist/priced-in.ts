import type { Db } from '../../platform/database/index.ts';
import type { VariantId } from '../catalog/index.ts';
import { readMarkets } from '../markets/index.ts';
import { readPrices } from '../pricing/index.ts';

/** Those of the markets in whose currency the variant has a price: only there is it for sale. */
export async function pricedIn(
  db: Db,
  variantId: VariantId,
  markets: readonly string[],
): Promise<readonly string[]> {
  if (markets.length === 0) return [];
  const prices = (await readPrices(db, [variantId])).get(variantId) ?? [];
  const currencies = new Set(prices.map(({ currency }) => currency));
  const all = await readMarkets(db);
  return all
    .filter(({ code, currency }) => markets.includes(code) && currencies.has(currency))
    .map(({ code }) => code);
}
