import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currencyOf, expectOk } from '../../src/kernel/index.ts';
import { editProduct, readProducts, readSellables, type VariantId } from '../../src/modules/catalog/index.ts';
import {
  approveDecision,
  builtInKinds,
  type Decision,
  lookFor,
  readDecisions,
} from '../../src/modules/decisions/index.ts';
import { kindOf } from '../../src/modules/decisions/registry.ts';
import { scoreKind } from '../../src/modules/decisions/score/score-kind.ts';
import {
  followProducts,
  listTransfers,
  moveStock,
  readPolicies,
  receiveTransfer,
  saveLocation,
  sendTransfer,
  setPolicies,
} from '../../src/modules/inventory/index.ts';
import { receiveGoods } from '../../src/modules/ledger/index.ts';
import { listPromotions, savePromotion, setPrices } from '../../src/modules/pricing/index.ts';
import {
  approvePurchaseOrder,
  listPurchaseOrders,
  readPurchaseOrder,
  receivePurchaseOrder,
  removeSources,
  sendPurchaseOrder,
} from '../../src/modules/purchasing/index.ts';
import { aPurchasingShop, NOW } from '../../src/modules/purchasing/testing/a-purchasing-shop.ts';
import { reviewAllNeeds } from '../../src/modules/replenishment/index.ts';
import { newId } from '../../src/platform/id.ts';
import { testDatabase } from '../database.ts';
import { keepForecast } from './forecast-of.ts';

const EUR = currencyOf('EUR');
const reached = { baseUrl: 'http://localhost:3000' };
const doing = { by: 'staff:ada', now: NOW };
const titles = ['Cup', 'Pot', 'Jug', 'Bowl', 'Lamp', 'Tray'];
const shop = await aPurchasingShop(await testDatabase(8), titles);
const { db, write, variant, main } = shop;
const [cup, pot, jug, bowl, lamp, tray] = titles.map((_, index) => variant(index));
assert.ok(cup && pot && jug && bowl && lamp && tray);

/** What the warehouse says: so many pieces on each day from the day of `NOW` on, and looks in a span of days. */
const warehouse = {
  sold: new Map<VariantId, readonly number[]>(),
  looks: (_isBefore: boolean) => ({ visits: 1_000, own: 100, others: 400, pieces: 40, salesMinor: 60_000 }),
};
const today = NOW.toZonedDateTimeISO('Europe/Berlin').toPlainDate();
type Asking = Parameters<Parameters<typeof builtInKinds>[0]['runAsk']>[0];
const answerOf = ({ measures, by, span, where }: Asking) => {
  const [filter] = where;
  if (measures[0] === 'units' && filter?.dimension === 'variant') {
    const days = warehouse.sold.get(filter.values[0] as VariantId) ?? [];
    const length = span.from.until(span.to, { largestUnit: 'days' }).days + 1;
    const rows = Array.from({ length }, (_, day) => {
      const at = today.until(span.from.add({ days: day }), { largestUnit: 'days' }).days;
      return { of: { time: span.from.add({ days: day }).toString() }, values: { units: days[at] ?? 0 } };
    });
    return { rows, totals: [] };
  }
  const looks = warehouse.looks(Temporal.PlainDate.compare(span.from, today) < 0);
  const isOwn = filter?.dimension === 'product';
  const values = {
    ...{ sessions: looks.visits, product_views: isOwn ? looks.own : looks.others },
    ...{ units: looks.pieces, net_sales: looks.salesMinor },
  };
  return {
    rows: by.length > 0 && looks.own > 0 ? [{ of: { category: 'Light' }, values }] : [],
    totals: [{ of: {}, values }],
  };
};
const runAsk: Parameters<typeof builtInKinds>[0]['runAsk'] = async (asked) => {
  const told = { report: { id: 'x', titleKey: 'x', about: '' }, span: asked.span, zone: 'Europe/Berlin' };
  return { ok: true, value: { ...told, dimensions: [], measures: [], isCut: false, ...answerOf(asked) } };
};
const kinds = builtInKinds({ runAsk });

