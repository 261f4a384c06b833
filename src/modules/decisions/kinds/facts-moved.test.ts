import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { aSupplierOf, aVariant, EUR, NOW } from '../../../../test/supply/decided-goods.ts';
import { expectOk } from '../../../kernel/index.ts';
import { transact, transactOrRefuse } from '../../../platform/database/index.ts';
import { readSellables, type VariantId } from '../../catalog/index.ts';
import { defaultLocation, moveStock } from '../../inventory/index.ts';
import { receiveGoods } from '../../ledger/index.ts';
import { readPrices } from '../../pricing/index.ts';
import { editPurchaseOrder, listPurchaseOrders } from '../../purchasing/index.ts';
import { reviewAllNeeds } from '../../replenishment/index.ts';
import { approveDecision, decisionsOf, lookFor, readDecisions, undoDecision } from '../index.ts';
import type { DecisionKind } from '../kind.ts';
import { hideProduct } from './hide-product.ts';
import { markDown } from './mark-down.ts';
import { reorder } from './reorder.ts';

/** What was right when it was proposed, and is not any more when somebody says yes, or takes it back. */
const { db } = await testDatabase(6);
const nothing = async () => undefined;
const kinds = decisionsOf([markDown(nothing), hideProduct(nothing, nothing), reorder(nothing)]);
const doing = { by: 'staff:ada', now: NOW };

async function proposed(id: string) {
  const kind: DecisionKind = kinds.get(id) ?? assert.fail(id);
  await lookFor(db, kind, NOW);
  const [decision] = await readDecisions(db, { kind: id, states: ['proposed'], limit: 1 });
  return decision ?? assert.fail(`nothing to ${id}`);
}
const refusedAs = async (run: Promise<{ readonly ok: boolean; readonly refusal?: { message: string } }>) =>
  (await run).refusal?.message.split(':')[0];
const receive = (variantId: VariantId, quantity: number) =>
  transact(db, async (tx) => {
    const moves = [{ variantId, quantity, locationId: (await defaultLocation(tx)).id }];
    expectOk(await moveStock(tx, { moves, now: NOW, reason: 'received', reference: 'r', actor: 'staff:a' }));
  });

test('slow stock that has become dearer to buy is not marked down below its floor', async () => {
  const vase = await aVariant(db, 'Vase', { stock: 200, price: 5_999n, cost: 1_000n, perWeek: 3 });
  const decision = await proposed('mark_down');
  const items = [{ variantId: vase, quantity: 200, valueMinor: 200n * 5_000n }];
  await transact(db, (tx) => receiveGoods(tx, { items, currency: EUR, reference: 'dear', now: NOW }));
  assert.equal(await refusedAs(approveDecision(db, kinds, { id: decision.id, ...doing })), 'below_floor');
  assert.equal((await readPrices(db, [vase])).get(vase)?.[0]?.amountMinor, 5_999n);
});

test('what came back meanwhile is not hidden', async () => {
  const lamp = await aVariant(db, 'Lamp', { stock: 0, price: 8_000n, cost: 3_000n, perWeek: 2 });
  const decision = await proposed('hide_product');
  await receive(lamp, 4);
  assert.equal(await refusedAs(approveDecision(db, kinds, { id: decision.id, ...doing })), 'is_back');
  assert.equal((await readSellables(db, [lamp])).get(lamp)?.status, 'active');
});

test('a reorder is not taken off an order whose line somebody has made smaller', async () => {
  const cup = await aVariant(db, 'Cup', { stock: 4, price: 1_999n, cost: 600n, perWeek: 14 });
  await aSupplierOf(db, [cup]);
  await reviewAllNeeds(db, { now: NOW, signal: new AbortController().signal });
  const decision = await proposed('reorder');
  expectOk(await approveDecision(db, kinds, { id: decision.id, ...doing }));
  const orderOf = async () =>
    (await listPurchaseOrders(db, { states: ['draft'], limit: 1 }))[0] ?? assert.fail();
  const { id, lines } = await orderOf();
  const [line] = lines;
  assert.ok(line);
  const less = lines.map(({ variantId, priceMinor, perQuantity }) => {
    return { variantId, quantity: 6, priceMinor, perQuantity };
  });
  assert.ok(line.quantity > 6);
  expectOk(await transactOrRefuse(db, (tx) => editPurchaseOrder(tx, { id, lines: less, ...doing })));
  const undo = () => transactOrRefuse(db, (tx) => undoDecision(tx, kinds, { id: decision.id, ...doing }));
  assert.equal(await refusedAs(undo()), 'order_changed');
  assert.deepEqual(
    (await orderOf()).lines.map(({ quantity }) => quantity),
    [6],
  );
});
