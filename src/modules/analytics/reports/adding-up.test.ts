import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type CurrencyCode, currencyOf, expectOk, splitMinor } from '../../../kernel/index.ts';
import { meanInterval } from '../../../statistics/index.ts';
import { NO_PRODUCT } from '../language/no-product.ts';
import { aWarehouse, span } from '../testing/a-warehouse.ts';
import { type Random, randomOf } from '../testing/a-world.ts';
import { aHistoryLine, aLine, anEntry, anOrder, aProduct, type Planted } from '../testing/planted.ts';
import { drillReport } from './drill.ts';
import type { ReportParameters } from './report.ts';
import { runReport } from './run-report.ts';

const SPRING = span('2026-03-01', '2026-05-31');
const PLACES = [
  { market: 'eu', country: 'DE', currency: currencyOf('EUR') },
  { market: 'us', country: 'US', currency: currencyOf('USD') },
  { market: 'jp', country: 'JP', currency: currencyOf('JPY') },
] as const;
const GOODS = ['cup', 'hat', 'pot', 'rug'];

const shop = await aWarehouse((planted) => {
  planted.markets.push({ code: 'jp', countries: ['JP'] });
  planted.list(
    aProduct('cup', { brand: 'Halden', category: 'Home › Kitchen', collections: ['Gifts', 'New'] }),
    aProduct('pot', { brand: 'Halden', category: 'Home › Kitchen' }),
    aProduct('hat', { category: 'Clothes', collections: ['Gifts'] }),
  );
  const random = randomOf(11);
  for (let n = 0; n < 120; n += 1) plantOwn(planted, random, n);
  for (let n = 0; n < 120; n += 1) plantElsewhere(planted, random, n);
});

/** As quotes and refunds have it: what is taken off an order is on its lines, and delivery is of none. */
function plantOwn({ orders, entries }: Planted, random: Random, n: number): void {
  const orderId = `own-${n}`;
  const place = pick(random, PLACES);
  const lines = Array.from({ length: 1 + below(random, 4) }, (_, k) =>
    aLine(orderId, k + 1, pick(random, GOODS)),
  );
  orders.set(orderId, anOrder({ orderId, lines, ...place }));
  const about = { orderId, at: momentOf(random), currency: place.currency };
  const gross = lines.map(() => BigInt(1 + below(random, 9_999)));
  const code = splitMinor(isOneOf(random, 3) ? sumOf(gross) / 7n : 0n, gross);
  for (const [k, { lineId }] of lines.entries()) {
    const grossMinor = gross[k] ?? 0n;
    const discountMinor = (code[k] ?? 0n) + (isOneOf(random, 4) ? grossMinor / 5n : 0n);
    const taxMinor = (grossMinor - discountMinor) / 5n;
    entries.push(anEntry({ ...about, lineId, quantity: 1, grossMinor, discountMinor, taxMinor }));
    // A piece goes back, or all of it is cancelled.
    const back = { ...about, at: momentOf(random), lineId, kind: 'credit' as const, quantity: -1 };
    if (n % 9 === 0 || isOneOf(random, 5)) {
      entries.push(anEntry({ ...back, returnsMinor: grossMinor - discountMinor, taxMinor: -taxMinor }));
    }
  }
  const delivery = { shippingMinor: 490n, discountMinor: isOneOf(random, 6) ? 490n : 0n, taxMinor: 93n };
  entries.push(anEntry({ ...about, lineId: undefined, ...delivery }));
  if (n % 9 === 0) {
    const credited = { shippingMinor: -490n, taxMinor: -93n, at: momentOf(random) };
    entries.push(anEntry({ ...about, ...credited, lineId: undefined, kind: 'credit' }));
  }
}

