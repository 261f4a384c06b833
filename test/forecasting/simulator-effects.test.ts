import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idFrom } from '../../src/kernel/index.ts';
import { calendarOf } from '../../src/modules/forecasting/make/calendar.ts';
import { USUAL_DEPTH } from '../../src/modules/forecasting/make/effects.ts';
import type { Item, Past } from '../../src/modules/forecasting/make/item.ts';
import { learnEffects } from '../../src/modules/forecasting/make/learn-effects.ts';
import { calendarOf as tradeCalendar } from '../../src/simulator/trade/calendar.ts';
import { tradeOf } from '../../src/simulator/trade/trade.ts';
import { TRUTHS } from '../../src/simulator/trade/truths.ts';
import { demoWorld } from '../../src/simulator/world/demo-world.ts';

// The demo's past with its campaigns, and the same shop without them: what they make of demand is the difference.
const WEEKS = 78;
const lastDay = Temporal.PlainDate.from('2026-09-27');
const past: Past = { from: lastDay.subtract({ days: WEEKS * 7 - 1 }), weeks: WEEKS };
const truths = { ...TRUTHS, days: WEEKS * 7 };
const about = { seed: 3, lastDay, zone: 'Europe/Berlin' };
const days = tradeCalendar(truths, about);

type Sold = { readonly family: string; readonly days: Map<number, number> };

function sold(campaigns: typeof TRUTHS.campaigns): readonly Sold[] {
  const found = new Map<string, Sold>();
  for (const { date, orders } of tradeOf({
    ...about,
    world: demoWorld(1),
    truths: { ...truths, campaigns },
  })) {
    for (const { good, variant, quantity } of orders.flatMap(({ lines }) => lines)) {
      const one = found.get(variant.sku) ?? { family: good.family, days: new Map() };
      found.set(variant.sku, one);
      one.days.set(date.index, (one.days.get(date.index) ?? 0) + quantity);
    }
  }
  return [...found.values()];
}

const within = sold(TRUTHS.campaigns);
const piecesIn = (of: readonly Sold[], isIn: (day: number) => boolean) =>
  of.reduce(
    (sum, one) => [...one.days].reduce((all, [day, pieces]) => all + (isIn(day) ? pieces : 0), sum),
    0,
  );
const isPromoted = (day: number) => days[day]?.campaign !== undefined;

/** Days of each campaign that follow each other. */
const promotions = days.flatMap(({ index, campaign }) => {
  if (campaign === undefined || days[index - 1]?.campaign !== undefined) return [];
  return { from: index, to: index + campaign.days, depth: campaign.discount, name: campaign.name };
});
const items = within
  .map((one, index): Item => {
    const rows = [...one.days].toSorted(([first], [second]) => first - second);
    return {
      ...{ variantId: idFrom<'variant'>(index, new Uint8Array(10)), category: one.family, brand: undefined },
      ...{
        days: rows.map(([day]) => day),
        pieces: rows.map(([, pieces]) => pieces),
        prices: rows.map(() => 0),
      },
      ...{ outs: [], since: 0, promotions },
    };
  })
  .toSorted((one, other) => other.pieces.length - one.pieces.length);
const holidays = days.flatMap(({ day }) => {
  const holiday = truths.holidays.some((one) => one.month === day.month && one.day === day.day);
  return holiday ? [{ day, weight: 1 }] : [];
});
const { shop } = learnEffects(items, { weeks: WEEKS, calendar: calendarOf(past, holidays) });

test('what the simulator’s campaigns make of demand is found, all of the shop together', () => {
  const truth = piecesIn(within, isPromoted) / piecesIn(sold([]), isPromoted);
  const depth = promotions.reduce((sum, one) => sum + one.depth, 0) / promotions.length;
  const found = Math.exp((shop.promotion * depth) / USUAL_DEPTH);
  assert.ok(promotions.length >= 3 && truth > 1.3, `${truth}`);
  assert.ok(Math.abs(Math.log(found / truth)) < Math.log(1.25), `${found} for ${truth}`);
});

test('its holidays, which cost a fifth to a half of a day, cost a week no more than that, or are not told', () => {
  // Of a week a day is a seventh: the worst of them make 8 % less of it.
  const found = Math.expm1(shop.holiday);
  assert.ok(found > -0.25 && found < 0.1, `${found}`);
});
