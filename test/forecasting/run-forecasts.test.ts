import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectOk, ok } from '../../src/kernel/index.ts';
import { readDemand, readDemandMarks } from '../../src/modules/analytics/demand/read-demand.ts';
import { aWarehouse } from '../../src/modules/analytics/testing/a-warehouse.ts';
import { aHistoryLine, aProduct } from '../../src/modules/analytics/testing/planted.ts';
import { saveProducts, setBundleComponents } from '../../src/modules/catalog/index.ts';
import { judgeAdjustments } from '../../src/modules/forecasting/adjustments/judge-adjustments.ts';
import { saveAdjustment, undoAdjustment } from '../../src/modules/forecasting/adjustments/save-adjustment.ts';
import { demandOver } from '../../src/modules/forecasting/forecast/demand-over.ts';
import { runForecasts } from '../../src/modules/forecasting/run/run-forecasts.ts';
import { readLastRun, readMethodAccuracy } from '../../src/modules/forecasting/store/accuracy.ts';
import { readAdjustments } from '../../src/modules/forecasting/store/adjustments.ts';
import { readForecastDetails } from '../../src/modules/forecasting/store/details.ts';
import { readForecasts } from '../../src/modules/forecasting/store/forecasts.ts';
import { countForecasts, listForecasts } from '../../src/modules/forecasting/store/list-forecasts.ts';
import { aStockShop } from '../../src/modules/inventory/testing/a-stock-shop.ts';
import { transact } from '../../src/platform/database/index.ts';
import { testDatabase } from '../database.ts';

const shop = await aStockShop(await testDatabase(), ['Cup', 'Pot', 'Lamp']);
const { db, write, variant, main, other } = shop;
const NOW = Temporal.Instant.from('2026-11-27T12:00:00Z');
const monday = Temporal.PlainDate.from('2026-11-23');
const [cup, pot, lamp] = [variant(0), variant(1), variant(2)];

const bundle = await write(async (tx) => {
  const draft = {
    handle: 'set',
    title: 'Set',
    kind: 'bundle',
    variants: [{ optionValues: [], sku: 'SET' }],
  } as const;
  const [saved] = await saveProducts(tx, { drafts: [draft], now: NOW, cause: 'test' });
  assert.ok(saved && !('refusal' in saved));
  const id = saved.variants[0]?.id ?? assert.fail();
  expectOk(
    await setBundleComponents(tx, id, [
      { variantId: cup, quantity: 1 },
      { variantId: pot, quantity: 2 },
    ]),
  );
  return id;
});

const line = (day: number, sku: string, quantity: number) =>
  aHistoryLine({
    ...{ document: `${sku} ${day}`, at: `${monday.subtract({ days: day })}T10:00:00Z`, sku, quantity },
    amountMillionths: BigInt(quantity) * 10_000_000n,
  });

// Two cups a day for 60 weeks; a pot every other Monday, and a set each Friday of the last year.
const analytics = await aWarehouse(({ list, history }) => {
  const goods = [cup, pot, lamp, bundle].map((variantId, index) => ({
    variantId,
    sku: ['SKU-0', 'SKU-1', 'SKU-2', 'SET'][index] ?? '',
  }));
  list(...goods.map(({ variantId, sku }) => aProduct(sku, { variants: [{ variantId, sku, options: '' }] })));
  for (let day = 1; day <= 420; day += 1) {
    history.push(line(day, 'SKU-0', 2));
    if (day % 14 === 0) history.push(line(day, 'SKU-1', 1));
    if (day % 7 === 3 && day < 364) history.push(line(day, 'SET', 1));
  }
});
const asked = {
  readDemand: async (span: Parameters<typeof readDemand>[1]) => ok(await readDemand(analytics, span)),
  readDemandMarks: async (span: Parameters<typeof readDemandMarks>[1]) =>
    ok(await readDemandMarks(analytics, span)),
};
const run = (report = async () => true) =>
  runForecasts({ db, analytics: asked, now: NOW, startedBy: 'staff:a', report });
const weekOf = async (variantId: typeof cup, place?: typeof main) => {
  const forecast = (await readForecasts(db, [variantId], place)).get(variantId) ?? assert.fail();
  return demandOver(forecast, { from: monday, days: 7 });
};

test('a run that is stopped keeps nothing', async () => {
  assert.equal(await run(async () => false), undefined);
  assert.equal(await countForecasts(db, {}), 0);
});

test('everything that lies somewhere is forecast, bundles as what they are made of', async () => {
  assert.deepEqual(await run(), { items: 3, made: 3 });
  const [week, pots] = [await weekOf(cup), await weekOf(pot)];
  // Fourteen by themselves and one in a set.
  assert.ok(Math.abs(week.mean - 15) < 1, `${week.mean}`);
  assert.ok(Math.abs(pots.mean - 2.5) < 0.6, `${pots.mean}`);
  assert.ok(week.quantile(0.95) >= 15 && week.quantile(0.95) <= 25);
  const details = (await readForecastDetails(db, cup)) ?? assert.fail();
  assert.deepEqual(details.channels, { elsewhere: 1 });
  assert.deepEqual(details.history.slice(-2), [15, 15]);
  assert.deepEqual(
    details.backtest.filter(({ isChosen }) => isChosen).map(({ weeks }) => weeks),
    [16],
  );
  const nobody = (await readForecasts(db, [lamp])).get(lamp);
  assert.deepEqual([nobody?.demandClass, nobody?.isEnough], ['new', false]);
  assert.equal((await readLastRun(db))?.made, 3);
  assert.ok(
    (await readMethodAccuracy(db)).some(({ method, chosenFor }) => method === 'chosen' && chosenFor === 2),
  );
});

