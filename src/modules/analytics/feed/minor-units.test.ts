import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { openWarehouse } from '../../../platform/warehouse/index.ts';
import { millionthsAMinor, roundedInTurn } from './minor-units.ts';

const warehouse = await openWarehouse({ memoryMb: 128, threads: 1, readers: 1 });
after(() => warehouse.close());

const UNIT = 10_000n;

async function rounded(amounts: readonly bigint[]): Promise<bigint[]> {
  const list = amounts.map((amount) => `${amount}::bigint`).join(', ');
  const minor = roundedInTurn({ amount: 'amount', unit: String(UNIT), of: 'true', order: 'place' });
  const rows = await warehouse.rows<{ minor: bigint }>(`
    select ${minor} as minor from (select unnest([${list}]) as amount, generate_subscripts([${list}], 1) as place)
    order by place`);
  return rows.map((row) => row.minor);
}

const amounts = fc.array(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), { minLength: 1, maxLength: 30 });

test('thirds of a cent come to whole cents in turn, also below zero', async () => {
  const table: readonly (readonly [given: bigint[], expected: bigint[]])[] = [
    [
      [4_000n, 4_000n, 4_000n],
      [0n, 1n, 0n],
    ],
    [
      [-4_000n, -4_000n, -4_000n],
      [0n, -1n, 0n],
    ],
    [[5_000n], [1n]],
    [[-5_000n], [0n]],
    [
      [-15_001n, 5_001n],
      [-2n, 1n],
    ],
    [
      [2_550_000n, 3_333n, -2_550_000n, 3_333n],
      [255n, 0n, -255n, 1n],
    ],
  ];
  for (const [given, expected] of table) assert.deepEqual(await rounded(given), expected, String(given));
});

test('what any stretch of rows comes to is less than a unit off, and all of them half a unit', async () => {
  await fc.assert(
    fc.asyncProperty(amounts, async (given) => {
      const minor = await rounded(given);
      for (let from = 0; from < given.length; from += 1) {
        let off = 0n;
        for (let at = from; at < given.length; at += 1) {
          off += (minor[at] ?? 0n) * UNIT - (given[at] ?? 0n);
          assert.ok(off < UNIT && off > -UNIT, `rows ${from} to ${at} are ${off} millionths off`);
          if (from === 0) assert.ok(2n * off <= UNIT && 2n * off > -UNIT);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('whole amounts stay what they are, wherever they stand among others', async () => {
  const mixed = fc.array(
    fc.record({
      amount: fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
      isWhole: fc.boolean(),
    }),
    { minLength: 1, maxLength: 30 },
  );
  await fc.assert(
    fc.asyncProperty(mixed, async (drawn) => {
      const minor = await rounded(drawn.map(({ amount, isWhole }) => (isWhole ? amount * UNIT : amount)));
      for (const [at, { amount, isWhole }] of drawn.entries()) {
        if (isWhole) assert.equal(minor[at], amount);
      }
    }),
    { numRuns: 60 },
  );
});

test('a smallest unit is what the currency says', async () => {
  const currencies = ['EUR', 'JPY', 'KWD', 'XXX'];
  const rows = await warehouse.rows<{ unit: number }>(
    `select ${millionthsAMinor('currency')} as unit from (select unnest(['${currencies.join("','")}']) as currency)`,
  );
  assert.deepEqual(
    rows.map(({ unit }) => unit),
    [10_000, 1_000_000, 1_000, 10_000],
  );
});
