import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idFrom } from '../../src/kernel/index.ts';
import { demandOver } from '../../src/modules/forecasting/forecast/demand-over.ts';
import type { StoredForecast } from '../../src/modules/forecasting/forecast/forecast.ts';
import { calendarOf } from '../../src/modules/forecasting/make/calendar.ts';
import { itemForecaster } from '../../src/modules/forecasting/make/forecast-item.ts';
import { forecastTogether } from '../../src/modules/forecasting/make/forecast-items.ts';
import type { Item, Past } from '../../src/modules/forecasting/make/item.ts';
import { learnEffects } from '../../src/modules/forecasting/make/learn-effects.ts';
import { tradeOf } from '../../src/simulator/trade/trade.ts';
import { TRUTHS } from '../../src/simulator/trade/truths.ts';
import { demoWorld } from '../../src/simulator/world/demo-world.ts';

// The demo's past without its campaigns, so that its last weeks are as those before: 70 weeks are learnt from, 8 are foretold.
const truths = { ...TRUTHS, campaigns: [], days: 78 * 7 };
const [WEEKS, AHEAD] = [70, 8];
const lastDay = Temporal.PlainDate.from('2026-09-27');
const past: Past = { from: lastDay.subtract({ days: 78 * 7 - 1 }), weeks: WEEKS };

type Sold = {
  readonly family: string;
  readonly ageDays: number;
  readonly days: Map<number, { pieces: number; price: number }>;
};

function itemsOf(): readonly Item[] {
  const sold = new Map<string, Sold>();
  for (const { date, orders } of tradeOf({
    world: demoWorld(1),
    seed: 3,
    lastDay,
    zone: 'Europe/Berlin',
    truths,
  })) {
    for (const { good, variant, quantity, unitMinor } of orders.flatMap(({ lines }) => lines)) {
      const one = sold.get(variant.sku) ?? { family: good.family, ageDays: good.ageDays, days: new Map() };
      const day = one.days.get(date.index) ?? { pieces: 0, price: unitMinor };
      one.days.set(date.index, { pieces: day.pieces + quantity, price: day.price });
      sold.set(variant.sku, one);
    }
  }
  const items = [...sold.values()].map(({ family, ageDays, days }, index): Item => {
    const rows = [...days].toSorted(([one], [other]) => one - other);
    return {
      ...{ variantId: idFrom<'variant'>(index, new Uint8Array(10)), category: family, brand: undefined },
      ...{ days: rows.map(([day]) => day), pieces: rows.map(([, { pieces }]) => pieces) },
      ...{ prices: rows.map(() => 0), outs: [], since: Math.max(0, truths.days - ageDays) },
    };
  });
  const total = ({ pieces }: Item) => pieces.reduce((sum, one) => sum + one, 0);
  return items.toSorted((one, other) => total(other) - total(one));
}

const items = itemsOf();
const learnt = items.map((item) => {
  const keeps = item.days.map((day) => day < WEEKS * 7);
  const only = (of: readonly number[]) => of.filter((_, index) => keeps[index]);
  return { ...item, days: only(item.days), pieces: only(item.pieces), prices: only(item.prices) };
});
const calendar = calendarOf(past);
const effects = learnEffects(learnt, { weeks: WEEKS, calendar });

test('the simulator’s weekdays are found, and its busy months are busier than its quiet ones', () => {
  const mean = truths.weekdays.reduce((sum, one) => sum + one, 0);
  effects.shop.weekdays.forEach((share, index) => {
    const truth = (truths.weekdays[index] ?? 0) / mean;
    assert.ok(Math.abs(share - truth) < 0.02, `weekday ${index + 1}: ${share} for ${truth}`);
  });
  const monthly = (...months: readonly number[]) =>
    months.reduce((sum, month) => sum + (effects.shop.months[month - 1] ?? 1), 0) / months.length;
  assert.ok(monthly(11, 12) > 1.1 * monthly(1, 2, 7, 8), JSON.stringify(effects.shop.months));
});

test('ranges hold what the simulator sold in the eight weeks to come, and the shop’s total is near', () => {
  const forecast = itemForecaster({ past, calendar, effects });
  const owned = learnt.map((item) => ({ item, own: forecast(item) }));
  const forecasts = owned.map(forecastTogether(owned).fit);
  let [within, enough, expected, came] = [0, 0, 0, 0];
  let told = 0;
  forecasts.forEach((forecast, index) => {
    // Of what came into the shop in the last weeks nothing was there to learn from; what was never sold before is here only
    // because it was sold then.
    if (forecast.demandClass === 'new' || forecast.demandClass === 'never_sold') return;
    told += 1;
    const item = items[index] ?? assert.fail();
    const stored: StoredForecast = {
      ...{
        variantId: item.variantId,
        firstDay: past.from.add({ days: 7 * WEEKS }),
        share: 1,
        isEnough: true,
      },
      ...{ madeAt: Temporal.Instant.from('2026-08-03T00:00:00Z'), reasons: [], adjustments: [] },
      ...{ demandClass: forecast.demandClass, method: forecast.method, weekdays: forecast.weekdays },
      ...{ weeks: [...forecast.weeks], variances: [...forecast.variances] },
    };
    const demand = demandOver(stored, { from: stored.firstDay, days: 7 * AHEAD });
    const actual = item.days.reduce(
      (sum, day, at) => sum + (day >= WEEKS * 7 ? (item.pieces[at] ?? 0) : 0),
      0,
    );
    within += Number(actual >= demand.quantile(0.1) && actual <= demand.quantile(0.9));
    enough += Number(actual <= demand.quantile(0.95));
    expected += demand.mean;
    came += actual;
  });
  const share = (count: number) => count / told;
  assert.ok(share(within) >= 0.75, `${within} of ${told}`);
  // Of 95 % it held 90.5 %: shoppers who come again make demand more uneven than its past shows.
  assert.ok(share(enough) >= 0.85, `${enough} of ${told}`);
  assert.ok(Math.abs(expected / came - 1) < 0.2, `${expected} for ${came}`);
});
