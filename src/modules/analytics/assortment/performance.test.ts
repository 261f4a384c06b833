import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currencyOf, expectOk } from '../../../kernel/index.ts';
import { wilsonInterval } from '../../../statistics/index.ts';
import { drillReport } from '../reports/drill.ts';
import { runReport } from '../reports/run-report.ts';
import { aVisit, aWarehouse, linesOf, span } from '../testing/a-warehouse.ts';
import { aLine, anEntry, anOrder } from '../testing/planted.ts';

const NOVEMBER = span('2026-11-01', '2026-11-10');
const EUR = { span: NOVEMBER, currency: currencyOf('EUR') };
const items = (...ids: readonly string[]) => JSON.stringify(ids.map((id) => ({ item_id: id })));

// Cups: looked at in ten visits, carted in four of them and once without looking, bought in two; sold on every day but two,
// on which there were none. Of five orders one came back in part. Hats: looked at once, in a visit that bought a cup. Pots lie there.
const shop = await aWarehouse(async ({ orders, entries, stock, logPart }) => {
  const sell = (orderId: string, day: number, quantity: number, minor: bigint, product = 'cup') => {
    orders.set(orderId, anOrder({ orderId, lines: [aLine(orderId, 1, product)] }));
    const at = `2026-11-${String(day).padStart(2, '0')}T12:00:00Z`;
    entries.push(anEntry({ orderId, at, quantity, grossMinor: minor, discountMinor: minor / 10n }));
  };
  sell('a', 1, 2, 2_000n);
  sell('b', 2, 1, 1_000n);
  sell('c', 3, 1, 1_000n);
  sell('d', 6, 1, 1_000n);
  sell('e', 10, 3, 3_000n);
  sell('old', 1, 1, 700n, 'bowl');
  orders.set('bowl-before', anOrder({ orderId: 'bowl-before', lines: [aLine('bowl-before', 1, 'pot')] }));
  entries.push(
    anEntry({ orderId: 'bowl-before', at: '2026-06-01T12:00:00Z', quantity: 1, grossMinor: 500n }),
  );
  entries.push(
    anEntry({ orderId: 'a', at: '2026-11-20T12:00:00Z', kind: 'credit', quantity: -1, returnsMinor: 900n }),
  );
  const variant = (
    variantId: string,
    available: number,
    outs: readonly (readonly [string, string?])[] = [],
  ) => ({
    ...{ variantId, onHand: available, available },
    outs: outs.map(([from, to]) => ({
      from: Temporal.PlainDate.from(from),
      to: to === undefined ? undefined : Temporal.PlainDate.from(to),
    })),
  });
  stock.push(variant('cup-red', 16, [['2026-11-04', '2026-11-05']]), variant('pot-red', 7));
  const visit = (n: number, names: readonly string[], product: string, order?: string) =>
    aVisit(`v${n}`, `2026-11-02T1${n}:00:00Z`, names, {
      items: items(product),
      ...(order ? { order_id: order } : {}),
    });
  await logPart('visits', [
    ...visit(0, ['view_item', 'view_item', 'add_to_cart', 'purchase'], 'cup', 'a'),
    ...visit(1, ['view_item', 'add_to_cart', 'purchase'], 'cup', 'b'),
    ...visit(2, ['view_item', 'add_to_cart'], 'cup'),
    ...visit(3, ['view_item', 'add_to_cart'], 'cup'),
    ...[4, 5, 6, 7, 8, 9].flatMap((n) => visit(n, ['view_item'], 'cup')),
    ...aVisit('w', '2026-11-03T10:00:00Z', ['add_to_cart'], { items: items('cup', 'bowl') }),
    ...aVisit('x', '2026-11-03T11:00:00Z', ['view_item', 'purchase'], { items: items('hat'), order_id: 'c' }),
  ]);
});

const CUP = { of: { product: 'cup', title: 'cup' }, currency: currencyOf('EUR') };

async function valuesOf(product: string) {
  const answer = expectOk(await runReport(shop, 'product_performance', EUR));
  return (
    answer.rows.find(({ of }) => of['product'] === product)?.values ?? assert.fail(`no row of ${product}`)
  );
}

test('visits that look, put into the cart and buy, each once, with the interval of the rate', async () => {
  const { rows } = await linesOf(shop, 'product_performance', EUR, [
    ...['product_views', 'product_carts', 'views_carted', 'views_bought', 'orders', 'units', 'net_sales'],
  ]);
  assert.deepEqual(rows, [
    'cup cup EUR 10 5 4 2 5 8 7200',
    'bowl bowl EUR 0 1 0 0 1 1 630',
    'hat  EUR 1 0 0 0 0 0 0',
    'pot pot EUR 0 0 0 0 0 0 0',
  ]);
  const cup = await valuesOf('cup');
  const { low, high } = wilsonInterval(4, 10, 0.95);
  assert.deepEqual(
    [cup['view_cart_rate'], cup['view_cart_rate_low'], cup['view_cart_rate_high']],
    [0.4, low, high],
  );
  assert.equal(cup['view_bought_rate'], 0.2);
  assert.equal((await valuesOf('bowl'))['view_cart_rate'], null);
});

test('what came back: of orders, of pieces, of money; also what came back after the span', async () => {
  const cup = await valuesOf('cup');
  assert.equal(cup['return_rate_orders'], 1 / 5);
  assert.equal(cup['return_rate_units'], 1 / 8);
  assert.equal(cup['return_rate_value'], 900 / 7200);
  assert.equal(cup['return_rate_orders_low'], wilsonInterval(1, 5, 0.95).low);
});

test('the stock lasts by what is sold on days on which it is there', async () => {
  const cup = await valuesOf('cup');
  // Eight pieces on eight days with stock: one a day, and sixteen are there.
  assert.deepEqual([cup['available'], cup['days_out'], cup['stock_cover']], [16n, 2n, 16]);
  const [low, high] = [cup['stock_cover_low'], cup['stock_cover_high']];
  assert.ok(typeof low === 'number' && typeof high === 'number' && low < 16 && high > 16, `${low} ${high}`);
  const [bowl, pot] = [await valuesOf('bowl'), await valuesOf('pot')];
  assert.deepEqual([bowl['available'], bowl['stock_cover'], bowl['days_out']], [0n, null, null]);
  assert.deepEqual([pot['available'], pot['stock_cover'], pot['days_out']], [7n, null, 0n]);
});

test('totals are of all products; no stock of several lasts together', async () => {
  const { totals, answer } = await linesOf(shop, 'product_performance', EUR, [
    'product_views',
    'orders',
    'net_sales',
  ]);
  assert.deepEqual(totals, ['EUR 11 6 7830']);
  assert.equal(answer.totals[0]?.values['stock_cover'], null);
  assert.equal(answer.totals[0]?.values['return_rate_orders'], 1 / 6);
});

test('a product leads to its orders', async () => {
  const found = await drillReport(shop, 'product_performance', { ...EUR, row: CUP, limit: 9 });
  assert.deepEqual(found, { ok: true, value: ['a', 'b', 'c', 'd', 'e'] });
});

test('without sales there are still visits and stock', async () => {
  const later = span('2026-11-12', '2026-11-13');
  const answer = expectOk(await runReport(shop, 'product_performance', { span: later }));
  assert.ok(answer.rows.some(({ of, values }) => of['product'] === 'pot' && values['available'] === 7n));
});
