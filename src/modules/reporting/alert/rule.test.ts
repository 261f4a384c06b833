import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { randomFor } from '../../../simulator/random.ts';
import { episodesOf } from './episodes.ts';
import { fewestDays, judge, type Rule } from './rule.ts';
import { daysFrom, ordinaryDays, outOf, poisson } from './testing/ordinary-days.ts';
import { bucketOf, isComplete, tellableAt } from './when.ts';

const at = (text: string) => Temporal.Instant.from(text);
describe('a rule', () => {
  const points = daysFrom('2026-11-01', [5, 5, 5, 5, 5, 5, 5, 5, 12, 2, 5]);

  test('of limits is out above one and below the other, and not at them', () => {
    assert.deepEqual(outOf(judge({ kind: 'threshold', above: 11, below: 5 }, points)), [
      '2026-11-09',
      '2026-11-10',
    ]);
    assert.deepEqual(outOf(judge({ kind: 'threshold', above: 12 }, points)), []);
  });

  test('of a change is against the week before, and says nothing of the first week', () => {
    const judged = judge({ kind: 'change', direction: 'either', percent: 50 }, points);
    assert.deepEqual(judged.slice(0, 7), Array(7).fill(undefined));
    assert.deepEqual(outOf(judged), ['2026-11-09', '2026-11-10']);
    const [, up] = (['up', 'down'] as const).map((direction) =>
      judge({ kind: 'change', direction, percent: 50 }, points),
    );
    assert.deepEqual(outOf(up ?? []), ['2026-11-10']);
    const nine = judged[8];
    assert.deepEqual([nine?.expected, nine?.low, nine?.high], [5, 2.5, 7.5]);
  });

  test('of a change of an hour is against the same hour, whatever the clocks did between', () => {
    const hours = [
      { time: '2026-10-24T02:00', value: 10 },
      { time: '2026-10-31T02:00', value: 21 },
    ];
    assert.deepEqual(outOf(judge({ kind: 'change', direction: 'up', percent: 100 }, hours)), [
      '2026-10-31T02:00',
    ]);
  });

  test('of a change from nothing says nothing', () => {
    assert.equal(
      judge(
        { kind: 'change', direction: 'up', percent: 1 },
        daysFrom('2026-11-01', [0, 0, 0, 0, 0, 0, 0, 9]),
      )[7],
      undefined,
    );
  });
});

describe('episodes', () => {
  const judged = (pattern: string) =>
    [...pattern].map((letter, day) =>
      letter === '?' ? undefined : { time: `${day}`, value: day, isOut: letter === 'x' },
    );

  test('are from the first number out of the ordinary to the first that is not', () => {
    const found = episodesOf(judged('.xx.x?x.?.x'));
    assert.deepEqual(
      found.map(({ began, length, ended }) => [began.time, length, ended?.time]),
      [
        ['1', 2, '3'],
        ['4', 2, '7'],
        ['10', 1, undefined],
      ],
    );
  });

  test('are the same judged at once or piece by piece', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('x', '.', '?'), maxLength: 30 }),
        fc.nat(30),
        (pattern, cut) => {
          const all = judged(pattern);
          const first = episodesOf(all.slice(0, cut));
          const last = first.at(-1);
          const open = last?.ended === undefined ? last : undefined;
          const rest = episodesOf(all.slice(cut), open);
          assert.deepEqual([...(open ? first.slice(0, -1) : first), ...rest], episodesOf(all));
        },
      ),
    );
  });
});

describe('an hour, a day or a week', () => {
  const zone = 'Europe/Berlin';
  const day = { grain: 'day', graceMinutes: 30 } as const;

  test('is over when late events have had their time, by the clocks of the shop', () => {
    const isOver = (bucket: string, knownTo: string) =>
      isComplete(bucket, day, { zone, knownTo: at(knownTo) });
    assert.equal(isOver('2026-11-26', '2026-11-26T23:29:00Z'), false);
    assert.equal(isOver('2026-11-26', '2026-11-26T23:31:00Z'), true);
    assert.equal(isOver('2026-11-27', '2026-11-26T23:31:00Z'), false);
  });

  test('that the clocks repeat is over after the second', () => {
    const hour = { grain: 'hour', graceMinutes: 0 } as const;
    const isOver = (knownTo: string) => isComplete('2026-10-25T02:00', hour, { zone, knownTo: at(knownTo) });
    assert.deepEqual([isOver('2026-10-25T01:30:00Z'), isOver('2026-10-25T02:00:00Z')], [false, true]);
  });

  test('has the name that reports give it', () => {
    const named = (grain: 'hour' | 'day' | 'week', moment: string, place = zone) =>
      bucketOf(grain, place, at(moment));
    assert.equal(named('hour', '2026-11-27T14:59:00Z'), '2026-11-27T15:00');
    assert.equal(named('day', '2026-12-31T10:00:00Z', 'Pacific/Kiritimati'), '2027-01-01');
    assert.equal(named('week', '2027-01-03T12:00:00Z'), '2026-12-28');
  });
});

type Tellable = Parameters<typeof tellableAt>[0];

