import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { randomFor } from '../../../simulator/random.ts';
import { daysNeeded, judge, type Point, type Rule } from './rule.ts';
import { ordinaryDays, outOf, poisson } from './testing/ordinary-days.ts';

const HOLIDAYS = ['01-01', '05-01', '10-03', '12-24', '12-25', '12-26', '12-31'];

/** Holidays at half, and two weeks in November at nearly twice what they would have been. */
function notOrdinary(days: readonly Point[]): { points: Point[]; known: Map<string, string> } {
  const known = new Map<string, string>();
  const points = days.map(({ time, value }) => {
    const day = time.slice(5);
    const isCampaign = day >= '11-16' && day < '11-30';
    if (!isCampaign && !HOLIDAYS.includes(day)) return { time, value };
    known.set(time, isCampaign ? 'Black weeks' : 'a holiday');
    return { time, value: Math.round(value * (isCampaign ? 1.8 : 0.5)) };
  });
  return { points, known };
}

describe('in a shop with holidays and campaigns', () => {
  const { points, known } = notOrdinary(ordinaryDays(randomFor(41, 'holidays').next, 56 + 3 * 365, poisson));
  const rule: Rule = { kind: 'anomaly', falseAlarms: 'quarter', direction: 'either' };
  const alarmsOf = (days: ReadonlyMap<string, string>) => outOf(judge(rule, points, days).slice(-2 * 365));

  test('known, they are not judged, and the others as often as stated', () => {
    const judged = judge(rule, points, known).slice(-2 * 365);
    assert.ok(judged.every((one) => one === undefined || !known.has(one.time)));
    const ordinary = judged.filter((one) => one !== undefined).length;
    assert.equal(ordinary, points.slice(-2 * 365).filter(({ time }) => !known.has(time)).length);
    const [alarms, stated] = [outOf(judged).length, ordinary / (365.25 / 4)];
    assert.ok(
      alarms < stated * 1.3 + 3 * Math.sqrt(stated),
      `${alarms} where ${stated.toFixed(1)} are stated`,
    );
  });

  test('not known, they are what is told of, and hide what else there is', () => {
    const told = alarmsOf(new Map());
    assert.ok(told.filter((time) => known.has(time)).length >= told.length / 2, `${told}`);
    // A day at half of what is usual, two weeks after a campaign.
    const dropped = points.map((point) =>
      point.time === '2026-12-15' ? { ...point, value: Math.round(point.value * 0.4) } : point,
    );
    const isToldOf = (days: ReadonlyMap<string, string>) =>
      judge(rule, dropped, days).find((one) => one?.time === '2026-12-15')?.isOut;
    assert.deepEqual([isToldOf(known), isToldOf(new Map())], [true, false]);
  });

  test('one false alarm a year is told apart though some days of each year are not judged', () => {
    const yearly: Rule = { kind: 'anomaly', falseAlarms: 'year', direction: 'either' };
    const asked = points.slice(-daysNeeded(yearly) - 1);
    const last = judge(yearly, asked, known).at(-1);
    assert.ok(known.has(asked.at(-1)?.time ?? '') || last !== undefined);
  });
});
