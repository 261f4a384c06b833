import type { CurrencyCode } from '../../../../kernel/index.ts';
import { readSellables, type VariantId } from '../../../../modules/catalog/index.ts';
import { type Market, readMarkets, readShop } from '../../../../modules/markets/index.ts';
import { readTaxRulebook, taxContextOf } from '../../../../modules/taxes/index.ts';
import type { Db } from '../../../../platform/database/index.ts';

/**
 * The tax that a variant's price contains in a currency, in millionths: that of the first country of the first market
 * which sells in it. 0 where prices there are net, and where nothing is taxed.
 */
export async function readContainedTax(
  db: Db,
  variantIds: readonly VariantId[],
  now: Temporal.Instant,
): Promise<(variantId: VariantId, currency: CurrencyCode) => number> {
  const [shop, markets, rulebook, sellables] = await Promise.all([
    readShop(db),
    readMarkets(db),
    readTaxRulebook(db),
    readSellables(db, variantIds),
  ]);
  const sellerCountry = shop.country || (markets[0]?.countries[0] ?? '');
  const contexts = new Map<CurrencyCode, ReturnType<typeof taxContextOf>>();
  const contextIn = (market: Market) => {
    const country = market.countries.includes(sellerCountry)
      ? sellerCountry
      : (market.countries[0] ?? sellerCountry);
    const known =
      contexts.get(market.currency) ??
      taxContextOf(rulebook, { destination: { country }, sellerCountry, now });
    contexts.set(market.currency, known);
    return known;
  };
  return (variantId, currency) => {
    const market = markets.find((one) => one.currency === currency);
    const sellable = sellables.get(variantId);
    const isTaxed = market?.pricesIncludeTax === true && sellable?.isTaxable === true;
    if (!isTaxed || sellable.kind === 'gift_card') return 0;
    const context = contextIn(market);
    if (context.isExempt) return 0;
    return context.rateFor(sellable.taxCode).reduce((sum, rate) => sum + rate.rateMillionths, 0);
  };
}
