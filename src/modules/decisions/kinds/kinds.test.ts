import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { aSupplierOf, aVariant, NOW, setPrice } from '../../../../test/supply/decided-goods.ts';
import { expectOk } from '../../../kernel/index.ts';
import { transact, transactOrRefuse } from '../../../platform/database/index.ts';
import { readSellables, type VariantId } from '../../catalog/index.ts';
import {
  defaultLocation,
  listTransfers,
  moveStock,
  readPolicies,
  saveLocation,
  setPolicies,
} from '../../inventory/index.ts';
import { readPrices } from '../../pricing/index.ts';
import { createPurchaseOrder, readOnOrder, readSuppliers } from '../../purchasing/index.ts';
import { reviewAllNeeds } from '../../replenishment/index.ts';
import { approveDecision, decisionsOf, lookFor, readDecisions, undoDecision } from '../index.ts';
import type { DecisionKind } from '../kind.ts';
import { scoreKind } from '../score/score-kind.ts';
import { hideProduct } from './hide-product.ts';
import { markDown } from './mark-down.ts';
import { raisePrice } from './raise-price.ts';
import { reorder } from './reorder.ts';
import type { Sold } from './sold.ts';
import { splitOrder } from './split-order.ts';
import { stopBackorders } from './stop-backorders.ts';
import { transfer } from './transfer.ts';

const { db } = await testDatabase(8);
const reached = { baseUrl: 'http://localhost:3000' };
/** What the warehouse would say: so many pieces on each day. */
let perDay: number | undefined = 0;
const sold: Sold = async (_variantId, { from, to }) => {
  const length = from.until(to, { largestUnit: 'days' }).days + 1;
  return perDay === undefined ? undefined : Array.from({ length }, () => perDay ?? 0);
};
const kinds = decisionsOf([
  markDown(sold),
  raisePrice(sold),
  reorder(sold),
  splitOrder(sold),
  stopBackorders,
  hideProduct(async () => undefined, sold),
  transfer(sold),
]);
const doing = { by: 'staff:ada', now: NOW };

const slow = await aVariant(db, 'Vase', { stock: 200, price: 5_999n, cost: 1_000n, perWeek: 3 });
const below = await aVariant(db, 'Plate', { stock: 50, price: 1_000n, cost: 1_200n, perWeek: 10 });
const scarce = await aVariant(db, 'Cup', { stock: 4, price: 1_999n, cost: 600n, perWeek: 14 });
await aSupplierOf(db, [scarce]);

const priceOf = async (id: VariantId) => (await readPrices(db, [id])).get(id)?.[0]?.amountMinor;
const find = async (id: string, now = NOW) => {
  const kind = kinds.get(id);
  assert.ok(kind);
  await lookFor(db, kind, now);
  return readDecisions(db, { kind: id, states: ['proposed'], limit: 10 });
};
const kindOf = (id: string): DecisionKind => {
  const kind = kinds.get(id);
  assert.ok(kind);
  return kind;
};

test('slow stock is marked down, within floor and stock, and scored against the price that it had', async () => {
  const found = await find('mark_down');
  assert.deepEqual(
    found.map(({ subject }) => subject.label),
    ['Vase'],
  );
  const [decision] = found;
  assert.ok(decision);
  const { valueMinor, lowMinor, highMinor } = decision.predicted;
  assert.ok(valueMinor > 0n && lowMinor < valueMinor && valueMinor < highMinor);
  assert.equal((await find('mark_down')).length, 1, 'the same facts are the same decision');
  expectOk(await approveDecision(db, kinds, { id: decision.id, ...doing }));
  const price = await priceOf(slow);
  assert.ok(price !== undefined && price < 5_999n && price % 100n === 99n, String(price));
  const over = NOW.add({ hours: 24 * 56 });
  perDay = undefined;
  assert.equal(await scoreKind(db, kindOf('mark_down'), { now: over, reached }), 0, 'the warehouse is away');
  perDay = 2;
  assert.equal(await scoreKind(db, kindOf('mark_down'), { now: over, reached }), 1);
  const [scored] = await readDecisions(db, { kind: 'mark_down', limit: 1 });
  assert.ok(scored?.outcome?.isEnough);
  assert.equal(scored.outcome.method, 'sold_against_forecast');
  assert.equal(scored.outcome.figures.find(({ key }) => key === 'sold')?.value, '112');
  assert.ok(scored.outcome.valueMinor > 0n, 'two a day are more than three a week');
});

