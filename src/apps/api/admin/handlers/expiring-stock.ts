import { money, ok } from '../../../../kernel/index.ts';
import { demandOver, readForecasts } from '../../../../modules/forecasting/index.ts';
import { readItems } from '../../../../modules/inventory/index.ts';
import { readCostLevels } from '../../../../modules/ledger/index.ts';
import { readShop } from '../../../../modules/markets/index.ts';
import { readLots, variantsWithLots } from '../../../../modules/purchasing/index.ts';
import { type Handlers, moneyOf } from '../../../../platform/api/index.ts';
import type { expiringStockEndpoints } from '../contract/expiring-stock.ts';
import type { AdminDeps } from '../deps.ts';
import { itemAnswers } from './stock-items.ts';

const MOST = 200;
/** What expired so long ago is gone from the shelf, or somebody knows. */
const EXPIRED_DAYS = 60;
const KNOWN_DAYS = 365;

export function expiringStockHandlers({ reads }: AdminDeps): Handlers<typeof expiringStockEndpoints> {
  return {
    listExpiringStock: async ({ now }) => {
      const { timeZone, defaultCurrency } = await readShop(reads);
      const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
      const from = today.subtract({ days: EXPIRED_DAYS });
      const variantIds = await variantsWithLots(reads, { from, limit: MOST });
      const [forecasts, costs, goods] = await Promise.all([
        readForecasts(reads, variantIds),
        readCostLevels(reads, variantIds, defaultCurrency),
        readItems(reads, variantIds),
      ]);
      const lots = await readLots(reads, {
        ...{ variantIds, today },
        soldWithin: (variantId, days) => {
          const forecast = forecasts.get(variantId);
          if (forecast === undefined || days === 0) return 0;
          return demandOver(forecast, { from: today, days: Math.min(days, KNOWN_DAYS) }).mean;
        },
      });
      const item = await itemAnswers(reads, [...goods.values()]);
      const items = variantIds.flatMap((variantId) => {
        const own = lots.get(variantId) ?? [];
        if (own.length === 0) return [];
        const unsold = own.reduce((sum, lot) => sum + lot.unsold, 0);
        const { quantity = 0n, valueMinor = 0n } = costs.get(variantId) ?? {};
        const worth = quantity === 0n ? 0n : (valueMinor * BigInt(unsold)) / quantity;
        const known = goods.get(variantId);
        return [
          {
            ...{ variantId, item: known && item(known), unsold },
            worth: moneyOf(money(worth, defaultCurrency)),
            lots: own.map((lot) => ({ ...lot, expiresOn: lot.expiresOn.toString() })),
          },
        ];
      });
      return ok({ items });
    },
  };
}
