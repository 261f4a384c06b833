import { ok } from '../../../../kernel/index.ts';
import {
  type ListPriceDraft,
  type PriceList,
  readPriceLists,
  removePriceList,
  savePriceList,
  setListPrices,
} from '../../../../modules/pricing/index.ts';
import { type Handlers, sentFields } from '../../../../platform/api/index.ts';
import { transact, transactOrRefuse } from '../../../../platform/database/index.ts';
import { pageOfAll } from '../../page.ts';
import type { priceListEndpoints } from '../contract/price-lists.ts';
import type { AdminDeps } from '../deps.ts';

export function priceListHandlers({ db, reads }: AdminDeps): Handlers<typeof priceListEndpoints> {
  return {
    listPriceLists: async ({ query }) =>
      pageOfAll('price_lists', query, await readPriceLists(reads), {
        keyOf: ({ id }) => id,
        itemOf: listAnswer,
      }),
    savePriceList: async ({ body, now, tx }) => {
      const saved = await savePriceList(tx, { ...sentFields(body), now });
      return saved.ok ? ok(listAnswer(saved.value)) : saved;
    },
    changePriceList: async ({ params: { id }, body, now }) => {
      const draft = { ...sentFields(body), id, now };
      const saved = await transactOrRefuse(db, (tx) => savePriceList(tx, draft));
      return saved.ok ? ok(listAnswer(saved.value)) : saved;
    },
    removePriceList: async ({ params: { id }, now }) => {
      await transact(db, (tx) => removePriceList(tx, { id, now, reason: 'api' }));
      return ok({ isRemoved: true });
    },
    setListPrices: async ({ params: { id: priceListId }, body, now }) => {
      const prices = body.prices.map(({ variantId, price, fromQuantity }): ListPriceDraft => {
        const { currency, minor: amountMinor } = price;
        return { priceListId, variantId, currency, fromQuantity, amountMinor };
      });
      const { changed, refused } = await transact(db, (tx) =>
        setListPrices(tx, { prices, now, reason: 'api' }),
      );
      return ok({
        changed,
        refused: refused.map(({ price, refusal: { code, message } }) => {
          return { index: prices.indexOf(price), code, message };
        }),
      });
    },
  };
}

function listAnswer({ startsAt, endsAt, ...list }: PriceList) {
  return { ...list, startsAt: startsAt?.toString(), endsAt: endsAt?.toString() };
}
