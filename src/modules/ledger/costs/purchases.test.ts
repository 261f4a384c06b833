import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { currencyOf } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { accountBalance, trialBalance } from '../index.ts';
import { readCostLevels } from '../store/cost-levels.ts';
import { invoiceGoods, takeInvoiceBack } from './invoice-goods.ts';
import { landCosts } from './land-costs.ts';
import { withLanded } from './landed.ts';
import { type CostLevel, NOTHING, taken, withReceived } from './moving-average.ts';
import { receiveGoods } from './receive-goods.ts';
import { shipGoods } from './ship-goods.ts';
import { returnToSupplier, takeBackGoods } from './take-back-goods.ts';

const EUR = currencyOf('EUR');
const { db } = await testDatabase(4);
const write = <Value>(run: (tx: Tx) => Promise<Value>) => db.transaction().execute(run);
const about = (reference: string) => {
  return { currency: EUR, reference, now: Temporal.Instant.from('2026-11-27T08:00:00Z') };
};

test('what goods cost more goes onto those in stock as far as there are any of them, the rest onto those sold', () => {
  const rows: readonly (readonly [
    level: [bigint, bigint],
    pieces: bigint,
    value: bigint,
    stock: bigint,
    sold: bigint,
  ])[] = [
    [[10n, 1_000n], 10n, 100n, 100n, 0n],
    [[4n, 2_000n], 10n, 500n, 200n, 300n],
    [[0n, 0n], 10n, 500n, 0n, 500n],
    [[1n, 10n], 3n, 100n, 33n, 67n],
    [[4n, 100n], 4n, -150n, -100n, -50n],
    [[4n, 100n], 0n, -60n, -60n, 0n],
  ];
  for (const [[quantity, valueMinor], pieces, value, stock, sold] of rows) {
    const landed = withLanded({ ...NOTHING, quantity, valueMinor }, { pieces, valueMinor: value });
    assert.deepEqual([landed.inventoryMinor, landed.soldMinor], [stock, sold], `${value} onto ${quantity}`);
    assert.equal(landed.level.valueMinor, valueMinor + stock);
  }
});

test('an invoice that is dearer than the order makes stock dearer, and what rates moved is told apart', async () => {
  const cup = newId<'variant'>();
  const items = [{ variantId: cup, quantity: 10, valueMinor: 9_200n }];
  await write((tx) => receiveGoods(tx, { ...about('receipt 1'), items }));
  await write((tx) =>
    invoiceGoods(tx, {
      ...{
        ...about('invoice 1'),
        receivedMinor: 9_200n,
        exchangeMinor: 100n,
        chargesMinor: 0n,
        expectedMinor: 0n,
        taxMinor: 190n,
      },
      items: [{ source: newId(), variantId: cup, pieces: 10, valueMinor: 50n }],
    }),
  );
  const balance = (account: Parameters<typeof accountBalance>[1]) =>
    accountBalance(db, account, { currency: EUR });
  assert.deepEqual(
    [await balance('goods_received'), await balance('payables'), await balance('exchange_differences')],
    [0n, -9_540n, 100n],
  );
  assert.deepEqual((await readCostLevels(db, [cup], EUR)).get(cup), { quantity: 10n, valueMinor: 9_250n });
});

test('an invoice that is taken back leaves the books and the cost of goods as they were before it', async () => {
  const pot = newId<'variant'>();
  const items = [{ variantId: pot, quantity: 10, valueMinor: 9_200n }];
  await write((tx) => receiveGoods(tx, { ...about('receipt 2'), items }));
  const standing = async () => {
    const open = (await trialBalance(db)).filter(({ balanceMinor }) => balanceMinor !== 0n);
    return new Map(open.map(({ account, balanceMinor }) => [account, balanceMinor]));
  };
  const before = await standing();
  const invoice = {
    ...{ ...about('invoice 2'), receivedMinor: 9_200n, exchangeMinor: 100n, chargesMinor: 300n },
    ...{
      expectedMinor: 250n,
      taxMinor: 190n,
      items: [{ source: newId(), variantId: pot, pieces: 12, valueMinor: 60n }],
    },
  };
  await write((tx) => invoiceGoods(tx, invoice));
  assert.equal((await readCostLevels(db, [pot], EUR)).get(pot)?.valueMinor, 9_250n);
  await write((tx) => takeInvoiceBack(tx, invoice));
  await write((tx) => takeInvoiceBack(tx, invoice));
  assert.equal((await readCostLevels(db, [pot], EUR)).get(pot)?.valueMinor, 9_200n);
  assert.deepEqual(await standing(), before);
});

