import { z } from 'zod';
import { currencyOf, money, ok, parseId, refuse } from '../../../../kernel/index.ts';
import type { VariantId } from '../../../../modules/catalog/index.ts';
import { countItemsFound, listItems, readItems } from '../../../../modules/inventory/index.ts';
import { listPricesOf, listScheduledPrices, type Price } from '../../../../modules/pricing/index.ts';
import { type Handlers, moneyOf, readCursor, writeCursor } from '../../../../platform/api/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import { beginPieces } from '../../../../platform/work/index.ts';
import { actorOf } from '../actor.ts';
import { changePrices } from '../bulk/change-prices.ts';
import type { priceDeskEndpoints } from '../contract/price-desk.ts';
import type { AdminDeps } from '../deps.ts';
import { countsOf, type PlannedPrice, planPriceChange, productsIn } from './plan-price-change.ts';
import { priceRowFacts } from './price-rows.ts';
import { itemAnswers } from './stock-items.ts';
import { begunWork } from './work.ts';

const COUNTED = 10_000;
const variantId = z.custom<VariantId>((value) => parseId<'variant'>(String(value)) !== undefined);
const BY_ITEM = z.tuple([z.string().max(300), variantId]);
const BY_START = z.tuple([z.iso.datetime({ precision: -1 }).or(z.iso.datetime()), z.uuid()]);
const BY_PRICE = z.tuple([z.uuid(), z.string().length(3), z.int()]);

export function priceDeskHandlers({ reads }: Pick<AdminDeps, 'reads'>): Handlers<typeof priceDeskEndpoints> {
  return {
    listPriceRows: async ({ query, now }) => {
      const { cursor, limit, q, brandId: brandIds, variantId: variantIds, currency: currencies } = query;
      const position = readCursor('price_rows', BY_ITEM, cursor);
      if (!position.ok) return position;
      const filter = { q, brandIds, variantIds, productIds: await productsIn(reads, query) };
      const [rows, count] = await Promise.all([
        listItems(reads, { ...filter, after: position.value, limit: limit + 1 }),
        cursor === undefined ? countItemsFound(reads, filter, COUNTED + 1) : undefined,
      ]);
      const shown = rows.slice(0, limit);
      const items = shown.map(({ item }) => item);
      const ids = items.map((item) => item.variantId);
      const [answer, factsOf] = await Promise.all([
        itemAnswers(reads, items),
        priceRowFacts(reads, ids, { currencies, now }),
      ]);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      return ok({
        items: items.map((item) => ({ item: answer(item), ...factsOf(item.variantId) })),
        nextCursor: last && writeCursor('price_rows', last.position),
        total: count === undefined ? undefined : { count: Math.min(count, COUNTED), isMore: count > COUNTED },
      });
    },
    previewPriceChange: async ({ body: { from, limit, ...wanted }, now }) => {
      const plan = await planPriceChange(reads, wanted, now);
      if (!plan.ok) return plan;
      const shown = plan.value.planned.slice(from, from + limit);
      return ok({ ...countsOf(plan.value), items: await changeAnswers(reads, shown) });
    },
    changePrices: async ({ body, caller, now, tx }) => {
      const plan = await planPriceChange(tx, body, now);
      if (!plan.ok) return plan;
      const counted = countsOf(plan.value).changed;
      if (counted !== body.expectedChanges) {
        return refuse(
          'changed_meanwhile',
          `${counted} prices would change now; look again`,
          'expectedChanges',
        );
      }
      const leftOut = new Set<string>(body.leavesOut);
      const keys = plan.value.planned
        .filter(({ after }) => after.isChanged || after.why !== 'same')
        .map(({ item }) => item.variantId)
        .filter((id) => !leftOut.has(id));
      const { title = `Change ${counted} prices`, currency, change, rounding, compareAt, startsAt } = body;
      const amount = 'amount' in change ? { ...change, amount: moneyOf(change.amount) } : change;
      const begins = startsAt === undefined ? {} : { startsAt: startsAt.toString() };
      const id = await beginPieces(tx, changePrices, {
        ...{ title, startedBy: actorOf(caller), keys, undoPermission: 'prices:write', now },
        payload: { currency, change: amount, rounding, compareAt, ...begins },
      });
      return begunWork(tx, id);
    },
    listScheduledPrices: async ({ query: { cursor, limit } }) => {
      const position = readCursor('scheduled_prices', BY_START, cursor);
      if (!position.ok) return position;
      const [startsAt, id] = position.value ?? [];
      const after =
        startsAt === undefined || id === undefined
          ? undefined
          : { startsAt: Temporal.Instant.from(startsAt), id };
      const rows = await listScheduledPrices(reads, { after, limit: limit + 1 });
      const shown = rows.slice(0, limit);
      const itemOf = await itemsBy(reads, shown);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      return ok({
        items: shown.map(({ currentMinor, ...row }) => ({
          ...{ ...told(row), startsAt: row.startsAt.toString(), item: itemOf(row.variantId) },
          ...(currentMinor === undefined ? {} : { current: moneyOf(money(currentMinor, row.currency)) }),
        })),
        nextCursor: last && writeCursor('scheduled_prices', [last.startsAt.toString(), last.id]),
      });
    },
    listPricesOfList: async ({ params: { id }, query: { cursor, limit } }) => {
      const position = readCursor('prices_of_list', BY_PRICE, cursor);
      if (!position.ok) return position;
      const rows = await listPricesOf(reads, { id, after: position.value, limit: limit + 1 });
      const shown = rows.slice(0, limit);
      const itemOf = await itemsBy(reads, shown);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      return ok({
        items: shown.map(({ variantId: of, currency, fromQuantity, amountMinor, baseMinor }) => ({
          ...{ variantId: of, item: itemOf(of), fromQuantity, price: moneyOf(money(amountMinor, currency)) },
          ...(baseMinor === undefined ? {} : { base: moneyOf(money(baseMinor, currency)) }),
        })),
        nextCursor: last && writeCursor('prices_of_list', [last.variantId, last.currency, last.fromQuantity]),
      });
    },
  };
}

async function itemsBy(db: Db, rows: readonly { readonly variantId: VariantId }[]) {
  const items = await readItems(
    db,
    rows.map((row) => row.variantId),
  );
  const answer = await itemAnswers(db, [...items.values()]);
  return (id: VariantId) => {
    const item = items.get(id);
    return item && answer(item);
  };
}

async function changeAnswers(db: Db, planned: readonly PlannedPrice[]) {
  const answer = await itemAnswers(
    db,
    planned.map(({ item }) => item),
  );
  return planned.map(({ item, before, after }) => {
    const { price, compareAt: compareAtBefore } = told(before);
    const base = { item: answer(item), before: price, ...(compareAtBefore ? { compareAtBefore } : {}) };
    if (!after.isChanged) return { ...base, why: after.why };
    const { price: next, compareAt } = told({ ...before, ...after });
    return {
      ...base,
      after: next,
      isBelowCost: after.isBelowCost,
      ...(compareAt ? { compareAtAfter: compareAt } : {}),
    };
  });
}

function told({ variantId: of, currency: code, amountMinor, compareAtMinor }: Price) {
  const currency = currencyOf(code);
  return {
    ...{ variantId: of, price: moneyOf(money(amountMinor, currency)) },
    ...(compareAtMinor === undefined ? {} : { compareAt: moneyOf(money(compareAtMinor, currency)) }),
  };
}