/** As other shops export it: what was taken off an order stands by itself; money comes back with or without goods. */
function plantElsewhere({ history }: Planted, random: Random, n: number): void {
  const { country, currency } = pick(random, PLACES);
  const at = momentOf(random);
  const about = { document: `no ${n}`, at, currency, country, importId: 1 + Math.floor(n / 40) };
  const amounts = Array.from({ length: below(random, 5) }, () => below(random, 90_000_000));
  const goods = amounts.map((amount) => {
    const sku = pick(random, [...GOODS.map((one) => `${one}-1`), 'jug-7', '']);
    return aHistoryLine({ ...about, sku, amountMillionths: BigInt(amount) });
  });
  const part = (name: 'discount' | 'delivery' | 'tax' | 'fee', amount: bigint, more = {}) =>
    aHistoryLine({ ...about, class: name, sku: '', amountMillionths: amount, ...more });
  const taken = -BigInt(1 + below(random, 30_000_000));
  // Sometimes it is given only later.
  const later = isOneOf(random, 4)
    ? { happenedAt: aHistoryLine({ ...about, at: momentOf(random), amountMillionths: 0n }).happenedAt }
    : {};
  history.push(...goods, part('delivery', 4_900_000n), part('tax', 3_330_000n));
  if (isOneOf(random, 2)) history.push(part('discount', taken, later));
  if (isOneOf(random, 8)) history.push(part('fee', -1_500_000n));
  const [first] = goods;
  if (n % 7 === 0) {
    // All of it goes back, and what was taken off with it.
    const back = { kind: 'refund' as const, ...about, at: momentOf(random) };
    for (const { id, sku, amountMillionths } of goods) {
      history.push(
        aHistoryLine({ ...back, sku, refundOf: id, quantity: -1, amountMillionths: -amountMillionths }),
      );
    }
    history.push(aHistoryLine({ ...back, class: 'discount', sku: '', amountMillionths: 2_000_000n }));
  } else if (n % 5 === 0 && first !== undefined) {
    const back = { kind: 'refund' as const, ...about, document: `credit ${n}`, order: first.order };
    history.push(
      aHistoryLine({ ...back, sku: '', quantity: 0, amountMillionths: -first.amountMillionths / 2n }),
    );
  }
}

/** What rows of these are of together is the shop; collections overlap. */
const WHOLE = ['sales_by_product', 'sales_by_variant', 'sales_by_brand', 'sales_by_category'];
const OTHERS = ['sales_by_market', 'sales_by_country', 'sales_by_hour', 'sales_by_channel'];
const MEASURES = [
  'gross_sales',
  'discounts',
  'returns',
  'net_sales',
  'units',
  'units_returned',
  'tax',
  'total_sales',
];

const days = fc.integer({ min: 0, max: 91 });
const asked = fc
  .record({
    days: fc.tuple(days, days),
    market: fc.option(fc.constantFrom('eu', 'us', 'jp')),
    currency: fc.option(fc.constantFrom<CurrencyCode[]>(...PLACES.map(({ currency }) => currency))),
    origin: fc.option(fc.constantFrom('', 'elsewhere')),
  })
  .map(({ days: [a, b], market, currency, origin }): ReportParameters => {
    const day = (n: number) => SPRING.from.add({ days: n });
    return {
      ...{ span: { from: day(Math.min(a, b)), to: day(Math.max(a, b)) }, limit: 1_000 },
      ...(market === null ? {} : { market }),
      ...(currency === null ? {} : { currency }),
      ...(origin === null ? {} : { origin }),
    };
  });

describe('whatever is asked for', () => {
  for (const report of [...WHOLE, ...OTHERS, 'sales_by_collection']) {
    test(`${report} comes to what the shop comes to, in every currency`, async () => {
      await fc.assert(
        fc.asyncProperty(asked, async (parameters) => {
          const [told, shopWide] = await Promise.all(
            [report, 'sales_over_time'].map(async (id) => expectOk(await runReport(shop, id, parameters))),
          );
          for (const { currency, values } of shopWide?.totals ?? []) {
            const rows = told?.rows.filter((row) => row.currency === currency) ?? [];
            const total = told?.totals.find((row) => row.currency === currency);
            for (const id of MEASURES.filter((one) => total !== undefined && one in total.values)) {
              assert.equal(total?.values[id], values[id], `${id} of all, ${currency}`);
              if (report === 'sales_by_collection') continue;
              const sum = rows.reduce((all, row) => all + BigInt(row.values[id] ?? 0), 0n);
              assert.equal(sum, values[id], `${id} of all rows, ${currency}`);
            }
          }
        }),
        { numRuns: 15 },
      );
    });
  }
});

test('goods of collections count with each of theirs', async () => {
  const { rows } = expectOk(await runReport(shop, 'sales_by_collection', { span: SPRING, limit: 1_000 }));
  const cups = expectOk(await runReport(shop, 'sales_by_product', { span: SPRING, limit: 1_000 })).rows.find(
    ({ of, currency }) => of['product'] === 'cup' && currency === 'EUR',
  );
  const ofNew = rows.find(({ of, currency }) => of['collection'] === 'New' && currency === 'EUR');
  assert.deepEqual(ofNew?.values['net_sales'], cups?.values['net_sales']);
});

