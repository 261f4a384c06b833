import type { AnalyticsClient } from '../../analytics/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import type { Item, PartSeries, Past } from '../make/item.ts';
import { idOf } from './id-of.ts';
import { byWeek, factsReader, type ItemFacts, type ItemSources, sharesOf, type Told } from './item-facts.ts';
import type { KnownItem } from './known-item.ts';
import type { Good } from './read-goods.ts';

type Answer = Awaited<ReturnType<AnalyticsClient['readDemand']>>;
type VariantDemand = Extract<Answer, { readonly ok: true }>['value'][number];
type Wanted = Pick<VariantDemand, 'days' | 'pieces' | 'prices' | 'channels'>;

/** Goods that are read, forecast and kept at once: in memory are some pages of them, however many there are. */
export const PAGE = 500;
const NOTHING: Wanted = { days: [], pieces: [], prices: [], channels: [] };

/**
 * Everything whose demand is forecast, page by page: the most wanted first, at last what nobody wanted. Bundles are wanted
 * as what they are made of.
 *
 * @throws Error when the warehouse does not answer
 */
export async function* readItems(sources: ItemSources): AsyncGenerator<readonly KnownItem[]> {
  const { past } = sources;
  const { goods } = sources.goods;
  const tell = await factsReader(sources);
  const ofBundles = await demandOfBundles(sources);
  const seen = new Set<VariantId>();
  const known = async (page: readonly Good[], demands: readonly VariantDemand[]) => {
    const byId = new Map(demands.map((demand) => [demand.variantId, demand]));
    return (await tell(page)).map(({ good, facts }) => {
      seen.add(good.variantId);
      const own = byId.get(good.variantId);
      const all = [...(own ? [own] : []), ...(ofBundles.get(good.variantId) ?? [])];
      return knownItem(good, facts, merged(all), past);
    });
  };
  for await (const page of pagesOf(sources)) {
    const found = page.flatMap(({ variantId }) => goods.get(idOf(variantId)) ?? []);
    if (found.length > 0) yield await known(found, page);
  }
  const rest = [...goods.values()].filter(({ variantId }) => !seen.has(variantId));
  for (let from = 0; from < rest.length; from += PAGE) yield await known(rest.slice(from, from + PAGE), []);
}

async function* pagesOf({ analytics, past }: ItemSources): AsyncGenerator<readonly VariantDemand[]> {
  let after: { readonly units: number; readonly variantId: string } | undefined;
  for (;;) {
    const page = await ask(analytics, { ...spanOf(past), limit: PAGE, ...(after ? { after } : {}) });
    yield page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = { units: last.units, variantId: last.variantId };
  }
}

/** Reads the days of some goods, up to `PAGE`. */
export type ItemReader = (page: readonly Told[]) => Promise<KnownItem[]>;

/** What bundles were wanted is read once, the rest when it is asked for. @throws Error when the warehouse does not answer */
export async function itemReader(sources: ItemSources): Promise<ItemReader> {
  const { analytics, past } = sources;
  const ofBundles = await demandOfBundles(sources);
  return async (page) => {
    const variantIds = page.filter(({ facts }) => facts.marks.length > 0).map(({ good }) => good.variantId);
    const asked = { ...spanOf(past), variantIds, limit: PAGE };
    const demands = variantIds.length === 0 ? [] : await ask(analytics, asked);
    const byId = new Map(demands.map((demand) => [demand.variantId, demand]));
    return page.map(({ good, facts }) => {
      const own = byId.get(good.variantId);
      const all = [...(own ? [own] : []), ...(ofBundles.get(good.variantId) ?? [])];
      return knownItem(good, facts, merged(all), past);
    });
  };
}

function knownItem(
  good: Good,
  { stocked, outs, promotions, planned, parts, places }: ItemFacts,
  { channels, ...wanted }: Wanted,
  past: Past,
): KnownItem {
  const firstSold = wanted.days[0] ?? 7 * past.weeks;
  const series = [...parts, ...channelSeries(channels, past)];
  const item: Item = {
    ...{ variantId: good.variantId, category: good.category, brand: good.brand, ...wanted, outs },
    attributes: good.attributes,
    since: Math.min(stocked ?? firstSold, firstSold),
    ...(promotions ? { promotions } : {}),
    ...(planned ? { planned } : {}),
    ...(series.length > 0 ? { parts: series } : {}),
  };
  return {
    ...{ item, good, places },
    channels: sharesOf(channels.map(({ origin, units }) => [origin, units] as const)),
  };
}

/** Of a single channel there is nothing to tell apart. */
function channelSeries(channels: Wanted['channels'], past: Past): PartSeries[] {
  const origins = Map.groupBy(channels, ({ origin }) => origin);
  if (origins.size < 2) return [];
  return [...origins].map(([id, own]) => {
    const all = new Array<number>(past.weeks).fill(0);
    for (const { weeks, pieces } of own) {
      for (const [week, sold] of byWeek(weeks, pieces, past).entries()) all[week] = (all[week] ?? 0) + sold;
    }
    return { kind: 'channel', id, weeks: all };
  });
}

/** By component. What a bundle costs says nothing of what its components do. */
async function demandOfBundles({
  analytics,
  past,
  goods: { bundles },
}: ItemSources): Promise<ReadonlyMap<VariantId, Wanted[]>> {
  const found = new Map<VariantId, Wanted[]>();
  const ids = [...bundles.keys()];
  for (let from = 0; from < ids.length; from += PAGE) {
    const variantIds = ids.slice(from, from + PAGE);
    for (const demand of await ask(analytics, { ...spanOf(past), variantIds, limit: PAGE })) {
      for (const { variantId, quantity } of bundles.get(idOf(demand.variantId)) ?? []) {
        const times = (pieces: number) => pieces * quantity;
        const one: Wanted = {
          ...{ days: demand.days, pieces: demand.pieces.map(times), prices: demand.prices.map(() => 0) },
          channels: demand.channels.map(({ origin, units, weeks, pieces }) => {
            return { origin, units: times(units), weeks, pieces: pieces.map(times) };
          }),
        };
        found.set(variantId, [...(found.get(variantId) ?? []), one]);
      }
    }
  }
  return found;
}

async function ask(
  analytics: ItemSources['analytics'],
  asked: Parameters<AnalyticsClient['readDemand']>[0],
): Promise<readonly VariantDemand[]> {
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
  if (only === undefined) return NOTHING;
  if (demands.length === 1) return only;
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
