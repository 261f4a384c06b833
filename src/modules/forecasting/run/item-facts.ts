import type { Db } from '../../../platform/database/index.ts';
import type { AnalyticsClient } from '../../analytics/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import { type LocationId, readMovedGoods, readSoldByPlace, readStockDays } from '../../inventory/index.ts';
import type { Item, PartSeries, Past } from '../make/item.ts';
import { idOf } from './id-of.ts';
import type { Good, Goods } from './read-goods.ts';
import { promotionsOf, readPlannedPrices, readPromotions } from './read-promotions.ts';

export type ItemSources = {
  readonly db: Db;
  readonly analytics: Pick<AnalyticsClient, 'readDemand'>;
  readonly past: Past;
  readonly zone: string;
  readonly goods: Goods;
};

/** What is known of a variant besides the days on which it was wanted; small, so that it is read of all of them every night. */
export type ItemFacts = Pick<Item, 'outs' | 'promotions' | 'planned'> & {
  /** Of its demand, and of that of bundles that it is in. */
  readonly marks: readonly string[];
  /** The first day on which it lay somewhere; undefined: not known. */
  readonly stocked: number | undefined;
  readonly places: Readonly<Record<string, number>>;
  readonly parts: readonly PartSeries[];
};

/** What is known of each of the goods. */
export type FactsOf = (good: Good) => ItemFacts;

const SHIPPED = { hours: 24 * 365 };

/** Reads what is known of all goods at once. `demand`: of each the mark of its demand; may be left out. */
export async function readFacts(sources: ItemSources, demand: readonly Mark[] = []): Promise<FactsOf> {
  const { db, past, zone, goods } = sources;
  const marks = new Map(demand.map(({ variantId, mark }) => [variantId, mark]));
  const ofBundles = marksOfBundles(marks, goods);
  const dayOf = (day: Temporal.PlainDate) => past.from.until(day, { largestUnit: 'days' }).days;
  const since = past.from.toZonedDateTime(zone).toInstant();
  const ends = past.from
    .add({ days: 7 * past.weeks })
    .toZonedDateTime(zone)
    .toInstant();
  const stock = await readStockDays(db, { since, zone });
  const last = 7 * past.weeks - 1;
  const outs = new Map(
    stock.flatMap(({ variantId, outs: days }) => {
      if (days.length === 0) return [];
      return [[variantId, days.map((out) => [dayOf(out.from), out.to ? dayOf(out.to) : last] as const)]];
    }),
  );
  const moved = placesOf(await readMovedGoods(db, { since: ends.subtract(SHIPPED), zone }));
  const parts = await placeSeries(db, past, zone);
  const [promotions, planned] = [await readPromotions(db, past), await readPlannedPrices(db, past)];
  return (good) => {
    const { variantId } = good;
    const first = moved.firstDays.get(variantId);
    const own = marks.get(variantId);
    const prices = planned.get(variantId);
    const promoted = promotions.length === 0 ? [] : promotionsOf(promotions, good);
    return {
      marks: [...(own === undefined ? [] : [own]), ...(ofBundles.get(variantId) ?? [])],
      outs: outs.get(variantId) ?? [],
      stocked: first && dayOf(first),
      places: moved.shares(variantId),
      parts: parts.get(variantId) ?? [],
      ...(promoted.length > 0 ? { promotions: promoted } : {}),
      ...(prices ? { planned: prices } : {}),
    };
  };
}

type Mark = { readonly variantId: string; readonly mark: string };

/** Everything whose demand is forecast: the most wanted first, at last what nobody wanted. */
export function orderOf(wanted: readonly Pick<Mark, 'variantId'>[], { goods }: Goods): VariantId[] {
  const order = new Set<VariantId>();
  for (const { variantId } of wanted) {
    const id = idOf(variantId);
    if (goods.has(id)) order.add(id);
  }
  for (const id of goods.keys()) order.add(id);
  return [...order];
}

function marksOfBundles(
  marks: ReadonlyMap<string, string>,
  { bundles }: Goods,
): ReadonlyMap<VariantId, string[]> {
  const found = new Map<VariantId, string[]>();
  for (const [bundleId, components] of bundles) {
    for (const { variantId, quantity } of components) {
      const told = `${bundleId} ${quantity} ${marks.get(bundleId) ?? ''}`;
      found.set(variantId, [...(found.get(variantId) ?? []), told]);
    }
  }
  return found;
}

/** So many pieces of the whole shop count with a variant's own. */
const SHARED = 10;

function placesOf(moved: Awaited<ReturnType<typeof readMovedGoods>>) {
  const places = new Map<VariantId, Map<LocationId, number>>();
  const shop = new Map<LocationId, number>();
  const firstDays = new Map<VariantId, Temporal.PlainDate>();
  for (const { variantId, locationId, shipped, firstDay } of moved) {
    const own = places.get(variantId) ?? new Map<LocationId, number>();
    places.set(variantId, own.set(locationId, (own.get(locationId) ?? 0) + shipped));
    shop.set(locationId, (shop.get(locationId) ?? 0) + shipped);
    const before = firstDays.get(variantId);
    if (firstDay && (!before || Temporal.PlainDate.compare(firstDay, before) < 0))
      firstDays.set(variantId, firstDay);
  }
  const all = [...shop.values()].reduce((sum, pieces) => sum + pieces, 0);
  const shares = (variantId: VariantId) => {
    const own = places.get(variantId);
    if (all === 0) return {};
    return sharesOf(
      [...shop].map(([id, pieces]) => [id, (own?.get(id) ?? 0) + (SHARED * pieces) / all] as const),
    );
  };
  return { firstDays, shares };
}

/** Parts of their sum, by name; those with nothing are left out. */
export function sharesOf(
  parts: readonly (readonly [name: string, pieces: number])[],
): Readonly<Record<string, number>> {
  const all = parts.reduce((sum, [, pieces]) => sum + pieces, 0);
  const shares: Record<string, number> = {};
  for (const [name, pieces] of parts) if (pieces > 0) shares[name] = (shares[name] ?? 0) + pieces / all;
  return shares;
}

async function placeSeries(db: Db, past: Past, zone: string) {
  const found = new Map<VariantId, PartSeries[]>();
  for (const { variantId, locationId, weeks, pieces } of await readSoldByPlace(db, { ...past, zone })) {
    const one: PartSeries = { kind: 'place', id: locationId, weeks: byWeek(weeks, pieces, past) };
    found.set(variantId, [...(found.get(variantId) ?? []), one]);
  }
  return found;
}

/** A week for each of the past. */
export function byWeek(
  weeks: readonly number[],
  pieces: readonly number[],
  past: Pick<Past, 'weeks'>,
): number[] {
  const all = new Array<number>(past.weeks).fill(0);
  for (const [index, week] of weeks.entries()) {
    if (all[week] !== undefined) all[week] += pieces[index] ?? 0;
  }
  return all;
}
