import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { currencyOf, expectOk } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { saveProducts, type VariantId } from '../catalog/index.ts';
import { accountBalance, readCostLevels, receiveGoods } from '../ledger/index.ts';
import {
  correctStock,
  defaultLocation,
  receiveTransfer,
  saveLocation,
  saveTransfer,
  sendTransfer,
  setOnHand,
} from './index.ts';

const EUR = currencyOf('EUR');
const now = Temporal.Instant.from('2026-11-23T08:00:00Z');
const { db } = await testDatabase();
const write = <Value>(run: (tx: Tx) => Promise<Value>) => db.transaction().execute(run);
const locationId = (await defaultLocation(db)).id;

async function aVariant(handle: string, cost?: { minor: bigint; currency: typeof EUR }): Promise<VariantId> {
  const variants = [{ optionValues: [], sku: handle, ...(cost && { cost }) }];
  const [saved] = await write((tx) =>
    saveProducts(tx, { drafts: [{ handle, title: handle, variants }], now, cause: 'test' }),
  );
  assert.ok(saved && 'variants' in saved && saved.variants[0]);
  return saved.variants[0].id;
}
const count = (variantId: VariantId, onHand: number, place = locationId) =>
  write((tx) =>
    setOnHand(tx, {
      counts: [{ variantId, locationId: place, onHand }],
      ...{ now, reason: 'count', reference: 'the shelf' },
    }),
  );
const worth = async (variantId: VariantId) => (await readCostLevels(db, [variantId], EUR)).get(variantId);
const inventory = () => accountBalance(db, 'inventory', { currency: EUR });

test('what is counted is in the books at the catalogue’s cost, and once', async () => {
  const cup = await aVariant('cup', { minor: 400n, currency: EUR });
  await count(cup, 10);
  await count(cup, 10);
  assert.deepEqual(await worth(cup), { quantity: 10n, valueMinor: 4_000n });
  const { id: shed } = await write((tx) =>
    saveLocation(tx, { code: 'shed', name: 'Shed', isActive: true, position: 1, country: undefined }),
  ).then((saved) => {
    assert.ok(saved.ok);
    return saved.value;
  });
  await count(cup, 5, shed);
  assert.deepEqual(await worth(cup), { quantity: 15n, valueMinor: 6_000n });
  await count(cup, 7);
  assert.deepEqual(await worth(cup), { quantity: 12n, valueMinor: 4_800n });
  assert.equal(await inventory(), 4_800n);
});

test('what was valued is found and lost at its average; the last piece takes all that is left', async () => {
  const before = await inventory();
  const pot = await aVariant('pot', { minor: 999n, currency: EUR });
  const items = [{ variantId: pot, quantity: 3, valueMinor: 1_000n }];
  await write((tx) => receiveGoods(tx, { currency: EUR, reference: 'a delivery', items, now }));
  await count(pot, 2);
  assert.deepEqual(await worth(pot), { quantity: 5n, valueMinor: 1_666n });
  await count(pot, 0);
  assert.deepEqual(
    await worth(pot),
    { quantity: 3n, valueMinor: 1_000n },
    'two were counted away, three never were there',
  );
  assert.equal(await inventory(), before + 1_000n);
});

test('goods whose cost nobody said, or said in another currency, are in no book', async () => {
  const before = await inventory();
  for (const [handle, cost] of [
    ['unknown', undefined],
    ['dollars', { minor: 100n, currency: currencyOf('USD') }],
  ] as const) {
    const variantId = await aVariant(handle, cost);
    await count(variantId, 10);
    await count(variantId, 4);
    assert.deepEqual(await worth(variantId), { quantity: 0n, valueMinor: 0n });
  }
  assert.equal(await inventory(), before);
});

test('a correction and what a transfer lost are in the books, what is on its way stays in them', async () => {
  const before = await inventory();
  const pan = await aVariant('pan', { minor: 300n, currency: EUR });
  await count(pan, 10);
  const moves = [{ variantId: pan, locationId, quantity: -2 }];
  expectOk(await write((tx) => correctStock(tx, { moves, now, reason: 'damaged', reference: 'fell' })));
  assert.equal(await inventory(), before + 2_400n);
  const place = { code: 'attic', name: 'Attic', isActive: true, position: 2, country: undefined };
  const { id: toId } = expectOk(await write((tx) => saveLocation(tx, place)));
  const draft = {
    ...{ fromId: locationId, toId, expectedOn: undefined, note: '' },
    lines: [{ variantId: pan, quantity: 5 }],
  };
  const doing = { now, actor: 'staff:a' };
  const { id } = expectOk(await write((tx) => saveTransfer(tx, { draft, ...doing })));
  expectOk(await write((tx) => sendTransfer(tx, { id, ...doing })));
  const come = (received: number, missing?: 'lost') =>
    write((tx) => receiveTransfer(tx, { id, missing, lines: [{ variantId: pan, received }], ...doing }));
  expectOk(await come(3));
  assert.equal(await inventory(), before + 2_400n);
  expectOk(await come(1, 'lost'));
  assert.equal(await inventory(), before + 2_100n);
  assert.deepEqual(await worth(pan), { quantity: 7n, valueMinor: 2_100n });
});