test('what has the same past is not made again; what has another one is, and nothing else', async () => {
  assert.deepEqual(await run(), { items: 3, made: 0 });
  const before = (await readForecastDetails(db, cup))?.backtest.length;
  analytics.planted.history.push(line(20, 'SKU-1', 3));
  await analytics.feed(NOW);
  assert.deepEqual(await run(), { items: 3, made: 1 });
  assert.equal((await readForecastDetails(db, cup))?.backtest.length, before);
});

test('the list finds by words, sorts, and goes on after a page', async () => {
  const ids = async (asked: Parameters<typeof listForecasts>[1]) =>
    (await listForecasts(db, asked)).map(({ variantId }) => variantId);
  assert.deepEqual(await ids({ sort: 'most', limit: 2 }), [cup, pot]);
  assert.deepEqual(await ids({ sort: 'title', limit: 9, q: 'la' }), [lamp]);
  const [first] = await listForecasts(db, { sort: 'title', limit: 1 });
  assert.deepEqual(await ids({ sort: 'title', limit: 9, after: first?.position }), [lamp, pot]);
  assert.deepEqual(await ids({ sort: 'most', limit: 9, demandClass: ['new'] }), [lamp]);
});

test('a place has its share, by what was handed over there', async () => {
  const [all, here, there] = [await weekOf(cup), await weekOf(cup, main), await weekOf(cup, other)];
  assert.ok(all.mean >= here.mean && there.mean === 0);
});

test('a change by hand is in the forecast until it is taken back, and is judged when its days are over', async () => {
  const by = { by: 'staff:a', now: NOW };
  const draft = {
    scope: 'variant',
    scopeId: cup,
    from: monday,
    to: monday.add({ days: 6 }),
    reason: 'Fair',
  } as const;
  const before = (await weekOf(cup)).mean;
  const change = { kind: 'factor', factor: 2 } as const;
  const saved = expectOk(await transact(db, (tx) => saveAdjustment(tx, { ...draft, change, ...by })));
  assert.ok(Math.abs((await weekOf(cup)).mean - 2 * before) < 1e-6);
  assert.ok(Math.abs(saved.score.expectedWith - 2 * before) < 1e-6);
  expectOk(await transact(db, (tx) => undoAdjustment(tx, { id: saved.id, ...by })));
  assert.ok(Math.abs((await weekOf(cup)).mean - before) < 1e-6);
  const past = { from: monday.subtract({ days: 7 }), to: monday.subtract({ days: 1 }) };
  const shopWide = { scope: 'shop', scopeId: '', reason: 'TV', ...by } as const;
  const late = await transact(db, (tx) => saveAdjustment(tx, { ...shopWide, ...past, change }));
  assert.equal(late.ok ? '' : late.refusal.code, 'nothing_to_change');
  const wide = { ...shopWide, from: monday, to: monday.add({ days: 2 }) };
  const pieces = { kind: 'pieces', pieces: 10 } as const;
  const whole = expectOk(await transact(db, (tx) => saveAdjustment(tx, { ...wide, change: pieces })));
  assert.ok(Math.abs(whole.score.expectedWith - whole.score.expectedWithout - 10) < 1e-9);
  await judgeAdjustments(db, asked, NOW.add({ hours: 24 * 7 }));
  const [judged] = await readAdjustments(db, {});
  assert.deepEqual([judged?.id, judged?.score.actual], [whole.id, 0]);
});

test('what is no change is refused by its name', async () => {
  const draft = {
    scope: 'shop',
    scopeId: '',
    from: monday,
    to: monday,
    reason: 'x',
    by: 'staff:a',
    now: NOW,
  } as const;
  const table = [
    [{ to: monday.subtract({ days: 1 }) }, { kind: 'factor', factor: 2 }, 'invalid_span'],
    [{ reason: ' ' }, { kind: 'factor', factor: 2 }, 'invalid_reason'],
    [{}, { kind: 'factor', factor: 1 }, 'invalid_change'],
    [{}, { kind: 'pieces', pieces: 0.5 }, 'invalid_change'],
    [{ scope: 'variant', scopeId: 'x' }, { kind: 'factor', factor: 2 }, 'not_found'],
    [{ scope: 'category' }, { kind: 'factor', factor: 2 }, 'not_found'],
  ] as const;
  for (const [wrong, change, code] of table) {
    const saved = await transact(db, (tx) => saveAdjustment(tx, { ...draft, ...wrong, change }));
    assert.equal(saved.ok ? 'ok' : saved.refusal.code, code);
  }
});
