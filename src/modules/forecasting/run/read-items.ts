import { parseId } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import type { AnalyticsClient } from '../../analytics/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import { type LocationId, readMovedGoods, readStockDays } from '../../inventory/index.ts';
import type { Item, Past } from '../make/item.ts';
import type { KnownItem } from './known-item.ts';
import type { Good, Goods } from './read-goods.ts';

type Answer = Awaited<ReturnType<AnalyticsClient['readDemand']>>;
type VariantDemand = Extract<Answer, { readonly ok: true }>['value'][number];

export type ReadItems = {
  readonly db: Db;
  readonly analytics: Pick<AnalyticsClient, 'readDemand'>;
  readonly past: Past;
  readonly zone: string;
  readonly goods: Goods;
};

const PAGE = 1_000;
const SHIPPED = { hours: 24 * 365 };

/**
 * Everything whose demand is forecast, page by page: the most wanted first, at last what nobody wanted. Bundles are wanted
 * as what they are made of.
 *
 * @throws Error when the warehouse does not answer
 */
export async function* readItems(input: ReadItems): AsyncGenerator<readonly KnownItem[]> {
  const { goods } = input.goods;
  const about = await readSurroundings(input);
  const ofBundles = await demandOfBundles(input);
  const seen = new Set<VariantId>();
  const known = (good: Good, demand: VariantDemand | undefined): KnownItem => {
    seen.add(good.variantId);
    return about(good, merged([...(demand ? [demand] : []), ...(ofBundles.get(good.variantId) ?? [])]));
  };
  for await (const page of pagesOf(input)) {
    const found = page.flatMap((demand) => {
      const good = goods.get(idOf(demand.variantId));
      return good ? [known(good, demand)] : [];
    });
    if (found.length > 0) yield found;
  }
  const rest = [...goods.values()].filter(({ variantId }) => !seen.has(variantId));
  for (let from = 0; from < rest.length; from += PAGE) {
    yield rest.slice(from, from + PAGE).map((good) => known(good, undefined));
  }
}

type Wanted = Pick<VariantDemand, 'days' | 'pieces' | 'prices' | 'channels'>;

async function* pagesOf({ analytics, past }: ReadItems): AsyncGenerator<readonly VariantDemand[]> {
  let after: { readonly units: number; readonly variantId: string } | undefined;
  for (;;) {
    const page = await ask(analytics, { ...spanOf(past), limit: PAGE, ...(after ? { after } : {}) });
    yield page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = { units: last.units, variantId: last.variantId };
  }
}

/** By component. What a bundle costs says nothing of what its components do. */
async function demandOfBundles({
  analytics,
  past,
  goods: { bundles },
}: ReadItems): Promise<ReadonlyMap<VariantId, Wanted[]>> {
  const found = new Map<VariantId, Wanted[]>();
  const ids = [...bundles.keys()];
  for (let from = 0; from < ids.length; from += PAGE) {
    const variantIds = ids.slice(from, from + PAGE);
    for (const demand of await ask(analytics, { ...spanOf(past), variantIds, limit: PAGE })) {
      for (const { variantId, quantity } of bundles.get(idOf(demand.variantId)) ?? []) {
        const times = (pieces: number) => pieces * quantity;
        const one: Wanted = {
          ...{ days: demand.days, pieces: demand.pieces.map(times), prices: demand.prices.map(() => 0) },
          channels: demand.channels.map(({ origin, units }) => ({ origin, units: times(units) })),
        };
        found.set(variantId, [...(found.get(variantId) ?? []), one]);
      }
    }
  }
  return found;
}

async function ask(analytics: ReadItems['analytics'], asked: Parameters<AnalyticsClient['readDemand']>[0]) {
  const answer = await analytics.readDemand(asked);
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.value;
}

function spanOf({ from, weeks }: Past) {
  return { from, to: from.add({ days: 7 * weeks - 1 }) };
}

