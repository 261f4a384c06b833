import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { expectOk } from '../../../kernel/index.ts';
import { newId } from '../../../platform/id.ts';
import { moveStock } from '../../inventory/index.ts';
import { readLots, receivePurchaseOrder, undoReceipt, variantsWithLots } from '../index.ts';
import { aPurchasingShop, BUYER, NOW } from '../testing/a-purchasing-shop.ts';

const shop = await aPurchasingShop(await testDatabase(4), ['Jam', 'Cup']);
const { db, write, variant, main, aSentOrder } = shop;
const [jam, cup] = [variant(0), variant(1)];
const today = Temporal.PlainDate.from('2026-11-27');

test('goods that came with a day are lots, the first to expire first, less what was sold of these', async () => {
  const sent = await aSentOrder({
    lines: [
      { variantId: jam, quantity: 30 },
      { variantId: cup, quantity: 5 },
    ],
  });
  const [jams, cups] = sent.lines;
  assert.ok(jams && cups);
  const come = (pieces: number, days: number) => [
    { lineId: jams.id, received: pieces, expiresOn: today.add({ days }) },
    { lineId: cups.id, received: 1 },
  ];
  const receive = (pieces: number, days: number) =>
    write((tx) =>
      receivePurchaseOrder(tx, { id: sent.id, lines: come(pieces, days), reference: newId(), ...BUYER }),
    );
  expectOk(await receive(12, 40));
  const soon = expectOk(await receive(10, 10));
  const mistaken = expectOk(await receive(8, 5));
  expectOk(await write((tx) => undoReceipt(tx, { id: mistaken.receipt.id, ...BUYER })));
  assert.equal(soon.receipt.lines[0]?.expiresOn?.toString(), '2026-12-07');
  const moves = [{ variantId: jam, locationId: main, quantity: -4 }];
  const sold = { moves, now: NOW, actor: 'test', reason: 'received', reference: 'sold' } as const;
  expectOk(await write((tx) => moveStock(tx, sold)));

  assert.deepEqual(await variantsWithLots(db, { from: today, limit: 9 }), [jam]);
  const soldWithin = (_: typeof jam, days: number) => days / 5;
  const lots = await readLots(db, { variantIds: [jam, cup], today, soldWithin });
  assert.deepEqual(
    lots.get(jam)?.map(({ expiresOn, pieces, unsold }) => [expiresOn.toString(), pieces, unsold]),
    // Of ten, four are sold and two more will be in ten days; six in the next thirty.
    [
      ['2026-12-07', 6, 4],
      ['2027-01-06', 12, 6],
    ],
  );
  assert.equal(lots.has(cup), false, 'what keeps is in no lot');
});
