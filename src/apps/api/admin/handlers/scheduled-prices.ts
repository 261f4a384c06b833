import { money, ok } from '../../../../kernel/index.ts';
import {
  type Price,
  readScheduledPrices,
  schedulePrices,
  withdrawScheduledPrices,
} from '../../../../modules/pricing/index.ts';
import { type Handlers, moneyOf } from '../../../../platform/api/index.ts';
import { transact } from '../../../../platform/database/index.ts';
import type { scheduledPriceEndpoints } from '../contract/scheduled-prices.ts';
import type { AdminDeps } from '../deps.ts';
import { idsIn, priceOf, refusedItem } from './stock.ts';

export function scheduledPriceHandlers({ db, reads }: AdminDeps): Handlers<typeof scheduledPriceEndpoints> {
  return {
    readScheduledPrices: async ({ query: { variantIds } }) => {
      const prices = [...(await readScheduledPrices(reads, idsIn(variantIds))).values()].flat();
      const items = prices.map(({ variantId, startsAt, currency, amountMinor, compareAtMinor }) => ({
        ...{ variantId, startsAt: startsAt.toString(), price: moneyOf(money(amountMinor, currency)) },
        compareAt: compareAtMinor === undefined ? undefined : moneyOf(money(compareAtMinor, currency)),
      }));
      return ok({ items });
    },
    schedulePrices: async ({ body: { startsAt, prices: sent } }) => {
      const prices = sent.map((one): Price => priceOf(one));
      const about = { prices, startsAt, reason: 'api' };
      const { refused } = await transact(db, (tx) => schedulePrices(tx, about));
      return ok({ refused: refused.map((one) => refusedItem(prices.indexOf(one.price), one.refusal)) });
    },
    withdrawScheduledPrices: async ({ params: { variantId, currency } }) => {
      await transact(db, (tx) => withdrawScheduledPrices(tx, { variantIds: [variantId], currency }));
      return ok({ isWithdrawn: true });
    },
  };
}
