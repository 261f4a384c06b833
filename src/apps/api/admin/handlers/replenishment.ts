import { z } from 'zod';
import { type CurrencyCode, money, ok } from '../../../../kernel/index.ts';
import { type Item, readItems } from '../../../../modules/inventory/index.ts';
import { readShop } from '../../../../modules/markets/index.ts';
import { readSuppliers } from '../../../../modules/purchasing/index.ts';
import {
  askForReview,
  listNeeds,
  type NeedPosition,
  orderNeeds,
  type ReviewedNeed,
  readReviewedAt,
} from '../../../../modules/replenishment/index.ts';
import { type Handlers, moneyOf, readCursor, writeCursor } from '../../../../platform/api/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import { actorOf } from '../actor.ts';
import type { replenishmentEndpoints } from '../contract/replenishment.ts';
import type { AdminDeps } from '../deps.ts';
import { itemAnswers } from './stock-items.ts';

const PREDICTED = 0.8;
const BY_VALUE: z.ZodType<NeedPosition> = z.tuple([
  z.string().regex(/^-?\d{1,18}$/),
  z.custom<NeedPosition[1]>((value) => z.uuid().safeParse(value).success),
]);

/** What is to be ordered. */
export function replenishmentHandlers({
  reads,
}: Pick<AdminDeps, 'reads'>): Handlers<typeof replenishmentEndpoints> {
  return {
    listNeeds: async ({ query: { cursor, limit, supplierId, isAll, variantId } }) => {
      const position = readCursor('needs', BY_VALUE, cursor);
      if (!position.ok) return position;
      const variantIds = variantId && [variantId];
      const filter = { supplierId, isAll: isAll === true || variantId !== undefined, variantIds };
      const found = await listNeeds(reads, { ...filter, after: position.value, limit: limit + 1 });
      const shown = found.slice(0, limit);
      const last = found.length > limit ? shown.at(-1) : undefined;
      const reviewedAt = await readReviewedAt(reads);
      return ok({
        items: await needAnswers(reads, shown),
        nextCursor: last && writeCursor('needs', [String(last.valueMinor), last.variantId]),
        reviewedAt: reviewedAt?.toString(),
      });
    },
    orderNeeds: async ({ body: { lines }, caller, now, tx }) => {
      const ordered = await orderNeeds(tx, { lines, by: actorOf(caller), now });
      if (!ordered.ok) return ordered;
      const suppliers = new Map((await readSuppliers(tx)).map(({ id, name }) => [id, name]));
      const orders = ordered.value.map(({ id, number, supplierId, lines: all }) => ({
        ...{ id, number, supplier: suppliers.get(supplierId) ?? '', lines: all.length },
      }));
      return ok({ orders });
    },
    reviewNeeds: async ({ tx }) => {
      await askForReview(tx);
      return ok({ isAsked: true as const });
    },
  };
}

async function needAnswers(db: Db, needs: readonly ReviewedNeed[]) {
  const items = await readItems(
    db,
    needs.map(({ variantId }) => variantId),
  );
  const [answer, suppliers, { defaultCurrency: currency }] = await Promise.all([
    itemAnswers(db, [...items.values()]),
    readSuppliers(db),
    readShop(db),
  ]);
  const nameOf = new Map(suppliers.map(({ id, name }) => [id, name]));
  return needs.flatMap((need) => {
    const item: Item | undefined = items.get(need.variantId);
    if (item === undefined) return [];
    const supplier = { id: need.supplierId, name: nameOf.get(need.supplierId) ?? '' };
    return [{ item: answer(item), supplier, ...numbersOf(need, currency) }];
  });
}

function numbersOf(need: ReviewedNeed, currency: CurrencyCode) {
  const told = (minor: bigint, of = currency) => moneyOf(money(minor, of));
  return {
    ...{ locationId: need.locationId, available: need.available, onOrder: need.onOrder },
    ...{ reorderPoint: need.reorderPoint, orderUpTo: need.orderUpTo, quantity: need.quantity },
    ...{ coverDays: need.coverDays, stockOutChance: need.stockOutChance },
    cost: told(need.costMinor, need.currency),
    predicted: {
      ...{ value: told(need.valueMinor), low: told(need.lowMinor), high: told(need.highMinor) },
      ...{ confidence: PREDICTED, horizonDays: need.horizonDays },
    },
    waitCostPerDay: told(need.waitCostMinor),
    reasons: need.reasons.map(({ kind, numbers }) => ({ kind, numbers: { ...numbers } })),
    reviewedAt: need.reviewedAt.toString(),
  };
}
