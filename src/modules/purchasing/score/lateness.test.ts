import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { expectOk } from '../../../kernel/index.ts';
import { labelUnavailable, readAvailability } from '../../inventory/index.ts';
import { receivePurchaseOrder } from '../index.ts';
import { aPurchasingShop, BUYER, NOW } from '../testing/a-purchasing-shop.ts';
import { usualLateness } from './lateness.ts';

const connection = await testDatabase();
let shop: Awaited<ReturnType<typeof aPurchasingShop>>;
before(async () => {
  shop = await aPurchasingShop(connection, ['Cup', 'Pot']);
});

test('what is usual is what four in five came no later than, once three have come', () => {
  const rows: readonly (readonly [days: readonly number[], usual: number])[] = [
    [[], 0],
    [[9, 9], 0],
    [[0, 0, 0, 0, 9], 0],
    [[9, 0, 4, 1, 0], 4],
    [[2, 2, 2], 2],
    [[900, 900, 900], 365],
  ];
  for (const [days, usual] of rows) assert.equal(usualLateness(days), usual, JSON.stringify(days));
});

test('a supplier who came late three times is promised to shoppers with what they are late', async () => {
  const [cup, pot] = [shop.variant(0), shop.variant(1)];
  await shop.write((tx) => labelUnavailable(tx, [{ variantId: pot, isLabelled: true }]));
  const backOn = async () => {
    await shop.aSentOrder({ lines: [{ variantId: pot, quantity: 5 }] });
    const today = NOW.toZonedDateTimeISO('UTC').toPlainDate();
    return (await readAvailability(connection.db, [pot], { today })).get(pot)?.expectedOn?.toString();
  };
  assert.equal(await backOn(), '2026-12-07', 'nothing is known yet: the supplier’s own day');
  for (const lateDays of [2, 4, 3]) {
    const { id, lines, expectedOn } = await shop.aSentOrder({ lines: [{ variantId: cup, quantity: 2 }] });
    const [line] = lines;
    assert.ok(line && expectedOn);
    const now = expectedOn.add({ days: lateDays }).toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' });
    const come = { id, lines: [{ lineId: line.id, received: 2 }], reference: `late ${lateDays}` };
    expectOk(await shop.write((tx) => receivePurchaseOrder(tx, { ...come, ...BUYER, now: now.toInstant() })));
  }
  await connection.db.deleteFrom('inventory.incoming').execute();
  assert.equal(await backOn(), '2026-12-11', 'four days late is what four in five do not exceed');
});
