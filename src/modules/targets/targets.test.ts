import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { currencyOf, expectOk } from '../../kernel/index.ts';
import { transactOrRefuse } from '../../platform/database/index.ts';
import {
  amountText,
  endOf,
  findTarget,
  kpiOf,
  periodName,
  periodOf,
  readAmount,
  readTargetChanges,
  readTargets,
  setTargets,
  type TargetCell,
} from './index.ts';

const EUR = currencyOf('EUR');
const NOW = Temporal.Instant.from('2026-11-27T08:00:00Z');
const { db } = await testDatabase();

const period = (name: string) => {
  const found = periodOf(name);
  assert.ok(found, name);
  return found;
};
const cell = (name: string, amount: bigint | undefined, given: Partial<TargetCell> = {}): TargetCell => ({
  ...{ kpi: 'net_sales', market: '', currency: EUR, ...period(name), amount },
  ...given,
});
const set = (cells: readonly TargetCell[], by = 'staff:ada', now = NOW) =>
  transactOrRefuse(db, (tx) => setTargets(tx, { cells, markets: ['eu', 'us'], by, now }));
const during = async (year: number) => {
  const { startsOn: from } = period(String(year));
  return readTargets(db, { from, to: endOf(period(String(year))) });
};

test('a year of months is pasted, one is changed, one taken away, and each says what it was', async () => {
  const months = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}`);
  assert.equal(expectOk(await set(months.map((name) => cell(name, 100_000n)))), 12);
  const again = [cell('2026-01', 100_000n), cell('2026-02', 120_000n), cell('2026-03', undefined)];
  assert.equal(expectOk(await set(again, 'staff:ben')), 2);
  assert.equal(expectOk(await set([cell('2026-03', 90_000n)], 'staff:cleo')), 1);
  const kept = await during(2026);
  const march = kept.find((target) => periodName(target) === '2026-03');
  assert.ok(march);
  assert.deepEqual(
    [kept.length, kept.find((target) => periodName(target) === '2026-02')?.amount],
    [12, 120_000n],
  );
  const changes = await readTargetChanges(db, march);
  assert.deepEqual(
    changes.map(({ before, after, by }) => [before, after, by]),
    [
      [undefined, 90_000n, 'staff:cleo'],
      [100_000n, undefined, 'staff:ben'],
      [undefined, 100_000n, 'staff:ada'],
    ],
  );
  assert.deepEqual(await findTarget(db, march.id), march);
});

test('what cannot be aimed at is refused by the cell that is wrong, and nothing of the paste is kept', async () => {
  const usd = currencyOf('USD');
  const { currency: _, ...without } = cell('2027-02', 5n);
  const table: readonly [Partial<TargetCell>, string, string][] = [
    [{ kpi: 'orders' }, 'currency_not_used', 'targets[1].currency'],
    [{ market: 'mars' }, 'invalid_market', 'targets[1].market'],
    [{ kpi: 'ad_spend', market: 'eu' }, 'market_not_known', 'targets[1].market'],
    [{ currency: usd }, 'set_twice', 'targets[2]'],
  ];
  for (const [wrong, code, field] of table) {
    const cells = [
      cell('2027-01', 5n),
      { ...cell('2027-02', 5n), ...wrong },
      cell('2027-02', 7n, { currency: usd }),
    ];
    const refused = await set(cells);
    assert.ok(!refused.ok, code);
    assert.deepEqual([refused.refusal.code, refused.refusal.field], [code, field]);
  }
  const bare = await set([without]);
  assert.ok(!bare.ok && bare.refusal.code === 'currency_required');
  assert.deepEqual(await during(2027), []);
});

test('a target of a market that is gone is taken away, and none is set', async () => {
  expectOk(await set([cell('2028', 5n, { market: 'eu' })]));
  const gone = { markets: [], by: 'staff:ada', now: NOW };
  const change = (amount: bigint | undefined) =>
    transactOrRefuse(db, (tx) =>
      setTargets(tx, { cells: [cell('2028', amount, { market: 'eu' })], ...gone }),
    );
  const refused = await change(6n);
  assert.ok(!refused.ok && refused.refusal.code === 'invalid_market');
  assert.equal(expectOk(await change(undefined)), 1);
});

test('two people who set the same cell at once both stand in its history', async () => {
  await Promise.all([set([cell('2029', 1n)]), set([cell('2029', 2n)]), set([cell('2029', 3n)])]);
  const [target] = await during(2029);
  assert.ok(target);
  const changes = await readTargetChanges(db, target);
  assert.equal(changes.length, 3);
  // Each begins where the one before it ended.
  for (const [index, { before }] of changes.entries()) assert.equal(before, changes[index + 1]?.after);
});

test('amounts are decimals of what they are, and come back as they went in', () => {
  const table = [
    ['net_sales', '12000.50', 1_200_050n, '12000.50'],
    ['orders', '340', 340n, '340'],
    ['conversion_rate', '0.025', 25_000n, '0.025'],
    ['conversion_rate', '1', 1_000_000n, '1'],
  ] as const;
  for (const [kpi, text, amount, shown] of table) {
    assert.equal(expectOk(readAmount(kpiOf(kpi), EUR, text)), amount);
    assert.equal(amountText(kpiOf(kpi), EUR, amount), shown);
  }
  for (const [kpi, text] of [
    ['orders', '1.5'],
    ['orders', '0'],
    ['conversion_rate', '1.01'],
    ['conversion_rate', '0.0000001'],
    ['net_sales', '-3'],
    ['net_sales', '1.234'],
    ['net_sales', 'much'],
  ] as const) {
    assert.equal(readAmount(kpiOf(kpi), EUR, text).ok, false, `${kpi} ${text}`);
  }
});

test('periods are months, quarters and years of the calendar', () => {
  for (const [name, first, last] of [
    ['2028-02', '2028-02-01', '2028-02-29'],
    ['2026-Q4', '2026-10-01', '2026-12-31'],
    ['2026', '2026-01-01', '2026-12-31'],
  ] as const) {
    const found = period(name);
    assert.deepEqual([found.startsOn.toString(), endOf(found).toString()], [first, last]);
    assert.equal(periodName(found), name);
  }
  for (const name of ['2026-13', '2026-Q5', '26', '2026-1', '']) assert.equal(periodOf(name), undefined);
});
