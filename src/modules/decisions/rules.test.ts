import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { currencyOf } from '../../kernel/index.ts';
import { checkMandate, type Weighed } from './mandate/check.ts';
import { type Limits, type Mandate, noMandate } from './mandate/mandate.ts';
import { rankOf } from './ranking.ts';
import { calibrationOf, isHeld, lossOf, type Scored } from './score/calibration.ts';
import { ACTS, actsOf, afterAct, DECISION_STATES, isOpen } from './state.ts';

const EUR = currencyOf('EUR');
const zone = 'Europe/Berlin';
const at = (text: string) => Temporal.Instant.from(text);
const FRIDAY = at('2026-11-27T09:00:00Z');
const TUESDAY = at('2026-11-24T09:00:00Z');

describe('the life of a decision', () => {
  test('has the transitions of its table and no others', () => {
    const table = Object.fromEntries(DECISION_STATES.map((state) => [state, actsOf(state).join(' ')]));
    assert.deepEqual(table, {
      proposed: 'edit approve reject expire',
      edited: 'edit approve reject expire',
      approved: 'apply fail release',
      applied: 'undo',
      undone: '',
      rejected: 'reopen',
      expired: '',
      failed: 'edit approve reject expire',
    });
  });

  test('is applied only after it was approved, and undone only after it was applied', () => {
    for (const state of DECISION_STATES) {
      for (const act of ACTS) {
        const after = afterAct(state, act);
        if (after === 'applied') assert.equal(state, 'approved');
        if (after === 'undone') assert.equal(state, 'applied');
        if (after === 'approved') assert.ok(isOpen(state));
      }
    }
  });
});

describe('what stands first', () => {
  const rank = (valueMinor: bigint, waitCostMinorPerDay: bigint, now: Temporal.Instant, hours = 1_000) =>
    rankOf(
      {
        predicted: {
          ...{ valueMinor, lowMinor: 0n, highMinor: valueMinor, confidence: 0.8, currency: EUR },
          ...{ horizonDays: 28, counterfactual: 'as_is' },
        },
        waitCostMinorPerDay,
        expiresAt: now.add({ hours }),
      },
      { now, zone },
    );

  test('is what it brings and what waiting until somebody looks again costs', () => {
    assert.deepEqual(rank(12_000n, 1_000n, TUESDAY), {
      ...{ worthMinor: 13_000n, valueMinor: 12_000n, waitMinor: 1_000n, daysToNextLook: 1 },
    });
    assert.equal(rank(12_000n, 1_000n, FRIDAY).worthMinor, 15_000n);
    assert.equal(rank(12_000n, 1_000n, at('2026-11-28T09:00:00Z')).worthMinor, 14_000n);
  });

  test('is all of it where it is over before the next look', () => {
    assert.equal(rank(12_000n, 1_000n, FRIDAY, 30).worthMinor, 24_000n);
    assert.equal(rank(12_000n, 1_000n, TUESDAY, 30).worthMinor, 13_000n);
  });

  test('never falls when it brings more or waiting costs more', () => {
    const minor = fc.bigInt(-1_000_000n, 1_000_000n);
    fc.assert(
      fc.property(minor, fc.bigInt(0n, 10_000n), fc.bigInt(0n, 10_000n), (value, wait, more) => {
        const base = rank(value, wait, FRIDAY).worthMinor;
        assert.ok(rank(value + more, wait, FRIDAY).worthMinor >= base);
        assert.ok(rank(value, wait + more, FRIDAY).worthMinor >= base);
      }),
    );
  });
});

describe('a mandate', () => {
  const limits: Limits = {
    ...{ mostMinor: 10_000n, mostShareMillionths: 200_000, weekMinor: 30_000n, weekCount: 5 },
    ...{ leastValueMinor: 100n, onlyReversible: true, fromHour: 8, toHour: 18 },
  };
  const mandate: Mandate = { ...noMandate('mark_down'), rule: 'within', limits };
  const decision: Weighed = {
    ...{ amountMinor: 10_000n, share: 0.2, valueMinor: 100n, lowMinor: 0n, reversibility: 'reversible' },
  };
  const ground = { spent: { amountMinor: 20_000n, count: 4 }, isStopped: false, now: TUESDAY, zone };
  type Change = Partial<Weighed> & {
    readonly mandate?: Partial<Mandate>;
    readonly at?: Partial<typeof ground>;
  };
  const verdict = ({ mandate: other, at: elsewhere, ...change }: Change) => {
    const told = checkMandate(
      { ...mandate, ...other },
      { ...decision, ...change },
      { ...ground, ...elsewhere },
    );
    return told.may ? (told.isDryRun ? 'would' : 'may') : told.why;
  };

  test('says yes at its limits, and beyond them which of them it is', () => {
    const table: readonly [Change, string][] = [
      [{}, 'may'],
      [{ mandate: { isDryRun: true } }, 'would'],
      [{ mandate: { rule: 'ask' } }, 'asks'],
      [{ mandate: { rule: 'never' } }, 'never'],
      [{ mandate: { lost: { at: TUESDAY, why: 'money' } } }, 'lost'],
      [{ at: { isStopped: true } }, 'stopped'],
      [{ reversibility: 'until_sent' }, 'not_reversible'],
      [{ amountMinor: 10_001n }, 'over_amount'],
      [{ share: 0.2001 }, 'over_share'],
      [{ share: -0.2001 }, 'over_share'],
      [{ share: undefined }, 'no_share'],
      [{ valueMinor: 99n }, 'below_value'],
      [{ lowMinor: -1n }, 'may_cost'],
      [{ at: { now: at('2026-11-24T06:59:00Z') } }, 'hours'],
      [{ at: { now: at('2026-11-24T17:00:00Z') } }, 'hours'],
      [{ at: { spent: { amountMinor: 20_000n, count: 5 } } }, 'over_week_count'],
      [{ at: { spent: { amountMinor: 20_001n, count: 0 } } }, 'over_week'],
      [{ mandate: { limits: { ...limits, fromHour: 22, toHour: 11 } } }, 'may'],
      [{ mandate: { limits: { ...limits, fromHour: 22, toHour: 10 } } }, 'hours'],
    ];
    for (const [change, expected] of table) assert.equal(verdict(change), expected);
  });

  test('never lets a sequence of decisions pass its week', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(0n, 12_000n), { maxLength: 30 }), (amounts) => {
        let spent = { amountMinor: 0n, count: 0 };
        for (const amountMinor of amounts) {
          if (verdict({ amountMinor, at: { spent } }) !== 'may') continue;
          spent = { amountMinor: spent.amountMinor + amountMinor, count: spent.count + 1 };
        }
        assert.ok(spent.amountMinor <= 30_000n && spent.count <= 5);
      }),
    );
  });
});

