import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { idFrom } from '../../../kernel/index.ts';
import { demandAhead, demandOver } from './demand-over.ts';
import type { StoredForecast } from './forecast.ts';
import { type PromotedSpan, runsOn, sharesAt } from './promoted.ts';

const firstDay = Temporal.PlainDate.from('2026-11-30');
const weekdays = [0.1, 0.1, 0.1, 0.1, 0.1, 0.2, 0.3];
const forecastWith = (promoted: readonly PromotedSpan[]): StoredForecast => ({
  ...{ variantId: idFrom<'variant'>(0, new Uint8Array(10)), firstDay, demandClass: 'smooth', method: 'pool' },
  ...{ madeAt: Temporal.Instant.from('2026-11-30T03:00:00Z'), isEnough: true, reasons: [], adjustments: [] },
  ...{ weeks: [70, 140, 70], variances: [100, 300, 400], weekdays, promoted, share: 1 },
});

test('a promotion runs from its first day until before its last, on its weekdays', () => {
  const span = { from: 2, to: 16, weekdays: [5, 6] };
  const days = Array.from({ length: 21 }, (_, day) => day).filter((day) => runsOn(span, day));
  assert.deepEqual(days, [4, 5, 11, 12]);
});

test('its days have more of their week, and the week has what it had', () => {
  const told = sharesAt({ weekdays, promoted: [{ from: 5, to: 6, times: 2 }] }, 0);
  const rounded = told.map((share) => Number(share.toFixed(6)));
  assert.deepEqual(
    rounded,
    [0.1, 0.1, 0.1, 0.1, 0.1, 0.4, 0.3].map((of) => Number((of / 1.2).toFixed(6))),
  );
  assert.equal(sharesAt({ weekdays, promoted: [{ from: 5, to: 6, times: 2 }] }, 1), weekdays);
  const forecast = forecastWith([{ from: 7, to: 9, times: 3 }]);
  const of = (day: number, days: number) =>
    demandOver(forecast, { from: firstDay.add({ days: day }), days }).mean;
  assert.equal(of(0, 1), 7);
  assert.ok(Math.abs(of(7, 1) - (140 * 0.3) / 1.4) < 1e-9, `${of(7, 1)}`);
  assert.ok(Math.abs(of(9, 1) - (140 * 0.1) / 1.4) < 1e-9, `${of(9, 1)}`);
  assert.ok(Math.abs(of(7, 7) - 140) < 1e-9 && Math.abs(of(0, 21) - 280) < 1e-9);
});

test('days of weeks come to their week whatever is promoted, and all of them told at once are the same', () => {
  const span = fc.record({
    from: fc.nat(20),
    to: fc.nat(30),
    times: fc.double({ min: 1, max: 6, noNaN: true }),
    weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
  });
  fc.assert(
    fc.property(fc.array(span, { maxLength: 4 }), fc.nat(30), fc.nat(60), (promoted, from, days) => {
      const forecast = forecastWith(promoted);
      for (let week = 0; week < 3; week += 1) {
        const shares = sharesAt(forecast, week);
        assert.ok(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-9);
      }
      const begins = firstDay.add({ days: from });
      const [over, ahead] = [demandOver(forecast, { from: begins, days }), demandAhead(forecast, begins)];
      assert.ok(Math.abs(over.mean - ahead.meanOver(days)) < 1e-6 * (1 + over.mean));
      assert.ok(Math.abs(over.variance - ahead.varianceOver(days)) < 1e-6 * (1 + over.variance));
    }),
  );
});