test('a price below the floor is raised to it; undone only while it still is that price', async () => {
  const [decision, ...others] = await find('raise_price');
  assert.deepEqual([decision?.subject.label, others], ['Plate', []]);
  assert.ok(decision && decision.predicted.valueMinor > 0n);
  expectOk(await approveDecision(db, kinds, { id: decision.id, ...doing }));
  // 12.00 / 0.95 is 12.64 rounded up, and ends in 9.
  assert.equal(await priceOf(below), 1_269n);
  const undo = () => transactOrRefuse(db, (tx) => undoDecision(tx, kinds, { id: decision.id, ...doing }));
  await setPrice(db, below, 1_300n);
  const refused = await undo();
  assert.ok(!refused.ok && refused.refusal.code === 'could_not_undo');
  await setPrice(db, below, 1_269n);
  expectOk(await undo());
  assert.equal(await priceOf(below), 1_000n);
});

test('what was decided on an older price is refused, and says so', async () => {
  await setPrice(db, below, 900n);
  const [decision] = await find('raise_price', NOW.add({ hours: 1 }));
  assert.ok(decision);
  await setPrice(db, below, 950n);
  const done = await approveDecision(db, kinds, {
    id: decision.id,
    by: 'staff:ada',
    now: NOW.add({ hours: 2 }),
  });
  assert.ok(!done.ok && done.refusal.message.startsWith('price_moved'));
});

test('what runs out is ordered of its supplier by the verb that people use, and taken off again', async () => {
  const review = () => reviewAllNeeds(db, { now: NOW, signal: new AbortController().signal });
  assert.equal(await review(), 1);
  const [decision] = await find('reorder');
  assert.ok(decision);
  assert.deepEqual([decision.subject.label, decision.supplier], ['Cup', 'Potter']);
  const quantity = Number(decision.fields.find(({ key }) => key === 'quantity')?.value);
  assert.ok(quantity > 0 && quantity % 6 === 0, `${quantity} in packs of 6`);
  assert.ok(decision.predicted.valueMinor > 0n);
  expectOk(await approveDecision(db, kinds, { id: decision.id, ...doing }));
  const onOrder = async () => (await readOnOrder(db, [scarce])).get(scarce)?.map((one) => one.quantity) ?? [];
  assert.deepEqual(await onOrder(), [quantity]);
  assert.deepEqual(await find('reorder'), [], 'what is on order is not needed again');
  expectOk(await transactOrRefuse(db, (tx) => undoDecision(tx, kinds, { id: decision.id, ...doing })));
  assert.deepEqual(await onOrder(), []);
});

test('what lies in a closed place goes to where it is wanted, before more of it is bought', async () => {
  const place = { code: 'old', name: 'Old shop', country: 'DE', position: 2 };
  const old = expectOk(await transactOrRefuse(db, (tx) => saveLocation(tx, { ...place, isActive: false })));
  const moves = [{ variantId: scarce, quantity: 9, locationId: old.id }];
  await transact(db, async (tx) => {
    expectOk(
      await moveStock(tx, { moves, now: NOW, reason: 'received', reference: 'old', actor: 'staff:a' }),
    );
  });
  const [decision] = await find('transfer');
  assert.ok(decision && decision.predicted.valueMinor > 0n);
  assert.deepEqual(
    decision.fields.map(({ value }) => value),
    ['9', 'Old shop', (await defaultLocation(db)).name],
  );
  expectOk(await approveDecision(db, kinds, { id: decision.id, ...doing }));
  const drafts = async () => listTransfers(db, { states: ['draft'], limit: 9 });
  assert.deepEqual(
    (await drafts())[0]?.lines.map(({ quantity }) => quantity),
    [9],
  );
  assert.deepEqual(await find('transfer'), [], 'what is planned is not proposed again');
  expectOk(await transactOrRefuse(db, (tx) => undoDecision(tx, kinds, { id: decision.id, ...doing })));
  assert.deepEqual(await drafts(), []);
});