test('what was taken off an order is on its lines, to the smallest unit', async () => {
  const found = await shop.rows<{
    order_id: string;
    off: bigint;
    stray: bigint;
    lines: bigint;
    worst: bigint;
  }>(`
    with whole as (
      select order_id, sum(discount_minor) as off, sum(gross_minor) as gross,
        ifnull(sum(discount_minor) filter (line_id is null), 0) as stray,
        count(distinct line_id) filter (gross_minor > 0) as lines
      from sale where origin = 'elsewhere' and kind in ('sale', 'correction') group by order_id
    ), line as (
      select order_id, line_id, sum(discount_minor) as off, sum(gross_minor) as gross
      from sale where origin = 'elsewhere' and kind in ('sale', 'correction') and line_id is not null group by all
    )
    select order_id, whole.off, stray, lines,
      ifnull(max(abs(line.off * whole.gross - whole.off * line.gross) // whole.gross) filter (whole.gross > 0), 0) as worst
    from whole left join line using (order_id) group by all having whole.off <> 0`);
  const [spread, stray] = [
    found.filter(({ lines }) => lines > 0n),
    found.filter(({ lines }) => lines === 0n),
  ];
  assert.ok(spread.length > 30 && stray.length > 3, `${spread.length} and ${stray.length}`);
  // Each is less than a smallest unit off its share; without goods it is of no product.
  for (const { order_id: id, stray: left, worst } of spread) assert.deepEqual([left, worst], [0n, 0n], id);
  for (const { off, stray: left } of stray) assert.equal(left, off);
});

test('the value of an order in the mean has the spread of orders, read off one by one', async () => {
  const parameters = { span: SPRING, grain: 'month' as const };
  const { totals } = expectOk(await runReport(shop, 'sales_over_time', parameters));
  for (const { currency, values, bounds } of totals) {
    const orders = await shop.rows<{ value: bigint }>(`
      select cast(sum(gross_minor - discount_minor) as bigint) as value from sale
      where currency = '${currency}' and order_id in (select order_id from orders where sold_at is not null
        and day between date '2026-03-01' and date '2026-05-31') and kind in ('sale', 'correction') group by order_id`);
    const sizes = orders.map(({ value }) => Number(value));
    assert.equal(values['orders'], BigInt(sizes.length));
    const mean = sizes.reduce((sum, one) => sum + one, 0) / sizes.length;
    const variance = sizes.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (sizes.length - 1);
    const sure = meanInterval({ count: sizes.length, mean, variance }, 0.95);
    const found = bounds?.['average_order_value'];
    assert.ok(sure && found && sizes.length > 20);
    // Around what the report tells, which is rounded and counts money by the day on which it was posted.
    const reach = (sure.high - sure.low) / 2;
    assert.ok(Math.abs((found.high - found.low) / 2 - reach) < reach * 1e-9);
    assert.ok(Math.abs((found.high + found.low) / 2 - Number(values['average_order_value'])) < 1e-6);
  }
});

test('what is of no product leads to its orders', async () => {
  const { rows } = expectOk(await runReport(shop, 'sales_by_brand', { span: SPRING }));
  const row = rows.find(({ of, currency }) => of['brand'] === NO_PRODUCT && currency === 'JPY');
  assert.equal(row?.values['gross_sales'], 0n);
  assert.notEqual(row?.values['total_sales'], 0n);
  const behind = expectOk(
    await drillReport(shop, 'sales_by_brand', { span: SPRING, row: row ?? { of: {} }, limit: 1_000 }),
  );
  const delivered = await shop.rows<{ id: string }>(`
    select distinct order_id as id from sale where line_id is null and currency = 'JPY' and kind <> 'goodwill'
      and day between date '2026-03-01' and date '2026-05-31' order by id`);
  assert.deepEqual(
    behind,
    delivered.map(({ id }) => id),
  );
});

function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[below(random, items.length)] ?? assert.fail();
}

function below(random: Random, most: number): number {
  return Math.floor(random() * most);
}

function isOneOf(random: Random, some: number): boolean {
  return below(random, some) === 0;
}

function momentOf(random: Random): string {
  return Temporal.Instant.from('2026-03-01T00:00:00Z')
    .add({ minutes: below(random, 91 * 1_440) })
    .toString();
}

function sumOf(amounts: readonly bigint[]): bigint {
  return amounts.reduce((sum, amount) => sum + amount, 0n);
}
