import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idFrom } from '../../../kernel/index.ts';
import { demandOver } from './demand-over.ts';
import type { StoredForecast } from './forecast.ts';
import { forecastOfPart, type OwnPart, type Part } from './part.ts';

const firstDay = Temporal.PlainDate.from('2026-11-30');
const WEEKS = 53;
const of = (value: (week: number) => number) => Array.from({ length: WEEKS }, (_, week) => value(week));
const forecast: StoredForecast = {
  ...{ variantId: idFrom<'variant'>(0, new Uint8Array(10)), firstDay, demandClass: 'smooth', method: 'pool' },
  ...{ madeAt: Temporal.Instant.from('2026-11-30T03:00:00Z'), isEnough: true, reasons: [], adjustments: [] },
  ...{ weeks: of((week) => 20 + week), variances: of((week) => 40 * (week + 1)), share: 1 },
  weekdays: new Array<number>(7).fill(1 / 7),
};
const own = (id: string, share: (week: number) => number): Part => {
  const means = of((week) => (20 + week) * share(week));
  const part: OwnPart = {
    kind: 'place',
    id,
    shares: of(share),
    means,
    variances: of((week) => 30 * (week + 1)),
  };
  return { id, share: 0.5, own: part };
};
/** One place takes over from the other. */
const parts = [own('a', (week) => 0.8 - week / 100), own('b', (week) => 0.2 + week / 100)];

test('what places are expected to have comes to what the variant is, over any days', () => {
  for (const [first, days] of [
    [0, 1],
    [0, 7],
    [10, 33],
    [3, 200],
    [0, 365],
  ] as const) {
    const span = { from: firstDay.add({ days: first }), days };
    const sum = parts.reduce((all, part) => all + demandOver(forecastOfPart(forecast, part), span).mean, 0);
    assert.ok(Math.abs(sum / demandOver(forecast, span).mean - 1) < 1e-12, `${days} days`);
  }
});

test('a place with its own weeks has them, and is as uneven as itself', () => {
  const [a] = parts.map((part) => forecastOfPart(forecast, part));
  const week = demandOver(a ?? assert.fail(), { from: firstDay, days: 7 });
  assert.ok(Math.abs(week.mean - 16) < 1e-9 && Math.abs(week.variance - 30) < 1e-9, `${week.variance}`);
  const late = demandOver(a ?? assert.fail(), { from: firstDay.add({ days: 7 * 20 }), days: 7 });
  assert.ok(Math.abs(late.mean - 40 * 0.6) < 1e-9);
});

test('pieces that are one’s by chance are less sure than the share of all', () => {
  const fifth = demandOver(forecastOfPart(forecast, { id: 'c', share: 0.2 }), { from: firstDay, days: 7 });
  // 0.04 × 40 + 0.2 × 0.8 × 20
  assert.ok(Math.abs(fifth.mean - 4) < 1e-9 && Math.abs(fifth.variance - 4.8) < 1e-9, `${fifth.variance}`);
  assert.equal(
    demandOver(forecastOfPart(forecast, { id: 'd', share: 0 }), { from: firstDay, days: 7 }).mean,
    0,
  );
});

test('what people change is the places’ as the pieces are', () => {
  const change = { scope: 'variant', from: firstDay, to: firstDay.add({ days: 6 }), reason: 'TV' } as const;
  const changed = { ...forecast, adjustments: [{ ...change, factor: 2, pieces: 7 }] };
  const span = { from: firstDay, days: 7 };
  const sum = parts.reduce((all, part) => all + demandOver(forecastOfPart(changed, part), span).mean, 0);
  assert.ok(Math.abs(sum - demandOver(changed, span).mean) < 1e-9, `${sum}`);
});