test('what was landed by mistake leaves goods as if it never had been, however they came and went since', () => {
  const come = fc.record({
    come: fc.bigInt({ min: 1n, max: 99n }),
    value: fc.bigInt({ min: 0n, max: 99_999n }),
  });
  const go = fc.record({ go: fc.bigInt({ min: 1n, max: 120n }) });
  const other = fc.record({ other: fc.bigInt({ min: 1n, max: 5_000n }) });
  const events = fc.array(fc.oneof(come, go, other), { maxLength: 30 });
  fc.assert(
    fc.property(events, fc.bigInt({ min: 1n, max: 20_000n }), (sequence, valueMinor) => {
      const start: CostLevel = { ...NOTHING, quantity: 10n, valueMinor: 10_000n };
      const put = withLanded(start, { pieces: 10n, valueMinor });
      let [level, never, leavings] = [put.level, start, 0n];
      for (const event of sequence) {
        const both = [level, never].map((of) => {
          if ('come' in event) return withReceived(of, event.come, event.value);
          if ('go' in event) return taken(of, event.go).left;
          return withLanded(of, { pieces: 10n, valueMinor: event.other }).level;
        });
        [level, never] = [both[0] ?? level, both[1] ?? never];
        leavings += 'go' in event ? 1n : 0n;
      }
      const back = withLanded(level, { pieces: 10n, valueMinor: -valueMinor }, put.landed);
      const off = back.level.valueMinor - never.valueMinor;
      // Each leaving was rounded to a minor unit, in one world and in the other.
      assert.ok((off < 0n ? -off : off) <= leavings, `${off} off after ${leavings} leavings`);
      assert.equal(back.landed.landedMinor, 0n);
      assert.equal(back.inventoryMinor + back.soldMinor, -valueMinor);
    }),
    { numRuns: 500 },
  );
});

test('a part of it that is taken back takes its part, and of a cheaper invoice it comes back', () => {
  const table: [landed: bigint, sold: bigint, come: bigint, back: bigint, stock: bigint][] = [
    [1_000n, 0n, 0n, -1_000n, -1_000n],
    [1_000n, 4n, 0n, -1_000n, -600n],
    // 8 others came since: what is there of it is there all the same.
    [1_000n, 4n, 8n, -1_000n, -600n],
    [1_000n, 4n, 8n, -500n, -300n],
    [1_000n, 10n, 20n, -1_000n, 0n],
    [-1_000n, 4n, 8n, 1_000n, 600n],
  ];
  for (const [valueMinor, sold, come, backMinor, stock] of table) {
    const start: CostLevel = { ...NOTHING, quantity: 10n, valueMinor: 10_000n };
    const put = withLanded(start, { pieces: 10n, valueMinor });
    const left = sold === 0n ? put.level : taken(put.level, sold).left;
    const now = withReceived(left, come, come * 900n);
    const back = withLanded(now, { pieces: 10n, valueMinor: backMinor }, put.landed);
    assert.deepEqual(
      [back.inventoryMinor, back.soldMinor],
      [stock, backMinor - stock],
      `${valueMinor}, ${sold}`,
    );
  }
});

test('after any sequence of what happens to goods, the cost levels are the inventory account to the unit', async () => {
  const variants = Array.from({ length: 4 }, () => newId<'variant'>());
  const sources = Array.from({ length: 6 }, () => newId());
  let state = 20_261_127;
  const below = (n: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % n;
  };
  const variant = () => variants[below(4)] ?? variants[0] ?? newId<'variant'>();
  const piece = () => ({ variantId: variant(), quantity: 1 + below(30) });
  const landed = () => [
    {
      source: sources[below(6)] ?? newId(),
      variantId: variant(),
      pieces: below(40),
      valueMinor: BigInt(below(9_000) - 3_000),
    },
  ];
  const acts: readonly ((tx: Tx, reference: string) => Promise<unknown>)[] = [
    (tx, r) => receiveGoods(tx, { ...about(r), items: [{ ...piece(), valueMinor: BigInt(below(50_000)) }] }),
    (tx, r) => takeBackGoods(tx, { ...about(r), items: [{ ...piece(), valueMinor: BigInt(below(20_000)) }] }),
    (tx, r) => landCosts(tx, { ...about(r), items: landed() }),
    (tx, r) => shipGoods(tx, { ...about(r), orderId: newId(), items: [piece()] }),
    (tx, r) =>
      returnToSupplier(tx, {
        ...about(r),
        items: [piece()],
        receivedMinor: BigInt(below(900)),
        ...{ invoicedMinor: 7n, taxMinor: BigInt(below(3)) },
      }),
    (tx, r) => {
      const amounts = {
        receivedMinor: BigInt(below(9_000)),
        exchangeMinor: -3n,
        chargesMinor: 5n,
        expectedMinor: 4n,
        taxMinor: 19n,
      };
      const invoice = { ...about(r), ...amounts, items: landed() };
      return below(2) === 0 ? invoiceGoods(tx, invoice) : takeInvoiceBack(tx, invoice);
    },
  ];
  for (let round = 0; round < 250; round += 1) {
    const act = acts[below(acts.length)];
    await write(async (tx) => {
      await act?.(tx, `round ${round}`);
    });
    const { rows } = await sql<{ value: bigint }>`
      select coalesce(sum(value_minor), 0)::bigint as value from ledger.cost_level where currency = 'EUR'`.execute(
      db,
    );
    assert.equal(await accountBalance(db, 'inventory', { currency: EUR }), rows[0]?.value, `round ${round}`);
  }
  const sums = await trialBalance(db);
  assert.equal(
    sums.reduce((sum, { balanceMinor }) => sum + balanceMinor, 0n),
    0n,
  );
  assert.ok(sums.some(({ account }) => account === 'freight_accrued'));
});