await write((tx) =>
  setPrices(tx, {
    prices: [cup, pot, jug, bowl, lamp, tray].map((variantId) => {
      return { variantId, currency: EUR, amountMinor: 1_500n, compareAtMinor: undefined };
    }),
    ...{ now: NOW.subtract({ hours: 24 * 90 }), reason: 'test' },
  }),
);
for (const variantId of [cup, pot, jug, bowl, lamp, tray]) {
  await keepForecast(db, { variantId, perWeek: 14, firstDay: '2026-11-23' });
}
await write(async (tx) => {
  for (const id of [cup, pot, jug, bowl, lamp, tray]) {
    const sellable = (await readSellables(tx, [id])).get(id);
    assert.ok(sellable);
    const [product] = await readProducts(tx, [sellable.productId]);
    assert.ok(product);
    const given = {
      id: product.id,
      expectedVersion: product.version,
      cause: 'test',
      actor: 'test',
      now: NOW,
    };
    expectOk(await editProduct(tx, { ...given, draft: { status: 'active' } }));
    await followProducts(tx, [product.id]);
  }
});

const stock = (variantId: VariantId, quantity: number, locationId = main, now = NOW) =>
  write(async (tx) => {
    const moves = [{ variantId, quantity, locationId }];
    const about = { reference: newId(), note: '', now, actor: 'staff:a', currency: EUR };
    // 5.00 a piece.
    const items = [{ variantId, quantity, valueMinor: 500n * BigInt(quantity) }];
    if (quantity > 0) await receiveGoods(tx, { ...about, items });
    const reason = quantity > 0 ? 'received' : 'damaged';
    expectOk(await moveStock(tx, { moves, now, reason, reference: newId(), actor: 'staff:a' }));
  });
const find = async (kind: string, label: RegExp): Promise<Decision> => {
  await lookFor(db, kindOf(kinds, kind), NOW);
  const all = await readDecisions(db, { kind, states: ['proposed'], limit: 50 });
  const found = all.find(({ subject }) => label.test(subject.label));
  assert.ok(found, `${kind} ${label}: ${all.map(({ subject }) => subject.label).join()}`);
  return found;
};
const approve = async ({ id }: Decision) => expectOk(await approveDecision(db, kinds, { id, ...doing }));
const later = (days: number) => NOW.add({ hours: 24 * days });
/** Scores what is due and says what is known of this one. */
const scored = async ({ id, kind }: Decision, days: number) => {
  await scoreKind(db, kindOf(kinds, kind), { now: later(days), reached });
  return (await readDecisions(db, { kind, limit: 100 })).find((one) => one.id === id)?.outcome;
};
const figure = (outcome: Decision['outcome'], key: string) =>
  outcome?.isEnough ? outcome.figures.find((one) => one.key === key)?.value : undefined;
const review = () => reviewAllNeeds(db, { now: NOW, signal: new AbortController().signal });

test('goods moved to where they are wanted earned what could not have been sold without them', async () => {
  const draft = { code: 'depot', name: 'Depot', country: 'DE', isActive: false, position: 9 };
  const depot = expectOk(await write((tx) => saveLocation(tx, draft)));
  await stock(cup, 30, depot.id);
  await stock(cup, 4, main, NOW.subtract({ hours: 24 }));
  await review();
  const decision = await find('transfer', /Cup/);
  await approve(decision);
  const [sent] = await listTransfers(db, { states: ['draft'], limit: 1 });
  assert.ok(sent);
  expectOk(await write((tx) => sendTransfer(tx, { id: sent.id, now: NOW, actor: 'staff:a' })));
  assert.equal(await scored(decision, 400), undefined, 'it is on its way');
  const lines = sent.lines.map(({ variantId, quantity }) => ({ variantId, received: quantity }));
  const came = { id: sent.id, lines, missing: undefined, now: later(1), actor: 'staff:a' };
  expectOk(await write((tx) => receiveTransfer(tx, came)));
  // Two a day: 4 were there, and 3 came from elsewhere on the fourth day. 10 days are 20.
  await stock(cup, 3, main, later(3));
  warehouse.sold.set(cup, [...new Array<number>(10).fill(2), ...new Array<number>(400).fill(0)]);
  const outcome = await scored(decision, 400);
  assert.ok(outcome?.isEnough && outcome.method === 'simulated_without');
  const moved = sent.lines[0]?.quantity ?? 0;
  assert.deepEqual(
    [figure(outcome, 'sold'), figure(outcome, 'lost_without')],
    ['20', String(Math.min(13, moved))],
    `${moved} moved`,
  );
  // Who would have found nothing is known, and not how many would have taken something else.
  assert.ok(outcome.valueMinor > 0n);
  assert.ok(outcome.lowMinor < outcome.valueMinor && outcome.valueMinor < outcome.highMinor);
});

