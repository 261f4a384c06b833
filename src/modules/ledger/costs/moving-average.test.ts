import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { testDatabase } from '../../../../test/database.ts';
import { currencyOf } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { accountBalance } from '../index.ts';
import { readCostLevels } from '../store/cost-levels.ts';
import { type CostLevel, NOTHING, taken, withReceived } from './moving-average.ts';
import { adjustGoods, receiveGoods } from './receive-goods.ts';
import { returnGoods } from './return-goods.ts';
import { shipGoods } from './ship-goods.ts';

describe('the moving average', () => {
  const table: [
    level: [bigint, bigint],
    quantity: bigint,
    taken: bigint,
    left: [bigint, bigint],
    unvalued: bigint,
  ][] = [
    [[3n, 100n], 1n, 33n, [2n, 67n], 0n],
    [[2n, 67n], 1n, 34n, [1n, 33n], 0n],
    [[1n, 33n], 1n, 33n, [0n, 0n], 0n],
    [[4n, 1_000n], 3n, 750n, [1n, 250n], 0n],
    [[2n, 500n], 5n, 500n, [0n, 0n], 3n],
    [[0n, 0n], 2n, 0n, [0n, 0n], 2n],
    [[5n, 0n], 2n, 0n, [3n, 0n], 0n],
  ];
  for (const [[quantity, valueMinor], pieces, expected, left, unvalued] of table) {
    test(`${pieces} of ${quantity} that cost ${valueMinor} cost ${expected}`, () => {
      const went = taken({ ...NOTHING, quantity, valueMinor }, pieces);
      assert.deepEqual([went.valueMinor, went.unvalued], [expected, unvalued]);
      assert.deepEqual([went.left.quantity, went.left.valueMinor], left);
    });
  }

  test('however goods come and go, what went and what is left is what came, to the penny', () => {
    const come = fc.record({
      come: fc.bigInt({ min: 1n, max: 99n }),
      value: fc.bigInt({ min: 0n, max: 99_999n }),
    });
    const go = fc.record({ go: fc.bigInt({ min: 1n, max: 120n }) });
    fc.assert(
      fc.property(fc.array(fc.oneof(come, go), { maxLength: 40 }), (events) => {
        let [level, came, went]: [CostLevel, bigint, bigint] = [NOTHING, 0n, 0n];
        for (const event of events) {
          if ('come' in event) {
            level = withReceived(level, event.come, event.value);
            came += event.value;
          } else {
            const out = taken(level, event.go);
            level = out.left;
            went += out.valueMinor;
          }
          assert.equal(level.valueMinor + went, came);
          assert.ok(level.quantity > 0n || level.valueMinor === 0n);
        }
      }),
    );
  });
});

describe('goods in the ledger', async () => {
  const EUR = currencyOf('EUR');
  const { db } = await testDatabase(12);
  const write = <Value>(run: (tx: Tx) => Promise<Value>) => db.transaction().execute(run);
  const about = (reference: string) => {
    return { currency: EUR, reference, now: Temporal.Instant.from('2026-11-23T08:00:00Z') };
  };
  const balance = (account: 'inventory' | 'cost_of_goods' | 'inventory_adjustments' | 'goods_received') =>
    accountBalance(db, account, { currency: EUR });
  const balances = async () => [
    await balance('inventory'),
    await balance('cost_of_goods'),
    await balance('inventory_adjustments'),
    await balance('goods_received'),
  ];
  const [cup, pot] = [newId<'variant'>(), newId<'variant'>()];
  const orderId = newId();

  test('come in at cost, leave at the average, and come back at what they left at', async () => {
    const item = { variantId: cup, quantity: 2, valueMinor: 100n };
    await write((tx) => receiveGoods(tx, { ...about('in 1'), items: [item] }));
    await write((tx) =>
      receiveGoods(tx, { ...about('in 2'), items: [{ ...item, quantity: 1, valueMinor: 101n }] }),
    );
    const [out] = await write((tx) =>
      shipGoods(tx, { ...about('out 1'), orderId, items: [{ variantId: cup, quantity: 2 }] }),
    );
    assert.deepEqual([out?.costMinor, out?.estimatedQuantity, out?.isUnknown], [134n, 0, false]);
    assert.deepEqual(await balances(), [67n, 134n, 0n, -201n]);
    // Dearer goods in between do not change what the two cost.
    await write((tx) => receiveGoods(tx, { ...about('in 3'), items: [{ ...item, valueMinor: 999n }] }));
    const back = (reference: string, condition: 'sellable' | 'damaged') =>
      write((tx) =>
        returnGoods(tx, {
          ...about(reference),
          orderId,
          items: [{ variantId: cup, quantity: 1, condition }],
        }),
      );
    await back('back 1', 'sellable');
    await back('back 2', 'damaged');
    assert.deepEqual(await balances(), [67n + 999n + 67n, 0n, 67n, -1_200n]);
    await back('back 3', 'sellable');
    assert.equal((await balances())[0], 1_133n);
  });

  test('leave at the catalogue’s cost, or marked at nothing, where nobody ever gave one', async () => {
    const before = await balances();
    const [known, unknown] = await write((tx) =>
      shipGoods(tx, {
        ...{ ...about('out 2'), orderId },
        items: [
          { variantId: pot, quantity: 3, catalogueMinor: 250n },
          { variantId: newId<'variant'>(), quantity: 1 },
        ],
      }),
    );
    assert.deepEqual([known?.costMinor, known?.estimatedQuantity, known?.isUnknown], [750n, 3, false]);
    assert.deepEqual([unknown?.costMinor, unknown?.estimatedQuantity, unknown?.isUnknown], [0n, 1, true]);
    const after = await balances();
    assert.deepEqual(
      after.map((one, index) => one - (before[index] ?? 0n)),
      [0n, 750n, -750n, 0n],
    );
  });

  test('are counted: found at the average, lost at the average', async () => {
    const jug = newId<'variant'>();
    const items = [{ variantId: jug, quantity: 4, valueMinor: 1_000n }];
    await write((tx) => receiveGoods(tx, { ...about('in 4'), items }));
    const count = (reference: string, quantity: number) =>
      write((tx) => adjustGoods(tx, { ...about(reference), items: [{ variantId: jug, quantity }] }));
    await count('count 1', -1);
    await count('count 2', 3);
    const level = (await readCostLevels(db, [jug], EUR)).get(jug);
    assert.deepEqual(level, { quantity: 6n, valueMinor: 1_500n });
  });

  test('the same reference again changes nothing, also from many at once', async () => {
    const before = await balances();
    const items = [{ variantId: cup, quantity: 1, valueMinor: 1n }];
    await write((tx) => receiveGoods(tx, { ...about('in 1'), items }));
    const ships = Array.from({ length: 8 }, () =>
      write((tx) => shipGoods(tx, { ...about('out 9'), orderId, items: [{ variantId: cup, quantity: 1 }] })),
    );
    const shipped = (await Promise.all(ships)).flat();
    assert.equal(shipped.length, 1);
    const cost = shipped[0]?.costMinor ?? 0n;
    const after = await balances();
    assert.deepEqual(
      after.map((one, index) => one - (before[index] ?? 0n)),
      [-cost, cost, 0n, 0n],
    );
  });
});
