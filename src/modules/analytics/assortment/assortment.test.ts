import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { currencyOf, expectOk } from '../../../kernel/index.ts';
import { randomFor } from '../../../simulator/random.ts';
import { drillReport } from '../reports/drill.ts';
import { runReport } from '../reports/run-report.ts';
import { aWarehouse, linesOf, span } from '../testing/a-warehouse.ts';
import { aLine, anEntry, anOrder } from '../testing/planted.ts';
import { findPairs } from './find-pairs.ts';

const random = randomFor(11, 'assortment').next;
const HALF_YEAR = span('2026-01-01', '2026-06-30');
const EUR = { currency: currencyOf('EUR') };

// Every week two salt sell and some sugar; honey in one week only, in spring; tea rises and coffee falls in June. Who buys a
// cup has a saucer in every second order. Jam lies there, and has not been sold since January.
const shop = await aWarehouse(({ orders, entries, stock }) => {
  let last = 0;
  const sell = (day: string, products: readonly string[], customerKey = `customer-${last}`, minor = 100n) => {
    last += 1;
    const orderId = `order-${String(last).padStart(4, '0')}`;
    orders.set(
      orderId,
      anOrder({ orderId, customerKey, lines: products.map((product, n) => aLine(orderId, n + 1, product)) }),
    );
    for (const [n] of products.entries()) {
      const line = { lineId: `${orderId}/${n + 1}`, grossMinor: minor, quantity: 1 };
      entries.push(anEntry({ orderId, at: `${day}T12:00:00Z`, ...line }));
    }
    return orderId;
  };
  const monday = Temporal.PlainDate.from('2026-01-05');
  sell('2026-01-02', ['jam']);
  for (let week = 0; week < 25; week += 1) {
    const day = monday.add({ weeks: week }).toString();
    sell(day, ['salt'], undefined, 4_000n);
    sell(day, ['salt'], undefined, 4_000n);
    if (week < 5 || week > 14) sell(day, ['pepper'], undefined, 300n);
    if (random() < 0.6) sell(day, ['sugar'], undefined, 900n);
    const isJune = day >= '2026-06-01';
    for (let n = 0; n < (isJune ? 9 : 3); n += 1) sell(day, ['tea']);
    for (let n = 0; n < (isJune ? 1 : 5); n += 1) sell(day, ['coffee']);
    for (let n = 0; n < 4; n += 1) {
      sell(day, random() < 0.5 ? ['cup', 'saucer'] : random() < 0.5 ? ['cup'] : ['saucer']);
    }
  }
  for (let n = 0; n < 10; n += 1) sell('2026-03-10', ['honey'], undefined, 50n);
  // The same person, the same basket, every week: that is one basket.
  for (let week = 0; week < 12; week += 1)
    sell(monday.add({ weeks: week }).toString(), ['pan', 'lid'], 'a-restaurant');
  stock.push(
    { variantId: 'jam-red', onHand: 40, available: 40, outs: [] },
    { variantId: 'salt-red', onHand: 5, available: 5, outs: [] },
    { variantId: 'pepper-red', onHand: 0, available: 0, outs: [tenWeeks(monday)] },
  );
});

function tenWeeks(monday: Temporal.PlainDate) {
  return { from: monday.add({ weeks: 5 }), to: monday.add({ weeks: 15 }).subtract({ days: 1 }) };
}

describe('ABC and XYZ', () => {
  test('the first 80 % of sales are A, and what sells alike each week is X', async () => {
    const { rows } = await linesOf(shop, 'abc_xyz', { span: HALF_YEAR, ...EUR, limit: 99 }, ['units']);
    const classes = Object.fromEntries(
      rows.map((row) => [row.split(' ')[0], row.split(' ').slice(2, 4).join('')]),
    );
    assert.equal(classes['salt'], 'AX');
    assert.match(classes['sugar'] ?? '', /^[AB]Y$/);
    assert.equal(classes['pepper']?.[1], 'X', 'weeks without stock say nothing of demand');
    // Sixteen weeks after the one in which all of it was sold.
    assert.equal(classes['honey']?.[0], 'C');
    assert.equal(rows[0], 'salt salt A X EUR 50');
  });

  test('the matrix is of the same products, and a class leads to its orders', async () => {
    const matrix = expectOk(await runReport(shop, 'abc_xyz_matrix', { span: HALF_YEAR, ...EUR }));
    const products = expectOk(await runReport(shop, 'abc_xyz', { span: HALF_YEAR, ...EUR, limit: 99 }));
    const counted = matrix.rows.reduce((sum, { values }) => sum + Number(values['products']), 0);
    assert.equal(counted, products.rows.length);
    assert.equal(matrix.totals[0]?.values['net_sales'], products.totals[0]?.values['net_sales']);
    const row = { of: { abc: 'A', xyz: 'X' }, ...EUR };
    const orders = expectOk(await drillReport(shop, 'abc_xyz_matrix', { span: HALF_YEAR, row, limit: 999 }));
    const salt = expectOk(
      await drillReport(shop, 'abc_xyz', {
        span: HALF_YEAR,
        row: { of: { product: 'salt' }, ...EUR },
        limit: 999,
      }),
    );
    assert.deepEqual(
      salt.filter((id) => !orders.includes(id)),
      [],
    );
    assert.ok(salt.length === 50);
  });

  test('of fewer than eight whole weeks nobody says how steady it is', async () => {
    const short = span('2026-05-01', '2026-06-15');
    const { rows } = await linesOf(shop, 'abc_xyz', { span: short, ...EUR }, []);
    assert.ok(rows[0]?.startsWith('salt salt A  EUR'), rows.join('\n'));
  });
});