test('asking for goods sooner earned what was sold in the days that were won, and nothing where they came no sooner', async () => {
  const order = await shop.aSentOrder({ lines: [{ variantId: pot, quantity: 100 }] });
  const other = await shop.aSentOrder({ lines: [{ variantId: tray, quantity: 100 }] });
  await stock(pot, 2);
  await stock(tray, 2);
  const [one, two] = [
    await find('expedite', new RegExp(order.number)),
    await find('expedite', new RegExp(other.number)),
  ];
  await approve(one);
  await approve(two);
  assert.equal((await readPurchaseOrder(db, order.id))?.expeditedFor?.toString(), one.fields[0]?.value);
  const promised = order.expectedOn;
  assert.ok(promised);
  const days = today.until(promised, { largestUnit: 'days' }).days;
  const receive = async ({ id, lines }: typeof order, day: number) => {
    const all = lines.map((line) => ({ lineId: line.id, received: line.quantity }));
    const given = { id, lines: all, reference: newId(), by: 'staff:a', now: later(day) };
    expectOk(await write((tx) => receivePurchaseOrder(tx, given)));
  };
  await receive(order, days - 4);
  await receive(other, days);
  const sold = Array.from({ length: 40 }, (_, day) => (day < days - 4 ? 0 : 3));
  warehouse.sold.set(pot, sold);
  warehouse.sold.set(tray, sold);
  const [won, none] = [await scored(one, 60), await scored(two, 60)];
  // Three a day for four days, of which two were there.
  assert.equal(figure(won, 'lost_without'), '10');
  assert.ok(won?.isEnough && won.lowMinor < won.valueMinor && won.valueMinor < won.highMinor);
  assert.ok(none?.isEnough && none.valueMinor === 0n && none.highMinor === 0n, 'it came no sooner');
});

test('parting an order saved what keeping cost, less what was missed until the rest came', async () => {
  expectOk(await shop.order({ lines: [{ variantId: jug, quantity: 1_800 }] }));
  const decision = await find('split_order', /Potter/);
  await approve(decision);
  const drafts = await listPurchaseOrders(db, { states: ['draft', 'approved'], limit: 9 });
  const first = drafts.find(({ id }) => id === decision.subject.id);
  const second = drafts.find(({ id, lines }) => id !== first?.id && lines[0]?.variantId === jug);
  assert.ok(first && second);
  assert.equal(await scored(decision, 91), undefined, 'the second part may still come');
  const receive = async ({ id }: typeof first, day: number) => {
    await write((tx) => approvePurchaseOrder(tx, { id, limitMinor: undefined, ...doing }));
    const { lines } = expectOk(await write((tx) => sendPurchaseOrder(tx, { id, mail: false, ...doing })));
    const all = lines.map((line) => ({ lineId: line.id, received: line.quantity }));
    const given = { id, lines: all, reference: newId(), by: 'staff:a', now: later(day) };
    expectOk(await write((tx) => receivePurchaseOrder(tx, given)));
  };
  await receive(first, 10);
  // On day 60 the first part is gone, and the second comes on day 70.
  await stock(jug, -(first.lines[0]?.quantity ?? 0), main, later(60));
  await receive(second, 70);
  warehouse.sold.set(
    jug,
    Array.from({ length: 90 }, (_, day) => (day >= 10 && day < 60 ? 2 : 0)),
  );
  const outcome = await scored(decision, 91);
  assert.ok(outcome?.isEnough && outcome.method === 'kept_shorter');
  assert.deepEqual([figure(outcome, 'days_later'), figure(outcome, 'missed')], ['60', '20.0']);
  const pieces = Number(decision.fields.find(({ key }) => key === 'quantity')?.value);
  // At 5.00 a piece and 25 % a year, for 60 days.
  assert.equal(figure(outcome, 'keeping_saved'), String(Math.round((pieces * 500 * 0.25 * 60) / 365)));
  assert.ok(outcome.lowMinor < outcome.valueMinor && outcome.valueMinor < outcome.highMinor);
});