describe('a score', () => {
  const one = (realisedMinor: number): Scored => {
    const known = {
      realisedLowMinor: realisedMinor,
      realisedHighMinor: realisedMinor,
      isErrorForeseen: false,
    };
    return { predictedMinor: 100, lowMinor: 50, highMinor: 150, confidence: 0.8, realisedMinor, ...known };
  };
  const scores = (held: number, outside: number, missed = 200) => [
    ...Array.from({ length: held }, (_, index) => one(60 + index)),
    ...Array.from({ length: outside }, () => one(missed)),
  ];

  test('says how many intervals held, between which bounds that is known, and how far it is off', () => {
    const { scored, held, stated, coverage, realisedMinor, earnedMinor, lostMinor, bias } = calibrationOf([
      ...[one(50), one(150), one(151), one(-40)],
    ]);
    assert.deepEqual([scored, held, Math.round(stated * 10)], [4, 2, 32]);
    // Wilson (1927) at 95 % of 2 of 4.
    assert.deepEqual([coverage?.low.toFixed(4), coverage?.high.toFixed(4)], ['0.1500', '0.8500']);
    assert.deepEqual([realisedMinor, earnedMinor, lostMinor], [311, 351, -40]);
    assert.equal(bias?.estimate, (311 - 400) / 4);
    assert.equal(calibrationOf([]).coverage, undefined);
  });

  test('takes the mandate away when too few held, by evidence that may be looked at whenever something was scored', () => {
    // Of those that are to hold eight times of ten, a bet on fewer multiplies 144, 21, 129 and 29 times; forty are asked for.
    const table: readonly [held: number, of: number, why: string | undefined][] = [
      [3, 10, 'intervals'],
      [4, 10, undefined],
      [9, 20, 'intervals'],
      [10, 20, undefined],
      [0, 9, undefined],
      [10, 10, undefined],
    ];
    for (const [held, of, why] of table)
      assert.equal(lossOf(scores(held, of - held)), why, `${held} of ${of}`);
  });

  test('takes it away when it costs money beyond doubt, and not for a few bad ones', () => {
    const wide = (realisedMinor: number): Scored => ({
      ...one(realisedMinor),
      lowMinor: -1_000,
      highMinor: 1_000,
    });
    const lost = Array.from({ length: 10 }, (_, index) => wide(-60 - index));
    assert.equal(lossOf(lost), 'money');
    assert.equal(lossOf([...lost.slice(1), wide(900)]), undefined);
    assert.equal(lossOf(lost.slice(1)), undefined);
  });

  test('holds a prediction against what was measured by both their errors, and by its own alone where it foresaw them', () => {
    const measured = (realisedMinor: number, error: number, isErrorForeseen = false): Scored => ({
      ...one(realisedMinor),
      ...{
        realisedLowMinor: realisedMinor - error,
        realisedHighMinor: realisedMinor + error,
        isErrorForeseen,
      },
    });
    // Said to lie 50 around 100. √(50² + 120²) = 130.
    const table: readonly [realised: number, error: number, isForeseen: boolean, isHeld: boolean][] = [
      [150, 0, false, true],
      [151, 0, false, false],
      [230, 120, false, true],
      [231, 120, false, false],
      [-30, 120, false, true],
      [-31, 120, false, false],
      [151, 120, true, false],
    ];
    for (const [realised, error, isForeseen, expected] of table) {
      assert.equal(isHeld(measured(realised, error, isForeseen)), expected, `${realised} ± ${error}`);
    }
    // Only the error towards the prediction excuses it.
    assert.equal(isHeld({ ...measured(151, 0), realisedHighMinor: 900 }), false);
    assert.equal(isHeld({ ...measured(151, 0), realisedLowMinor: 100 }), true);
  });

  test('adds errors up that all decisions share, and takes no mandate away for a loss that they may explain', () => {
    const lost = (error: number) =>
      Array.from({ length: 10 }, (_, index): Scored => {
        const realisedMinor = -60 - index;
        const bounds = { realisedLowMinor: realisedMinor - error, realisedHighMinor: realisedMinor + error };
        return { ...one(realisedMinor), ...bounds, lowMinor: -1_000, highMinor: 1_000 };
      });
    const { realisedMinor, realisedLowMinor, realisedHighMinor } = calibrationOf(lost(20));
    assert.deepEqual([realisedMinor, realisedLowMinor, realisedHighMinor], [-645, -845, -445]);
    assert.equal(lossOf(lost(20)), 'money');
    // 64.5 lost on average; an error of 60 at 80 % is one of 77 at 90 %.
    assert.equal(lossOf(lost(60)), undefined);
  });
});
