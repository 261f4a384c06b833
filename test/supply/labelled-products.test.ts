import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { currencyOf, expectOk } from '../../src/kernel/index.ts';
import { editProduct, readProducts, readSellables } from '../../src/modules/catalog/index.ts';
import {
  approveDecision,
  builtInKinds,
  type Decision,
  lookFor,
  readDecisions,
  undoDecision,
} from '../../src/modules/decisions/index.ts';
import { kindOf } from '../../src/modules/decisions/registry.ts';
import { scoreKind } from '../../src/modules/decisions/score/score-kind.ts';
import { followProducts, readLabelled } from '../../src/modules/inventory/index.ts';
import { receiveGoods } from '../../src/modules/ledger/index.ts';
import { setPrices } from '../../src/modules/pricing/index.ts';
import { receivePurchaseOrder } from '../../src/modules/purchasing/index.ts';
import { aPurchasingShop, NOW } from '../../src/modules/purchasing/testing/a-purchasing-shop.ts';
import { transactOrRefuse } from '../../src/platform/database/index.ts';
import { newId } from '../../src/platform/id.ts';
import { testDatabase } from '../database.ts';
import { keepForecast } from './forecast-of.ts';

const EUR = currencyOf('EUR');
const shop = await aPurchasingShop(await testDatabase(8), ['Lamp']);
const { db, write, variant } = shop;
const lamp = variant(0);
/** Pieces on each day, as the warehouse would say. */
let perDay = 0;
const runAsk: Parameters<typeof builtInKinds>[0]['runAsk'] = async (asked) => {
  const told = { report: { id: 'x', titleKey: 'x', about: '' }, span: asked.span, zone: 'Europe/Berlin' };
  const days = asked.span.from.until(asked.span.to, { largestUnit: 'days' }).days + 1;
  const rows = Array.from({ length: days }, (_, day) => {
    return { of: { time: asked.span.from.add({ days: day }).toString() }, values: { units: perDay } };
  });
  return { ok: true, value: { ...told, dimensions: [], measures: [], isCut: false, rows, totals: [] } };
};
const kinds = builtInKinds({ runAsk });
const kind = kindOf(kinds, 'hide_product');
const doing = { by: 'staff:ada', now: NOW };
const later = (days: number) => NOW.add({ hours: 24 * days });

await write(async (tx) => {
  const price = { variantId: lamp, currency: EUR, amountMinor: 2_000n, compareAtMinor: undefined };
  await setPrices(tx, { prices: [price], now: NOW.subtract({ hours: 24 * 90 }), reason: 'test' });
  const sellable = (await readSellables(tx, [lamp])).get(lamp);
  assert.ok(sellable);
  const [product] = await readProducts(tx, [sellable.productId]);
  assert.ok(product);
  const given = { id: product.id, expectedVersion: product.version, cause: 'test', actor: 'test', now: NOW };
  expectOk(await editProduct(tx, { ...given, draft: { status: 'active' } }));
  await followProducts(tx, [product.id]);
  // It has been there at 8.00 a piece, and is sold out.
  const about = { reference: newId(), note: '', now: NOW, actor: 'staff:a', currency: EUR };
  await receiveGoods(tx, { ...about, items: [{ variantId: lamp, quantity: 2, valueMinor: 1_600n }] });
});
await keepForecast(db, { variantId: lamp, perWeek: 7, firstDay: '2026-11-23' });

const find = async (): Promise<Decision | undefined> => {
  await lookFor(db, kind, NOW);
  return (await readDecisions(db, { kind: 'hide_product', states: ['proposed'], limit: 5 }))[0];
};
const isLabelled = async () => (await readLabelled(db, [lamp])).has(lamp);

test('a product that somebody sells to the shop is neither hidden nor labelled before the supplier has said a day', async () => {
  expectOk(await shop.order({ lines: [{ variantId: lamp, quantity: 20 }] }));
  assert.equal(await find(), undefined, 'of a draft nobody was told');
});

test('a product whose goods are on their way says about when it is back, and no longer when that is undone', async () => {
  const order = await shop.aSentOrder({ lines: [{ variantId: lamp, quantity: 40 }] });
  const decision = await find();
  assert.ok(decision && order.expectedOn);
  assert.deepEqual(
    decision.fields.map(({ key, before, value }) => [key, before, value]),
    [
      ['shown', 'sold_out', 'back_about'],
      ['expected_on', undefined, order.expectedOn.toString()],
    ],
  );
  const { valueMinor, lowMinor, highMinor, counterfactual } = decision.predicted;
  assert.ok(lowMinor === 0n && 0n < valueMinor && valueMinor < highMinor && counterfactual === 'not_told');
  assert.ok(decision.waitCostMinorPerDay > 0n);
  expectOk(await approveDecision(db, kinds, { id: decision.id, ...doing }));
  assert.equal(await isLabelled(), true);
  assert.equal(await find(), undefined, 'it says so already');
  expectOk(await transactOrRefuse(db, (tx) => undoDecision(tx, kinds, { id: decision.id, ...doing })));
  assert.equal(await isLabelled(), false);
});

test('what it brought is what was sold in the fortnight after it came, beyond what was expected of it', async () => {
  // The facts are those that were taken back: a day later the supplier says another day, and they are others.
  const order = await shop.aSentOrder({ lines: [{ variantId: lamp, quantity: 30 }] });
  await write(async (tx) => {
    await sql`update purchasing.purchase_order set expected_on = '2026-12-01' where id = ${order.id}`.execute(
      tx,
    );
  });
  const decision = await find();
  assert.ok(decision);
  expectOk(await approveDecision(db, kinds, { id: decision.id, ...doing }));
  const outcome = async (days: number) => {
    await scoreKind(db, kind, { now: later(days), reached: { baseUrl: 'http://localhost:3000' } });
    return (await readDecisions(db, { kind: 'hide_product', limit: 9 })).find(({ id }) => id === decision.id)
      ?.outcome;
  };
  assert.equal(await outcome(30), undefined, 'it may still come');
  const lines = order.lines.map((line) => ({ lineId: line.id, received: line.quantity }));
  const came = { id: order.id, lines, reference: newId(), by: 'staff:a', now: later(5) };
  expectOk(await write((tx) => receivePurchaseOrder(tx, came)));
  assert.equal(await outcome(18), undefined, 'the fortnight is not over');
  perDay = 2;
  const told = await outcome(30);
  assert.ok(told?.isEnough && told.method === 'sold_when_back');
  // 28 were sold and 14 expected, at what a piece of 20.00 leaves.
  assert.deepEqual(
    told.figures.map(({ value }) => value),
    ['28', '14.0'],
  );
  assert.ok(
    told.valueMinor >= 14n * 800n && told.lowMinor < told.valueMinor && told.valueMinor < told.highMinor,
  );
});