test('an order of more than is wanted for months is parted, and made whole again while nobody was told', async () => {
  const supplierId = (await readSuppliers(db))[0]?.id;
  const locationId = (await defaultLocation(db)).id;
  assert.ok(supplierId);
  const lines = [{ variantId: scarce, quantity: 1_800 }];
  const order = expectOk(
    await transactOrRefuse(db, (tx) => createPurchaseOrder(tx, { supplierId, locationId, lines, ...doing })),
  );
  const quantities = async () =>
    (await readOnOrder(db, [scarce]))
      .get(scarce)
      ?.map((one) => one.quantity)
      .toSorted((a, b) => b - a);
  const [decision] = await find('split_order');
  assert.ok(decision && decision.subject.id === order.id);
  assert.ok(decision.predicted.valueMinor > 0n);
  expectOk(await approveDecision(db, kinds, { id: decision.id, ...doing }));
  const [later, first] = (await quantities()) ?? [];
  assert.ok(
    later && first && later + first === 1_800 && later % 6 === 0 && later > first,
    `${later} ${first}`,
  );
  expectOk(await transactOrRefuse(db, (tx) => undoDecision(tx, kinds, { id: decision.id, ...doing })));
  assert.deepEqual(await quantities(), [1_800]);
});

test('what nobody can deliver is no longer sold beyond stock, until that is taken back', async () => {
  const bowl = await aVariant(db, 'Bowl', { stock: 0, price: 1_500n, cost: 700n, perWeek: 3 });
  const set = (variantId: VariantId) =>
    transact(db, (tx) =>
      setPolicies(tx, [{ variantId, isTracked: true, mayBackorder: true, lowStockAt: 2 }]),
    );
  await set(bowl);
  // Of cups some are there, and somebody sells them.
  await set(scarce);
  const found = await find('stop_backorders');
  assert.deepEqual(
    found.map(({ subject }) => subject.label),
    ['Bowl'],
  );
  const [decision] = found;
  assert.ok(decision && decision.predicted.valueMinor > 0n);
  const may = async () => (await readPolicies(db, [bowl])).get(bowl)?.mayBackorder;
  expectOk(await approveDecision(db, kinds, { id: decision.id, ...doing }));
  assert.equal(await may(), false);
  expectOk(await transactOrRefuse(db, (tx) => undoDecision(tx, kinds, { id: decision.id, ...doing })));
  assert.equal(await may(), true);
});

test('what cannot be bought and does not come is hidden, and shown again unless somebody changed it since', async () => {
  const lamp = await aVariant(db, 'Lamp', { stock: 0, price: 8_000n, cost: 3_000n, perWeek: 2 });
  const found = await find('hide_product');
  const decision = found.find(({ subject }) => subject.label === 'Lamp');
  assert.ok(decision && decision.predicted.valueMinor > 0n && decision.predicted.lowMinor === 0n);
  assert.ok(!found.some(({ subject }) => subject.label === 'Vase'), 'what is there stays');
  const shown = async () => (await readSellables(db, [lamp])).get(lamp)?.status;
  expectOk(await approveDecision(db, kinds, { id: decision.id, ...doing }));
  assert.equal(await shown(), 'draft');
  expectOk(await transactOrRefuse(db, (tx) => undoDecision(tx, kinds, { id: decision.id, ...doing })));
  assert.equal(await shown(), 'active');
});
