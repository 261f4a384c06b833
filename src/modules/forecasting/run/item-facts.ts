import type { Db } from '../../../platform/database/index.ts';
import type { AnalyticsClient } from '../../analytics/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import { type LocationId, readMovedGoods, readSoldByPlace, readStockDays } from '../../inventory/index.ts';
import { readShop } from '../../markets/index.ts';
import type { Item, PartSeries, Past } from '../make/item.ts';
import { idOf } from './id-of.ts';
import { promotionsOf } from './promoted-goods.ts';
import type { Good, Goods } from './read-goods.ts';
import { readPlannedPrices, readPromotions } from './read-promotions.ts';
import { readShelves } from './read-shelves.ts';

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

/** A good with what is known of it. */
export type Told = { readonly good: Good; readonly facts: ItemFacts };

/** Reads what is known of some goods, in their order. */
export type FactsReader = (page: readonly Good[]) => Promise<readonly Told[]>;

const SHIPPED = { hours: 24 * 365 };
/** Goods whose movements are read at once. */
const MOVED = 2_000;

/**
 * What is of all goods is read once, and small; what each has of its own when it is asked for. `demand`: of each its mark; may be
 * left out.
 */
export async function factsReader(sources: ItemSources, demand: readonly Mark[] = []): Promise<FactsReader> {
  const { db, past, zone, goods } = sources;
  const marks = new Map(demand.map(({ variantId, mark }) => [variantId, mark]));
  const ofBundles = marksOfBundles(marks, goods);
  const outs = await readOuts(sources);
  const moved = await readMoved(sources);
  const [promotions, planned] = [await readPromotions(db, past), await readPlannedPrices(db, past)];
  const { defaultCurrency } = await readShop(db);
  return async (page) => {
    // Where goods stand matters to promotions alone.
    const shelves = promotions.length === 0 ? undefined : await readShelves(db, page, defaultCurrency);
    const parts = await placeSeries(
      db,
      page.map(({ variantId }) => variantId),
      { past, zone },
    );
    return page.map((good) => {
      const { variantId } = good;
      const own = marks.get(variantId);
      const prices = planned.get(variantId);
      const standing = shelves?.get(variantId);
      const promoted = standing === undefined ? [] : promotionsOf(promotions, standing);
      const facts: ItemFacts = {
        marks: [...(own === undefined ? [] : [own]), ...(ofBundles.get(variantId) ?? [])],
        outs: outs.get(variantId) ?? [],
        ...moved(variantId),
        parts: parts.get(variantId) ?? [],
        ...(promoted.length > 0 ? { promotions: promoted } : {}),
        ...(prices ? { planned: prices } : {}),
      };
      return { good, facts };
    });
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

function dayIn({ from }: Past, day: Temporal.PlainDate): number {
  return from.until(day, { largestUnit: 'days' }).days;
}

/** Of those that were ever out of stock. */
async function readOuts({ db, past, zone }: ItemSources): Promise<ReadonlyMap<VariantId, Item['outs']>> {
  const since = past.from.toZonedDateTime(zone).toInstant();
  const last = 7 * past.weeks - 1;
  const found = new Map<VariantId, Item['outs']>();
  for (const { variantId, outs } of await readStockDays(db, { since, zone })) {
    if (outs.length === 0) continue;
    const days = outs.map((out) => [dayIn(past, out.from), out.to ? dayIn(past, out.to) : last] as const);
    found.set(variantId, days);
  }
  return found;
}

/** So many pieces of the whole shop count with a variant's own. */
const SHARED = 10;
/** No first day is known. */
const NEVER = 2 ** 31 - 1;

/** Since when goods are known, and from where they were handed over: a number of each for each place. */
async function readMoved({ db, past, zone, goods }: ItemSources) {
  const ids = [...goods.goods.keys()];
  const placeOf = new Map(ids.map((id, index) => [id, index]));
  const firstDays = new Int32Array(ids.length).fill(NEVER);
  const shipped = new Map<LocationId, Int32Array>();
  const ends = past.from.add({ days: 7 * past.weeks });
  const since = ends.toZonedDateTime(zone).toInstant().subtract(SHIPPED);
  for (let from = 0; from < ids.length; from += MOVED) {
    const asked = { variantIds: ids.slice(from, from + MOVED), since, zone };
    for (const { variantId, locationId, shipped: pieces, firstDay } of await readMovedGoods(db, asked)) {
      const index = placeOf.get(variantId) ?? 0;
      const here = shipped.get(locationId) ?? new Int32Array(ids.length);
      here[index] = pieces;
      shipped.set(locationId, here);
      if (firstDay) firstDays[index] = Math.min(firstDays[index] ?? NEVER, dayIn(past, firstDay));
    }
  }
  const shop = new Map([...shipped].map(([id, all]) => [id, all.reduce((sum, pieces) => sum + pieces, 0)]));
  const all = [...shop.values()].reduce((sum, pieces) => sum + pieces, 0);
  return (variantId: VariantId): Pick<ItemFacts, 'stocked' | 'places'> => {
    const index = placeOf.get(variantId) ?? 0;
    const first = firstDays[index] ?? NEVER;
    const stocked = first === NEVER ? undefined : first;
    if (all === 0) return { stocked, places: {} };
    const places = [...shipped].map(([id, of]) => {
      return [id, (of[index] ?? 0) + (SHARED * (shop.get(id) ?? 0)) / all] as const;
    });
    return { stocked, places: sharesOf(places) };
  };
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

async function placeSeries(
  db: Db,
  variantIds: readonly VariantId[],
  { past, zone }: { readonly past: Past; readonly zone: string },
) {
  const found = new Map<VariantId, PartSeries[]>();
  const sold = await readSoldByPlace(db, { variantIds, ...past, zone });
  for (const { variantId, locationId, weeks, pieces } of sold) {
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
