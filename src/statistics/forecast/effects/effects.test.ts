import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { randomFor } from '../../../simulator/random.ts';
import { drawOverdispersed } from '../testing/a-demand-world.ts';
import { effectsOf, factorOf } from './effects-of.ts';
import { type EffectRow, fitEffects } from './fit-effects.ts';
import type { PeriodFacts } from './period-facts.ts';

/**
 * 60 items of very different size over two years of weeks: December +18 % and a price elasticity of −1.4 are
 * planted.
 */
function world(seed: number, dispersion: number, odd = 0): EffectRow[] {
  const { next, pick, chance } = randomFor(seed, 'effects');
  return Array.from({ length: 60 }, (_, item) => 0.5 * 1.08 ** item).flatMap((expected) =>
    Array.from({ length: 104 }, (__, week) => {
      const month = 1 + (Math.floor((week * 12) / 52) % 12);
      const price = pick([1, 1, 1, 0.9, 0.8, 1.04]);
      const promotion = Number(chance(0.1));
      const mean = expected * (month === 12 ? 1.18 : 1) * price ** -1.4 * 1.5 ** promotion;
      const actual = chance(odd) ? 30 * expected : drawOverdispersed(next, mean, dispersion * mean);
      return { actual, expected, facts: { month, price, promotion } };
    }),
  );
}

const effect = (rows: readonly EffectRow[], facts: PeriodFacts) => {
  const fit = fitEffects(rows);
  assert.ok(fit);
  const [found] = effectsOf(fit, facts, 0.9);
  assert.ok(found);
  return found.effect;
};

describe('effects are found again where they were planted', () => {
  const rows = world(1, 2);
  for (const [what, facts, planted] of [
    // Against the mean of twelve months, in logarithms, which it raises itself.
    ['+18 % for December', { month: 12 }, 1.18 ** (11 / 12) - 1],
    ['−5 % for a price 4 % above its reference', { price: 1.04 }, 1.04 ** -1.4 - 1],
    ['+37 % for a fifth off', { price: 0.8 }, 0.8 ** -1.4 - 1],
    ['half as much again in a promotion', { promotion: 1 }, 0.5],
  ] as const) {
    test(what, () => {
      const { estimate, low, high } = effect(rows, facts);
      assert.ok(Math.abs(estimate - planted) < 0.05, `${estimate} is not ${planted}`);
      assert.ok(low < estimate && estimate < high && high - low < 0.15);
    });
  }

  test('all of a period together are their product', () => {
    const fit = fitEffects(rows);
    assert.ok(fit);
    assert.ok(Math.abs(factorOf(fit, { month: 12, price: 0.8 }) / (1.165 * 0.8 ** -1.4) - 1) < 0.05);
    assert.equal(factorOf(fit, {}), 1);
    assert.equal(factorOf(fit, { holidays: 1 }), 1);
  });

  test('with one row in a hundred thirty times too high, too', () => {
    const { estimate } = effect(world(2, 2, 0.01), { price: 0.8 });
    assert.ok(Math.abs(estimate - 0.367) < 0.08, String(estimate));
  });

  test('and an interval of 90 % holds the elasticity in about as many worlds', () => {
    const worlds = 24;
    let held = 0;
    for (let seed = 10; seed < 10 + worlds; seed += 1) {
      const { low, high } = effect(world(seed, 1.5).slice(0, 1040), { price: 0.8 });
      held += Number(low <= 0.8 ** -1.4 - 1 && 0.8 ** -1.4 - 1 <= high);
    }
    // 21.6 of 24, less three standard errors of 1.5.
    assert.ok(held >= 17, String(held));
  });
});

describe('what is not known is not made up', () => {
  test('no effect below thirty rows, or of rows that expect nothing or are not known', () => {
    const row = { actual: 3, expected: 2, facts: { month: 1 } };
    assert.equal(fitEffects(Array<EffectRow>(29).fill(row)), undefined);
    assert.equal(fitEffects(Array<EffectRow>(99).fill({ ...row, expected: 0 })), undefined);
    assert.equal(fitEffects(Array<EffectRow>(99).fill({ ...row, actual: Number.NaN })), undefined);
  });

  test('a holiday that was seen once, at three times as much, is hardly believed', () => {
    const rows = Array.from({ length: 60 }, (_, index) => ({
      ...{ actual: index === 9 ? 6 : 2, expected: 2 },
      facts: { holidays: Number(index === 9) },
    }));
    const { estimate } = effect(rows, { holidays: 1 });
    assert.ok(estimate > 0.05 && estimate < 0.6, String(estimate));
  });

  test('nothing but zeros gives numbers', () => {
    const fit = fitEffects(
      Array<EffectRow>(40).fill({ actual: 0, expected: 1, facts: { weekday: 2, price: 0.9 } }),
    );
    assert.ok(fit?.coefficients.every(Number.isFinite) && Number.isFinite(factorOf(fit, { price: 0.9 })));
  });

  test('a price of nothing is refused', () => {
    assert.throws(
      () => fitEffects(Array<EffectRow>(40).fill({ actual: 1, expected: 1, facts: { price: 0 } })),
      RangeError,
    );
  });
});
