import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysOf, grainOf, grainsOf, hourIn, isDay, lengthOf } from './days.ts';

test('spans with a name end today, or are yesterday', () => {
  const of = (span: Parameters<typeof daysOf>[0], today = '2026-03-01') => {
    const { from, to } = daysOf(span, today);
    return `${from} ${to}`;
  };
  assert.equal(of('today'), '2026-03-01 2026-03-01');
  assert.equal(of('yesterday'), '2026-02-28 2026-02-28');
  assert.equal(of('7d'), '2026-02-23 2026-03-01');
  assert.equal(of('28d'), '2026-02-02 2026-03-01');
  assert.equal(of('week', '2026-11-27'), '2026-11-23 2026-11-27');
  assert.equal(of('week', '2026-11-29'), '2026-11-23 2026-11-29');
  assert.equal(of('week', '2026-11-30'), '2026-11-30 2026-11-30');
  assert.equal(of('month', '2026-11-27'), '2026-11-01 2026-11-27');
  assert.equal(of('year', '2026-11-27'), '2026-01-01 2026-11-27');
  assert.equal(lengthOf(daysOf('90d', '2028-03-01')), 90);
});

test('rows are hours, days, weeks or months by the length of the span', () => {
  const grain = (from: string, to: string) => grainOf({ from, to });
  assert.deepEqual(
    [grain('2026-11-27', '2026-11-27'), grain('2026-11-01', '2026-11-27'), grain('2026-01-01', '2026-11-27')],
    ['hour', 'day', 'week'],
  );
  assert.equal(grain('2020-01-01', '2026-11-27'), 'month');
  assert.deepEqual(grainsOf({ from: '2026-11-27', to: '2026-11-27' }), ['hour', 'day']);
  assert.deepEqual(grainsOf({ from: '2020-01-01', to: '2026-11-27' }), ['week', 'month']);
});

test('the hour is the one of the shop’s zone', () => {
  const moment = new Date('2026-12-31T23:30:00Z');
  assert.equal(hourIn('Europe/Berlin', moment), '2027-01-01T00:00');
  assert.equal(hourIn('America/New_York', moment), '2026-12-31T18:00');
});

test('what is no day is not asked for', () => {
  assert.deepEqual(['2026-11-27', '2026-13-01', '27.11.2026', ''].map(isDay), [true, false, false, false]);
});
