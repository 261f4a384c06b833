import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aSource, needFacts } from '../../testing/need-facts.ts';
import { needOf } from '../need-of.ts';
import { fillableNeed, toSupplierMinimum } from './supplier-minimum.ts';
import { costOf, limitedNeed, withinLimits } from './within-limits.ts';

const FREE = Number.POSITIVE_INFINITY;
const own = (given: Parameters<typeof needFacts>[0] = {}) => {
  const facts = needFacts(given);
  const need = { facts, quantity: needOf(facts).quantity };
  return { ...limitedNeed(need), ...fillableNeed(need) };
};
const needs = [own({ perDay: 2 }), own({ perDay: 4 }), own({ perDay: 1, marginMinor: 100 })];
const cost = needs.reduce((sum, { facts, quantity }) => sum + costOf(facts, quantity), 0);
const pieces = needs.reduce((sum, { quantity }) => sum + quantity, 0);

describe('budget and room', () => {
  test('change nothing where everything fits, to the last cent and piece', () => {
    assert.equal(withinLimits(needs, { budget: FREE, pieces: FREE }).size, 0);
    assert.equal(withinLimits(needs, { budget: cost, pieces }).size, 0);
  });

  test('cut what brings least for what it takes, and are kept to', () => {
    for (const share of [0.9, 0.7, 0.5, 0.2]) {
      const room = { budget: cost * share, pieces: FREE };
      const cut = withinLimits(needs, room);
      assert.ok(cut.size > 0, String(share));
      const left = needs.map(({ quantity }, index) => cut.get(index)?.pieces ?? quantity);
      const spent = needs.reduce((sum, { facts }, index) => sum + costOf(facts, left[index] ?? 0), 0);
      assert.ok(spent <= room.budget, `${spent} of ${room.budget}`);
      for (const { why } of cut.values()) assert.equal(why, 'limited');
    }
    const [least] = withinLimits(needs, { budget: cost - 1, pieces: FREE }).keys();
    assert.equal(least, 2, 'the third earns a sixth of the others a piece');
  });

  test('leave nothing where nothing is left, and hold both', () => {
    assert.deepEqual(
      [...withinLimits(needs, { budget: -5, pieces: FREE }).values()].map((one) => one.pieces),
      [0, 0, 0],
    );
    const cut = withinLimits(needs, { budget: cost, pieces: pieces / 2 });
    const left = needs.reduce((sum, { quantity }, index) => sum + (cut.get(index)?.pieces ?? quantity), 0);
    assert.ok(left > 0 && left <= pieces / 2);
  });

  test('keep to whole packs and the least that a supplier sells', () => {
    const source = aSource({ packSize: 12, minimumQuantity: 24 });
    const one = own({ source });
    for (const budget of [40_000, 20_000, 10_000]) {
      const cut = withinLimits([one], { budget, pieces: FREE }).get(0)?.pieces ?? one.quantity;
      assert.ok(cut % 12 === 0 && (cut === 0 || cut >= 24), `${cut} of ${one.quantity}`);
    }
  });
});

describe('a supplier’s minimum', () => {
  const enough = own({ available: 500 });
  const due = own();
  const value = costOf(due.facts, due.quantity);

  const money = (purchase: number) => ({ purchase, units: 0 });
  const units = (pieces: number) => ({ purchase: 0, units: pieces });

  test('changes nothing where it is reached, or nothing is due', () => {
    assert.equal(toSupplierMinimum([due, enough], money(value)).size, 0);
    assert.equal(toSupplierMinimum([due, enough], units(due.quantity)).size, 0);
    assert.equal(toSupplierMinimum([enough], { purchase: 1_000_000, units: 1_000_000 }).size, 0);
    assert.equal(toSupplierMinimum([due], money(0)).size, 0);
  });

  test('is filled up where little is missing, of what is due or next to be', () => {
    const filled = toSupplierMinimum([due, enough], money(value + 1_000));
    assert.ok(filled.size > 0);
    const total = [due, enough].reduce((sum, { facts, quantity }, index) => {
      const adjustment = filled.get(index);
      assert.ok(adjustment === undefined || (adjustment.why === 'filled' && adjustment.pieces > quantity));
      return sum + costOf(facts, adjustment?.pieces ?? quantity);
    }, 0);
    assert.ok(total >= value + 1_000);
  });

  test('in pieces is filled up the same way, and says that it is of pieces', () => {
    const filled = toSupplierMinimum([due, enough], units(due.quantity + 3));
    const all = [due, enough].map(({ quantity }, index) => filled.get(index)?.pieces ?? quantity);
    assert.equal(
      all.reduce((sum, of) => sum + of, 0),
      due.quantity + 3,
    );
    assert.deepEqual([...new Set([...filled.values()].map(({ why }) => why))], ['filled_pieces']);
    const waits = toSupplierMinimum([due], units(100_000));
    assert.deepEqual(waits.get(0), { why: 'waits_pieces', pieces: 0 });
    // Where both are missing money is the one that is named.
    const both = toSupplierMinimum([due], { purchase: 50_000_000, units: 100_000 });
    assert.equal(both.get(0)?.why, 'waits');
  });

  test('is waited for where filling it up costs more than what is missed by waiting', () => {
    const urgentLess = own({ available: 40, perDay: 2 });
    const waits = toSupplierMinimum([urgentLess], money(50_000_000));
    assert.deepEqual(waits.get(0), urgentLess.quantity > 0 ? { why: 'waits', pieces: 0 } : undefined);
    assert.ok(urgentLess.quantity > 0);
  });

  test('is told of with what would be ordered by itself', () => {
    const facts = { ...due.facts, adjustment: { why: 'limited', pieces: 7 } as const };
    const need = needOf(facts);
    assert.equal(need.quantity, 7);
    assert.deepEqual(need.reasons.at(-1), { kind: 'limited', numbers: { wanted: due.quantity } });
    assert.ok(need.predicted.valueMinor < needOf(due.facts).predicted.valueMinor);
    const waits = needOf({ ...due.facts, adjustment: { why: 'waits', pieces: 0 } });
    assert.deepEqual([waits.quantity, waits.reasons.at(-1)?.kind], [0, 'waits']);
    const source = aSource({ orderMinimumPieces: 500 });
    const more = needOf({ ...due.facts, source, adjustment: { why: 'filled_pieces', pieces: 500 } });
    assert.equal(more.quantity, 500);
    assert.deepEqual(more.reasons.at(-1), {
      kind: 'filled_pieces',
      numbers: { wanted: due.quantity, minimum: 500 },
    });
  });
});
