import { z } from 'zod';
import { ok, refuse } from '../../../../kernel/index.ts';
import {
  countLevels,
  findItemsByCode,
  type ListedLevel,
  listLevels,
  listMovements,
  readLocations,
  readLowStockRules,
  saveLowStockRule,
} from '../../../../modules/inventory/index.ts';
import { readCollectionProducts } from '../../../../modules/merchandising/index.ts';
import { countWaiting } from '../../../../modules/waitlist/index.ts';
import { type Asked, type Handlers, readCursor, writeCursor } from '../../../../platform/api/index.ts';
import { type Db, transact } from '../../../../platform/database/index.ts';
import type { stockDeskEndpoints } from '../contract/stock-desk.ts';
import type { AdminDeps } from '../deps.ts';
import { itemAnswers } from './stock-items.ts';

const COUNTED = 10_000;
const BY_LEVEL: z.ZodType<ListedLevel['position']> = z.tuple([
  z.union([z.string().max(300), z.int()]),
  z.custom<ListedLevel['variantId']>((value) => z.uuid().safeParse(value).success),
  z.custom<ListedLevel['locationId']>((value) => z.uuid().safeParse(value).success),
]);

export function stockDeskHandlers({
  db,
  reads,
}: Pick<AdminDeps, 'db' | 'reads'>): Handlers<typeof stockDeskEndpoints> {
  return {
    listStockLevels: async ({ query }) => {
      const list = `stock_levels_${query.sort}`;
      const position = readCursor(list, BY_LEVEL, query.cursor);
      if (!position.ok) return position;
      const isNumber = typeof position.value?.[0] === 'number';
      if (position.value !== undefined && isNumber === (query.sort === 'title')) {
        return refuse('invalid_cursor', 'a cursor of another order', 'cursor');
      }
      const filter = await filterOf(reads, query);
      const { sort, limit } = query;
      const [rows, count] = await Promise.all([
        listLevels(reads, { ...filter, sort, limit: limit + 1, after: position.value }),
        query.cursor === undefined ? countLevels(reads, filter, COUNTED + 1) : undefined,
      ]);
      const shown = rows.slice(0, limit);
      const [answer, waiting] = await Promise.all([
        itemAnswers(
          reads,
          shown.map(({ item }) => item),
        ),
        countWaiting(
          reads,
          shown.map(({ variantId }) => variantId),
        ),
      ]);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      return ok({
        items: shown.map(({ item, variantId, position: _, ...level }) => ({
          ...level,
          waiting: waiting.get(variantId) ?? 0,
          item: answer(item),
        })),
        nextCursor: last && writeCursor(list, last.position),
        total: count === undefined ? undefined : { count: Math.min(count, COUNTED), isMore: count > COUNTED },
      });
    },
    listStockMovements: async ({ query: { cursor, limit, reason: reasons, ...filter } }) => {
      const position = readCursor('stock_movements', BY_MOVEMENT, cursor);
      if (!position.ok) return position;
      const before = position.value === undefined ? undefined : BigInt(position.value[0]);
      const rows = await listMovements(reads, { ...filter, reasons, before, limit: limit + 1 });
      const shown = rows.slice(0, limit);
      const answer = await itemAnswers(
        reads,
        shown.flatMap(({ item }) => item ?? []),
      );
      const last = rows.length > limit ? shown.at(-1) : undefined;
      return ok({
        items: shown.map(({ item, id, movedAt, ...moved }) => ({
          ...{ ...moved, id: String(id), movedAt: movedAt.toString(), item: item && answer(item) },
        })),
        nextCursor: last && writeCursor('stock_movements', [String(last.id)]),
      });
    },
    findStockItems: async ({ query: { code } }) => {
      const items = await findItemsByCode(reads, code);
      return ok({ items: items.map(await itemAnswers(reads, items)) });
    },
    readLowStockRules: async () => ok(await rulesAnswer(reads)),
    saveLowStockRule: async ({ body }) => {
      const { locationId } = body;
      const isKnown =
        locationId === undefined || (await readLocations(reads)).some(({ id }) => id === locationId);
      if (!isKnown) return refuse('unknown_location', 'no location has this id', 'locationId');
      await transact(db, (tx) => saveLowStockRule(tx, body));
      return ok(await rulesAnswer(db));
    },
  };
}

const BY_MOVEMENT = z.tuple([z.string().regex(/^\d{1,18}$/)]);

async function filterOf(db: Db, query: Asked<typeof stockDeskEndpoints.listStockLevels>['query']) {
  const { q, locationId: locationIds, state, sells, brandId: brandIds, variantId: variantIds } = query;
  const inCollection = query.collectionId && (await readCollectionProducts(db, query.collectionId));
  const { productId } = query;
  const isIn = productId === undefined || (inCollection?.includes(productId) ?? true);
  const productIds = productId === undefined ? inCollection : isIn ? [productId] : [];
  return { q, locationIds, state, sells, brandIds, variantIds, productIds };
}

async function rulesAnswer(db: Db) {
  const rules = await readLowStockRules(db);
  return {
    shop: rules.find(({ locationId }) => locationId === undefined)?.lowStockAt ?? 0,
    locations: rules.flatMap(({ locationId, lowStockAt }) =>
      locationId === undefined ? [] : [{ locationId, lowStockAt }],
    ),
  };
}
