import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lotsAhead, lotsThere } from './lots.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2026-12-01');
const lot = (expiresOn: string, pieces: number) => ({ expiresOn: day(expiresOn), pieces });
const shown = (lots: readonly { expiresOn: Temporal.PlainDate; pieces: number }[]) =>
  lots.map(({ expiresOn, pieces }) => `${pieces} until ${expiresOn}`);

test('what is there is what expires last, since what expires first was sold first', () => {
  const lots = [lot('2027-06-01', 20), lot('2027-03-01', 10)];
  assert.deepEqual(shown(lotsThere(lots, 24)), ['4 until 2027-03-01', '20 until 2027-06-01']);
  assert.deepEqual(shown(lotsThere(lots, 7)), ['7 until 2027-06-01']);
  assert.deepEqual(shown(lotsThere(lots, 100)), ['10 until 2027-03-01', '20 until 2027-06-01']);
  assert.deepEqual(lotsThere(lots, 0), []);
});

test('what will not be sold before its day is left over, and does not sell for a later lot', () => {
  const soldWithin = (days: number) => 2 * days;
  const ahead = lotsAhead([lot('2026-12-13', 5), lot('2026-12-11', 30)], { today, soldWithin });
  assert.deepEqual(
    ahead.map(({ pieces, unsold }) => [pieces, unsold]),
    [
      [30, 10],
      [5, 1],
    ],
  );
  const [gone] = lotsAhead([lot('2026-11-20', 3)], { today, soldWithin });
  assert.equal(gone?.unsold, 3, 'what expired already is left over');
});

test('lots and sales: no lot is left over by more than it has, and all together sell no more than is wanted', () => {
  const some = fc.array(
    fc.record({ at: fc.integer({ min: 0, max: 90 }), pieces: fc.integer({ min: 1, max: 50 }) }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(some, fc.integer({ min: 0, max: 5 }), (given, perDay) => {
      const lots = given.map(({ at, pieces }) => ({ expiresOn: today.add({ days: at }), pieces }));
      const ahead = lotsAhead(lots, { today, soldWithin: (days) => perDay * days });
      assert.ok(ahead.every(({ pieces, unsold }) => unsold >= 0 && unsold <= pieces));
      const last = Math.max(0, ...given.map(({ at }) => at));
      const sold = ahead.reduce((sum, { pieces, unsold }) => sum + pieces - unsold, 0);
      assert.ok(sold <= perDay * last);
    }),
  );
});