/** Several demands of one variant as one, by day. */
function merged(demands: readonly Wanted[]): Wanted {
  const [only] = demands;
  if (only !== undefined && demands.length === 1) return only;
  const days = new Map<number, { pieces: number; price: number }>();
  for (const one of demands) {
    one.days.forEach((day, index) => {
      const sum = days.get(day) ?? { pieces: 0, price: 0 };
      days.set(day, {
        pieces: sum.pieces + (one.pieces[index] ?? 0),
        price: sum.price || (one.prices[index] ?? 0),
      });
    });
  }
  const rows = [...days].toSorted(([one], [other]) => one - other);
  return {
    days: rows.map(([day]) => day),
    pieces: rows.map(([, { pieces }]) => pieces),
    prices: rows.map(([, { price }]) => price),
    channels: demands.flatMap(({ channels }) => channels),
  };
}

/** Reads what is known of stock and places of all goods once, and says it of each. */
async function readSurroundings({ db, past, zone }: ReadItems) {
  const since = past.from.toZonedDateTime(zone).toInstant();
  const ends = past.from
    .add({ days: 7 * past.weeks })
    .toZonedDateTime(zone)
    .toInstant();
  const [stock, moved] = await Promise.all([
    readStockDays(db, { since, zone }),
    readMovedGoods(db, { since: ends.subtract(SHIPPED), zone }),
  ]);
  const outs = new Map(stock.map((one) => [one.variantId, one.outs]));
  const places = new Map<VariantId, Map<LocationId, number>>();
  const shop = new Map<LocationId, number>();
  const stocked = new Map<VariantId, Temporal.PlainDate>();
  for (const { variantId, locationId, shipped, firstDay } of moved) {
    const own = places.get(variantId) ?? new Map<LocationId, number>();
    places.set(variantId, own.set(locationId, (own.get(locationId) ?? 0) + shipped));
    shop.set(locationId, (shop.get(locationId) ?? 0) + shipped);
    const before = stocked.get(variantId);
    if (firstDay && (!before || Temporal.PlainDate.compare(firstDay, before) < 0))
      stocked.set(variantId, firstDay);
  }
  const dayOf = (day: Temporal.PlainDate) => past.from.until(day, { largestUnit: 'days' }).days;
  const last = 7 * past.weeks - 1;
  return (good: Good, { channels, ...wanted }: Wanted): KnownItem => {
    const first = stocked.get(good.variantId);
    const firstSold = wanted.days[0] ?? last + 1;
    const item: Item = {
      ...{ variantId: good.variantId, category: good.category, brand: good.brand, ...wanted },
      outs: (outs.get(good.variantId) ?? []).map(
        ({ from, to }) => [dayOf(from), to ? dayOf(to) : last] as const,
      ),
      since: Math.min(first ? dayOf(first) : firstSold, firstSold),
    };
    return {
      ...{ item, good, places: placeShares(places.get(good.variantId), shop) },
      channels: sharesOf(channels.map(({ origin, units }) => [origin, units] as const)),
    };
  };
}

/** So many pieces of the whole shop count with a variant's own. */
const SHARED = 10;

function placeShares(
  own: ReadonlyMap<LocationId, number> | undefined,
  shop: ReadonlyMap<LocationId, number>,
) {
  const all = [...shop.values()].reduce((sum, pieces) => sum + pieces, 0);
  if (all === 0) return {};
  return sharesOf(
    [...shop].map(([id, pieces]) => [id, (own?.get(id) ?? 0) + (SHARED * pieces) / all] as const),
  );
}

function sharesOf(parts: readonly (readonly [string, number])[]): Readonly<Record<string, number>> {
  const all = parts.reduce((sum, [, pieces]) => sum + pieces, 0);
  const shares: Record<string, number> = {};
  for (const [name, pieces] of parts) if (pieces > 0) shares[name] = (shares[name] ?? 0) + pieces / all;
  return shares;
}

function idOf(text: string): VariantId {
  const id = parseId<'variant'>(text);
  if (id === undefined) throw new RangeError(`${text} is no id of a variant`);
  return id;
}
