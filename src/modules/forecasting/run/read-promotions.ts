import type { Db } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import { readShop } from '../../markets/index.ts';
import {
  type Benefit,
  type Goods as ChosenGoods,
  listPromotions,
  listScheduledPrices,
  type Promotion,
  readPromotionHistory,
} from '../../pricing/index.ts';
import { WEEKS_AHEAD } from '../forecast/forecast.ts';
import type { Past, PlannedPrice, PromotedDays } from '../make/item.ts';
import type { Good } from './read-goods.ts';

/** What longer runs is no event any more, but what things cost. */
const MOST_DAYS = 42;
/** What an amount, a gift or a price for several takes off: not known before it is bought. */
const ASSUMED_DEPTH = 0.15;
const PAGE = 1_000;

/** A promotion with its days, from the first of the past on, and the goods that it is about. */
export type TimedPromotion = PromotedDays & { readonly goods: readonly ChosenGoods[] };

/**
 * Promotions that begin and end, of the past and planned: those that apply by themselves, as they were at each time, and those
 * with a code that has a time. What only some shoppers get is none of them: it moves the demand of a few.
 */
export async function readPromotions(db: Db, past: Past): Promise<readonly TimedPromotion[]> {
  const { timeZone: zone } = await readShop(db);
  const dayOf = (day: Temporal.PlainDate) => past.from.until(day, { largestUnit: 'days' }).days;
  const { changes } = await readPromotionHistory(db);
  const found: TimedPromotion[] = [];
  const told = (promotion: Promotion, since: Temporal.PlainDate | undefined, until?: Temporal.PlainDate) => {
    const { schedule, segments, isFirstOrder } = promotion.conditions;
    const starts = later(schedule?.startsAt?.toPlainDate(), since);
    const ends = earlier(schedule?.endsAt?.toPlainDate(), until);
    if (!starts || !ends || segments || isFirstOrder) return;
    const [from, to] = [dayOf(starts), Math.max(dayOf(ends), dayOf(starts) + 1)];
    const goods = promotion.benefits.flatMap(goodsOf);
    if (goods.length === 0 || to - from > MOST_DAYS || to <= 0 || from >= 7 * (past.weeks + WEEKS_AHEAD))
      return;
    const running = (schedule?.weekdays?.length ?? 7) / 7;
    const depth = running * Math.max(...promotion.benefits.map(depthOf));
    found.push({ from, to, depth, name: promotion.name, goods });
  };
  for (const own of Map.groupBy(changes, ({ promotionId }) => promotionId).values()) {
    for (const [index, { promotion, changedAt }] of own.entries()) {
      if (promotion === undefined) continue;
      const next = own[index + 1]?.changedAt;
      const dayAt = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(zone).toPlainDate();
      told(promotion, dayAt(changedAt), next && dayAt(next));
    }
  }
  for (const { promotion, isActive } of await listPromotions(db)) {
    if (isActive && promotion.trigger === 'code') told(promotion, undefined);
  }
  return found;
}

/** The promotions that a variant is in. */
export function promotionsOf(promotions: readonly TimedPromotion[], good: Good): PromotedDays[] {
  return promotions
    .filter(({ goods }) => goods.some((chosen) => isChosen(chosen, good)))
    .map(({ goods: _, ...days }) => days);
}

/** Prices that are to begin, in the shop's currency, against today's. */
export async function readPlannedPrices(
  db: Db,
  past: Past,
): Promise<ReadonlyMap<VariantId, readonly PlannedPrice[]>> {
  const { timeZone: zone, defaultCurrency } = await readShop(db);
  const planned = new Map<VariantId, PlannedPrice[]>();
  let after: { readonly startsAt: Temporal.Instant; readonly id: string } | undefined;
  for (;;) {
    const page = await listScheduledPrices(db, { after, limit: PAGE });
    for (const { variantId, currency, startsAt, amountMinor, currentMinor } of page) {
      if (currency !== defaultCurrency || !currentMinor) continue;
      const day = past.from.until(startsAt.toZonedDateTimeISO(zone).toPlainDate(), {
        largestUnit: 'days',
      }).days;
      const one = { day, times: Number(amountMinor) / Number(currentMinor) };
      planned.set(variantId, [...(planned.get(variantId) ?? []), one]);
    }
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return planned;
    after = last;
  }
}

function later(one: Temporal.PlainDate | undefined, other: Temporal.PlainDate | undefined) {
  if (one === undefined || other === undefined) return one ?? other;
  return Temporal.PlainDate.compare(one, other) > 0 ? one : other;
}

function earlier(one: Temporal.PlainDate | undefined, other: Temporal.PlainDate | undefined) {
  if (one === undefined || other === undefined) return one ?? other;
  return Temporal.PlainDate.compare(one, other) < 0 ? one : other;
}

/** What of a benefit makes goods cheaper; delivery does not. */
function goodsOf(benefit: Benefit): ChosenGoods[] {
  if (benefit.kind === 'buy_x_get_y') return [benefit.get];
  if ('goods' in benefit) return [benefit.goods];
  return [];
}

function depthOf(benefit: Benefit): number {
  if (benefit.kind === 'percent_off') return benefit.rateMillionths / 1e6;
  return ASSUMED_DEPTH;
}

/** As the quote has it, by what the catalogue says of a variant; collections and tags are not known here and choose nothing. */
function isChosen({ anyOf, noneOf }: ChosenGoods, good: Good): boolean {
  const matches = (selection: ChosenGoods['anyOf'][number]) => {
    const { products, variants, categories, brands, collections, tags } = selection;
    if (collections || tags) return false;
    const lists = [
      products?.includes(good.productId),
      variants?.includes(good.variantId),
      brands?.includes(good.brand ?? ''),
      categories?.some((path) => good.category === path || good.category.startsWith(`${path}/`)),
    ];
    return lists.every((isIn) => isIn !== false);
  };
  return (anyOf.length === 0 || anyOf.some(matches)) && !noneOf.some(matches);
}
