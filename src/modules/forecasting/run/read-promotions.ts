import type { Db } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import { readShop } from '../../markets/index.ts';
import {
  listPromotions,
  listScheduledPrices,
  type Promotion,
  readPromotionHistory,
} from '../../pricing/index.ts';
import { WEEKS_AHEAD } from '../forecast/forecast.ts';
import type { Past, PlannedPrice } from '../make/item.ts';
import { goodsOf, type TimedPromotion } from './promoted-goods.ts';

/** What longer runs is no event any more, but what things cost. */
const MOST_DAYS = 42;
const PAGE = 1_000;

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
    const { schedule, segments, isFirstOrder, minimum } = promotion.conditions;
    const starts = later(schedule?.startsAt?.toPlainDate(), since);
    const ends = earlier(schedule?.endsAt?.toPlainDate(), until);
    if (!starts || !ends || segments || isFirstOrder) return;
    const [from, to] = [dayOf(starts), Math.max(dayOf(ends), dayOf(starts) + 1)];
    const benefits = promotion.benefits.filter((benefit) => goodsOf(benefit).length > 0);
    if (benefits.length === 0 || to - from > MOST_DAYS || to <= 0 || from >= 7 * (past.weeks + WEEKS_AHEAD))
      return;
    const weekdays = schedule?.weekdays;
    found.push({
      ...{ from, to, name: promotion.name, benefits, minimum: minimum?.value },
      ...(weekdays ? { weekdays } : {}),
    });
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
