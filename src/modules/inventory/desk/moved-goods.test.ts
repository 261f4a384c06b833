import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { idFrom } from '../../../kernel/index.ts';
import { allocate, moveStock, readMovedGoods, reserve, shipStock } from '../index.ts';
import { aStockShop } from '../testing/a-stock-shop.ts';

const { db, write, main, variant } = await aStockShop(await testDatabase(4), ['Cup', 'Pot']);
const owner = idFrom<'order'>(0, new Uint8Array(10));
const at = (text: string) => Temporal.Instant.from(text);

test('pieces that left for shoppers count at their place, and goods are known since they first lay anywhere', async () => {
  const received = { reason: 'received', reference: '', actor: 'staff:a' } as const;
  const stocked = { ...received, now: at('2026-03-01T23:30:00Z') };
  await write((tx) =>
    moveStock(tx, { ...stocked, moves: [{ variantId: variant(0), quantity: 9, locationId: main }] }),
  );
  const now = at('2026-03-05T10:00:00Z');
  await write((tx) =>
    reserve(tx, { owner, demand: [{ variantId: variant(0), quantity: 4 }], expiresAt: undefined, now }),
  );
  await write((tx) => allocate(tx, { owner, now }));
  const items = [{ variantId: variant(0), locationId: main, quantity: 4 }];
  await write((tx) => shipStock(tx, { owner, items, now, reference: 'parcel' }));
  await write((tx) =>
    moveStock(tx, {
      ...{ moves: [{ variantId: variant(0), quantity: -1, locationId: main }], reason: 'damaged' },
      ...{ reference: '', actor: 'staff:a', now },
    }),
  );
  const moved = async (since: string) => {
    const rows = await readMovedGoods(db, {
      ...{ variantIds: [variant(0), variant(1)], since: at(since), zone: 'Europe/Berlin' },
    });
    return rows.map(({ variantId, locationId, shipped, firstDay }) => [
      variantId,
      locationId,
      shipped,
      `${firstDay}`,
    ]);
  };
  assert.deepEqual(await moved('2026-03-01T00:00:00Z'), [[variant(0), main, 4, '2026-03-02']]);
  assert.deepEqual(await moved('2026-03-06T00:00:00Z'), [[variant(0), main, 0, '2026-03-02']]);
  const others = { variantIds: [variant(1)], since: at('2026-03-01T00:00:00Z'), zone: 'Europe/Berlin' };
  assert.deepEqual(await readMovedGoods(db, others), []);
});
