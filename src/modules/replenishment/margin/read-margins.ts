import { type CurrencyCode, divideRounded } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { readSellables, type Sellable, type VariantId } from '../../catalog/index.ts';
import { readCostLevels } from '../../ledger/index.ts';
import { netMinor, readPrices } from '../../pricing/index.ts';
import { readContainedTax } from '../../taxes/index.ts';

/** What a piece brings and costs, in minor units of the shop's own currency. */
export type Margin = {
  readonly sellable: Sellable;
  /** The price on the shelf, and what of it is the shop's: without the tax that it contains. */
  readonly priceMinor: bigint;
  readonly netMinor: bigint;
  /** The moving average of what came in, else what the catalogue says; not known: nobody ever said. */
  readonly costMinor: bigint | undefined;
};

/** Of every variant that has a price in the shop's currency. Four reads, however many there are. */
export async function readMargins(
  db: Db,
  variantIds: readonly VariantId[],
  { currency, now }: { readonly currency: CurrencyCode; readonly now: Temporal.Instant },
): Promise<Map<VariantId, Margin>> {
  const [sellables, prices, levels, taxIn] = await Promise.all([
    readSellables(db, variantIds),
    readPrices(db, variantIds),
    readCostLevels(db, variantIds, currency),
    readContainedTax(db, now),
  ]);
  return new Map(
    variantIds.flatMap((id): [VariantId, Margin][] => {
      const sellable = sellables.get(id);
      const price = prices.get(id)?.find((one) => one.currency === currency);
      if (sellable === undefined || price === undefined) return [];
      const { amountMinor: priceMinor } = price;
      const net = netMinor(priceMinor, { taxRateMillionths: taxIn(sellable, currency) });
      const level = levels.get(id);
      const own = sellable.cost?.currency === currency ? sellable.cost.minor : undefined;
      const average = level && level.quantity > 0n ? divideRounded(level.valueMinor, level.quantity) : own;
      return [[id, { sellable, priceMinor, netMinor: net, costMinor: average }]];
    }),
  );
}