test('stopping backorders saved cancellations, as nothing came', async () => {
  await stock(bowl, 3);
  await stock(bowl, -3);
  await write((tx) => removeSources(tx, { supplierId: shop.supplier.id, variantIds: [bowl] }));
  await write((tx) =>
    setPolicies(tx, [{ variantId: bowl, isTracked: true, mayBackorder: true, lowStockAt: 2 }]),
  );
  const decision = await find('stop_backorders', /Bowl/);
  await approve(decision);
  assert.equal((await readPolicies(db, [bowl])).get(bowl)?.mayBackorder, false);
  const outcome = await scored(decision, 29);
  assert.ok(outcome?.isEnough && outcome.valueMinor === decision.predicted.valueMinor, 'as was predicted');
  assert.deepEqual([figure(outcome, 'expected_orders'), figure(outcome, 'came')], ['56.0', '0']);
});

test('hiding what cannot be bought is measured by looks that went elsewhere, within wide bounds', async () => {
  await write((tx) => removeSources(tx, { supplierId: shop.supplier.id, variantIds: [lamp] }));
  await stock(lamp, 3);
  await stock(lamp, -3);
  const decision = await find('hide_product', /Lamp/);
  await approve(decision);
  warehouse.looks = (isBefore) => ({
    ...{ visits: 1_000, own: isBefore ? 100 : 0, others: isBefore ? 400 : 460 },
    ...{ pieces: 46, salesMinor: 46_000 },
  });
  const outcome = await scored(decision, 29);
  assert.deepEqual([figure(outcome, 'looks_before'), figure(outcome, 'looks_moved')], ['100', '60']);
  assert.ok(
    outcome?.isEnough && outcome.lowMinor < outcome.valueMinor && outcome.valueMinor < outcome.highMinor,
  );
  // A look at others brought 1.00, of which what is margin of a lamp at 15.00 that cost 5.00 is margin.
  assert.equal(outcome.valueMinor, 4_000n);
});

test('ending a promotion brought full prices, against what would have been sold at the reduced one', async () => {
  const promotion = {
    ...{
      name: 'Bowls',
      trigger: 'automatic',
      lane: 2,
      priority: 1,
      isExclusive: false,
      isActive: true,
    },
    ...{ limits: {}, conditions: {} },
    benefits: [
      { kind: 'percent_off', rateMillionths: 300_000, per: 'item', goods: { anyOf: [{ variants: [bowl] }] } },
    ],
  } as const;
  expectOk(await write((tx) => savePromotion(tx, { promotion, now: NOW })));
  await stock(bowl, 10);
  const decision = await find('low_stock_promotion_off', /Bowls/);
  await approve(decision);
  warehouse.sold.set(bowl, new Array<number>(10).fill(1));
  const outcome = await scored(decision, 29);
  assert.ok(outcome?.isEnough && outcome.method === 'sold_against_promotion');
  assert.equal(figure(outcome, 'sold'), '10');
  // Ten pieces go either way: what was kept is the discount before tax.
  const kept = Number(outcome.valueMinor);
  assert.ok(kept > 3_000 && kept <= 4_500, String(kept));
  assert.equal((await listPromotions(db))[0]?.isActive, false);
});
