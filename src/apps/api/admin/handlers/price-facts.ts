import type { CurrencyCode } from '../../../../kernel/index.ts';
import { readSellables, type VariantId } from '../../../../modules/catalog/index.ts';
import { readContainedTax as readTaxOfGoods } from '../../../../modules/taxes/index.ts';
import type { Db } from '../../../../platform/database/index.ts';

/** The tax that a variant's price contains in a currency, in millionths; 0 where prices there are net. */
export async function readContainedTax(
  db: Db,
  variantIds: readonly VariantId[],
  now: Temporal.Instant,
): Promise<(variantId: VariantId, currency: CurrencyCode) => number> {
  const [taxOf, sellables] = await Promise.all([readTaxOfGoods(db, now), readSellables(db, variantIds)]);
  return (variantId, currency) => taxOf(sellables.get(variantId), currency);
}