describe('nobody is told', () => {
  const zone = 'Europe/Berlin';
  const alert: Tellable = { isMuted: false, snoozedUntil: undefined, quiet: { from: 22, to: 7 } };
  const tellable = (change: Partial<Tellable>, now: string) =>
    tellableAt({ ...alert, ...change }, { zone, now: at(now) })?.toString();

  test('in quiet hours, which may go over midnight', () => {
    assert.equal(tellable({}, '2026-11-27T20:59:00Z'), '2026-11-27T20:59:00Z');
    assert.equal(tellable({}, '2026-11-27T21:00:00Z'), '2026-11-28T06:00:00Z');
    assert.equal(tellable({}, '2026-11-28T05:59:00Z'), '2026-11-28T06:00:00Z');
    assert.equal(tellable({}, '2026-11-28T06:00:00Z'), '2026-11-28T06:00:00Z', 'its end is not quiet');
    const noon = { quiet: { from: 12, to: 14 } };
    assert.equal(tellable(noon, '2026-11-28T10:59:00Z'), '2026-11-28T10:59:00Z');
    assert.equal(tellable(noon, '2026-11-28T11:00:00Z'), '2026-11-28T13:00:00Z');
    assert.equal(tellable(noon, '2026-11-28T13:00:00Z'), '2026-11-28T13:00:00Z');
    assert.equal(tellable({ quiet: { from: 8, to: 8 } }, '2026-11-27T21:00:00Z'), '2026-11-27T21:00:00Z');
  });

  test('before a snooze is over, nor in the quiet hours after it, nor ever when it is muted', () => {
    const snoozedUntil = at('2026-11-27T23:00:00Z');
    assert.equal(tellable({ snoozedUntil }, '2026-11-27T12:00:00Z'), '2026-11-28T06:00:00Z');
    assert.equal(tellable({ snoozedUntil }, '2026-11-28T12:00:00Z'), '2026-11-28T12:00:00Z');
    assert.equal(tellable({ isMuted: true }, '2026-11-27T12:00:00Z'), undefined);
  });
});

const NOISES: readonly [name: string, noise: (mean: number, next: () => number) => number][] = [
  ['orders, one by one', poisson],
  // Each order comes to something else: the sum of so many exponential amounts.
  [
    'sales of orders of all sizes',
    (mean, next) =>
      Array.from({ length: poisson(mean, next) }, () => -60 * Math.log(1 - next())).reduce(
        (a, b) => a + b,
        0,
      ),
  ],
  ['visits that come in crowds', (mean, next) => 25 * poisson(mean / 4, next)],
];
const RATES = [
  ['month', 365.25 / 12],
  ['quarter', 365.25 / 4],
  ['year', 365.25],
] as const;

// More of them for the figures in the README: ALARM_WORLDS=12.
const WORLDS = Number(process.env['ALARM_WORLDS'] ?? 2);

describe('about one false alarm in so long', () => {
  for (const [name, noise] of NOISES) {
    test(`of ${name}`, () => {
      const worlds = Array.from({ length: WORLDS }, (_, world) =>
        ordinaryDays(randomFor(41, `${name} ${world}`).next, 56 + 365 + 365, noise),
      );
      for (const [falseAlarms, days] of RATES) {
        const rule: Rule = { kind: 'anomaly', falseAlarms, direction: 'either' };
        let [alarms, episodes, judgedDays] = [0, 0, 0];
        for (const points of worlds) {
          const judged = judge(rule, points).slice(-365);
          judgedDays += judged.filter((one) => one !== undefined).length;
          alarms += outOf(judged).length;
          episodes += episodesOf(judged).length;
        }
        const per = (count: number) => count / (judgedDays / days);
        if (WORLDS > 2)
          console.log(
            `${name}: one a ${falseAlarms}: days ${per(alarms).toFixed(2)}, episodes ${per(episodes).toFixed(2)}`,
          );
        assert.equal(judgedDays, WORLDS * 365);
        // Told once for each episode: about what is stated. Bounds are those of three standard errors of so few events.
        const expected = judgedDays / days;
        const reach = 3 * Math.sqrt(expected);
        assert.ok(
          alarms < expected * 1.3 + reach,
          `${alarms} alarms where ${expected.toFixed(1)} are stated`,
        );
        assert.ok(
          alarms > expected * 0.5 - reach,
          `${alarms} alarms where ${expected.toFixed(1)} are stated`,
        );
      }
    });
  }

  test('is said of no day without enough days before it', () => {
    for (const [falseAlarms] of RATES) {
      const rule: Rule = { kind: 'anomaly', falseAlarms, direction: 'either' };
      const judged = judge(rule, ordinaryDays(randomFor(41, 'start').next, 500, poisson));
      assert.equal(
        judged.findIndex((one) => one !== undefined),
        fewestDays(rule),
      );
    }
  });

  test('a day at half of what is usual is found, in its own direction', () => {
    const points = ordinaryDays(randomFor(41, 'half').next, 600, poisson);
    const half = points.with(590, {
      ...(points[590] ?? { time: '' }),
      value: (points[590]?.value ?? 0) * 0.35,
    });
    const found = (direction: 'up' | 'down' | 'either') =>
      judge({ kind: 'anomaly', falseAlarms: 'month', direction }, half)[590];
    assert.deepEqual([found('either')?.isOut, found('down')?.isOut, found('up')?.isOut], [true, true, false]);
    assert.ok((found('down')?.low ?? 0) > (half[590]?.value ?? 0));
    assert.equal(found('down')?.high, undefined);
  });
});
