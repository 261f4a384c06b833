import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currencyOf, expectOk } from '../../src/kernel/index.ts';
import { editProduct, readProducts, readSellables } from '../../src/modules/catalog/index.ts';
import {
  approveDecision,
  builtInKinds,
  lookFor,
  readDecisions,
  readSetting,
  saveEconomics,
  undoDecision,
} from '../../src/modules/decisions/index.ts';
import { kindOf } from '../../src/modules/decisions/registry.ts';
import { setPrices } from '../../src/modules/pricing/index.ts';
import { readOnOrder } from '../../src/modules/purchasing/index.ts';
import { aPurchasingShop, NOW } from '../../src/modules/purchasing/testing/a-purchasing-shop.ts';
import { listNeeds, reviewAllNeeds } from '../../src/modules/replenishment/index.ts';
import { testDatabase } from '../database.ts';
import { keepForecast } from './forecast-of.ts';

const EUR = currencyOf('EUR');
const { db, write, variant, supplier } = await aPurchasingShop(await testDatabase(8), ['Cup', 'Pot', 'Jug']);
const goods = [variant(0), variant(1), variant(2)];
const kinds = builtInKinds({
  runAsk: async () => ({ ok: false, refusal: { code: 'analytics_away', message: '' } }),
});
const doing = { by: 'staff:ada', now: NOW };

await write(async (tx) => {
  const prices = goods.map((variantId) => {
    return { variantId, currency: EUR, amountMinor: 1_500n, compareAtMinor: undefined };
  });
  await setPrices(tx, { prices, now: NOW.subtract({ hours: 24 * 90 }), reason: 'test' });
  for (const id of goods) {
    const sellable = (await readSellables(tx, [id])).get(id);
    const [product] = await readProducts(tx, sellable === undefined ? [] : [sellable.productId]);
    assert.ok(product);
    const given = {
      id: product.id,
      expectedVersion: product.version,
      cause: 'test',
      actor: 'test',
      now: NOW,
    };
    expectOk(await editProduct(tx, { ...given, draft: { status: 'active' } }));
  }
});
// Two sell little, and one well.
for (const [index, perWeek] of [0.5, 0.6, 20].entries()) {
  await keepForecast(db, { variantId: variant(index), perWeek, firstDay: '2026-11-23' });
}

const look = async () => {
  await lookFor(db, kindOf(kinds, 'reorder'), NOW);
  return readDecisions(db, { kind: 'reorder', states: ['proposed'], limit: 9 });
};
const onOrder = async () => {
  const found = await readOnOrder(db, goods);
  return goods.map((id) => (found.get(id) ?? []).reduce((sum, { quantity }) => sum + quantity, 0));
};

test('small needs of one supplier are one decision, done and taken back as one', async () => {
  await reviewAllNeeds(db, { now: NOW, signal: new AbortController().signal });
  const needs = await listNeeds(db, { limit: 9 });
  assert.equal(needs.length, 3);
  // NOW is a Friday: nobody looks again before it is over, so that all of it is lost by waiting.
  const worth = needs.map(({ valueMinor }) => 2n * valueMinor);
  const [best, second, third] = worth.toSorted((a, b) => Number(b - a));
  assert.ok(best && second && third && best > second + third);
  const { economics } = await readSetting(db);
  // More than either is worth with its urgency, and less than both.
  await write((tx) => saveEconomics(tx, { ...economics, attentionMinor: second + 1n }));
  const found = await look();
  assert.deepEqual(found.map(({ subject }) => subject.type).toSorted(), ['supplier', 'variant']);
  const together = found.find(({ subject }) => subject.type === 'supplier');
  assert.ok(together);
  assert.deepEqual(
    [together.subject.id, together.fields[0]?.key, together.fields[0]?.value],
    [supplier.id, 'variants', '2'],
  );
  const { valueMinor, lowMinor, highMinor } = together.predicted;
  assert.ok(valueMinor > 0n && lowMinor < valueMinor && highMinor > valueMinor);
  assert.deepEqual((await look()).length, 2, 'the same facts are the same decision');
  const { id } = together;
  expectOk(await approveDecision(db, kinds, { id, ...doing }));
  const [cups, pots, jugs] = await onOrder();
  assert.ok(cups && pots && jugs === 0, `${cups} ${pots} ${jugs}`);
  const undone = await write((tx) => undoDecision(tx, kinds, { id, ...doing }));
  expectOk(undone);
  assert.deepEqual(await onOrder(), [0, 0, 0]);
});