describe('movers', () => {
  test('tea rises and coffee falls, beyond noise; what sells as ever is steady', async () => {
    const june = { span: span('2026-06-01', '2026-06-30'), ...EUR, limit: 99 };
    const answer = expectOk(await runReport(shop, 'product_movers', june));
    const directions = Object.fromEntries(answer.rows.map(({ of }) => [of['product'], of['direction']]));
    assert.deepEqual(
      [directions['tea'], directions['coffee'], directions['salt']],
      ['rising', 'falling', 'steady'],
    );
    assert.equal(String(answer.comparedWith?.from), '2026-05-02');
    const tea = answer.rows.find(({ of }) => of['product'] === 'tea');
    // Four Mondays of June with nine, four of May with three.
    assert.deepEqual([tea?.values['orders'], tea?.values['orders_before']], [36n, 12n]);
    assert.deepEqual([tea?.values['net_sales'], tea?.values['net_sales_change']], [3_600n, 2_400n]);
  });

  test('where nothing changed, hardly anything is said to move', async () => {
    const world = randomFor(5, 'still').next;
    const still = await aWarehouse(({ orders, entries }) => {
      for (let n = 0; n < 1_200; n += 1) {
        const orderId = `o${n}`;
        const product = `p${Math.floor(world() * 40)}`;
        orders.set(orderId, anOrder({ orderId, customerKey: orderId, lines: [aLine(orderId, 1, product)] }));
        const at = `2026-0${n % 2 === 0 ? 5 : 6}-15T12:00:00Z`;
        entries.push(anEntry({ orderId, at, grossMinor: 100n, quantity: 1 }));
      }
    });
    const answer = expectOk(
      await runReport(still, 'product_movers', { span: span('2026-06-01', '2026-06-30'), limit: 99 }),
    );
    assert.equal(answer.rows.length, 40);
    assert.ok(answer.rows.filter(({ of }) => of['direction'] !== 'steady').length <= 1);
  });
});

describe('bought together', () => {
  test('the planted pair is found, with its interval and its orders', async () => {
    const asked = { span: HALF_YEAR };
    const { rows, answer } = await linesOf(shop, 'bought_together', asked, ['together']);
    const found = answer.rows[0];
    assert.deepEqual([found?.of['first'], found?.of['second']], ['cup', 'saucer'], rows.join('\n'));
    const { lift, lift_low: low, lift_high: high } = found?.values ?? {};
    assert.ok(Number(low) > 1 && Number(low) < Number(lift) && Number(lift) < Number(high));
    const row = { of: { first: 'cup', second: 'saucer' } };
    const orders = expectOk(await drillReport(shop, 'bought_together', { ...asked, row, limit: 999 }));
    assert.equal(BigInt(orders.length), found?.values['together']);
  });

  test('what one customer orders over and over is one basket', async () => {
    const { rows } = await linesOf(shop, 'bought_together', { span: HALF_YEAR }, ['together']);
    assert.equal(rows.filter((row) => row.includes('pan')).length, 0, rows.join('\n'));
  });

  test('planted pairs among chance: all of them are found, and hardly any other', () => {
    const baskets = randomFor(6, 'pairs');
    let [found, wrong] = [0, 0];
    for (let world = 0; world < 4; world += 1) {
      const lines = Array.from({ length: 1_500 }, () => {
        const items = Array.from({ length: 46 }, (_, item) => item).filter(() => baskets.chance(0.06));
        return items
          .flatMap((item) => (item < 6 && item % 2 === 0 && baskets.chance(0.33) ? [item, item + 1] : [item]))
          .join(' ');
      }).filter((line) => line !== '');
      for (const { first, second } of findPairs(lines.join('\n')).pairs) {
        const [low, high] = [Math.min(first, second), Math.max(first, second)];
        if (low < 6 && low % 2 === 0 && high === low + 1) found += 1;
        else wrong += 1;
      }
    }
    assert.equal(found, 12);
    assert.ok(wrong <= 3, String(wrong));
  });

  test('no orders, no pairs', async () => {
    const never = await runReport(shop, 'bought_together', { span: span('2020-01-01', '2020-02-01') });
    assert.deepEqual([expectOk(never).rows, expectOk(never).totals], [[], []]);
  });
});

test('dead stock: what is there and was not sold in the span, and for how long', async () => {
  const { rows } = await linesOf(shop, 'dead_stock', { span: span('2026-06-01', '2026-06-30') }, [
    ...['available', 'days_unsold'],
  ]);
  assert.deepEqual(rows, ['jam jam  40 179']);
});
