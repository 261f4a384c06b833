import type { CurrencyCode } from '../../kernel/index.ts';
import type { Db } from '../../platform/database/index.ts';
import { type Market, readMarkets, readShop } from '../markets/index.ts';
import { readTaxRulebook } from './store.ts';
import { taxContextOf } from './tax-context-of.ts';

/** As the catalogue tells goods, as far as their tax goes. */
export type TaxedGoods = {
  readonly isTaxable: boolean;
  readonly taxCode: string;
  readonly kind: string;
};

/**
 * The tax that the price of goods contains in a currency, in millionths: that of the first country of the first market
 * which sells in it, the seller's own if it is among them. 0 where prices there are net, and where nothing is taxed.
 */
export async function readContainedTax(
  db: Db,
  now: Temporal.Instant,
): Promise<(goods: TaxedGoods | undefined, currency: CurrencyCode) => number> {
  const [shop, markets, rulebook] = await Promise.all([readShop(db), readMarkets(db), readTaxRulebook(db)]);
  const sellerCountry = shop.country || (markets[0]?.countries[0] ?? '');
  const contexts = new Map<CurrencyCode, ReturnType<typeof taxContextOf>>();
  const contextIn = (market: Market) => {
    const isAtHome = market.countries.includes(sellerCountry);
    const country = isAtHome ? sellerCountry : (market.countries[0] ?? sellerCountry);
    const known =
      contexts.get(market.currency) ??
      taxContextOf(rulebook, { destination: { country }, sellerCountry, now });
    contexts.set(market.currency, known);
    return known;
  };
  return (goods, currency) => {
    const market = markets.find((one) => one.currency === currency);
    const isTaxed = market?.pricesIncludeTax === true && goods?.isTaxable === true;
    if (!isTaxed || goods.kind === 'gift_card') return 0;
    const context = contextIn(market);
    if (context.isExempt) return 0;
    return context.rateFor(goods.taxCode).reduce((sum, rate) => sum + rate.rateMillionths, 0);
  };
}
