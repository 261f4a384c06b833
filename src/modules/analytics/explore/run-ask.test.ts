import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { expectOk } from '../../../kernel/index.ts';
import { NO_PRODUCT } from '../language/no-product.ts';
import type { ReportAnswer } from '../reports/answer.ts';
import { bucketsOf } from '../reports/period.ts';
import type { Grain } from '../reports/report.ts';
import { runReport } from '../reports/run-report.ts';
import { aTrade, ODD_SOURCE } from '../testing/a-trade.ts';
import { aWarehouse, span } from '../testing/a-warehouse.ts';
import type { Ask, Bound, Filter } from './ask.ts';
import { CUBES, cubeOf } from './cubes.ts';
import { DIMENSIONS } from './dimensions.ts';
import { MEASURES, sumsOf } from './measures.ts';
import { drillAsk, runAsk } from './run-ask.ts';

const shop = await aWarehouse(aTrade);
const SPRING = span('2026-03-01', '2026-04-30');
const RUNS = { numRuns: 40 };

function asking(more: Partial<Ask>): Ask {
  return { measures: ['net_sales'], by: [], span: SPRING, where: [], ...more };
}

async function answered(more: Partial<Ask>): Promise<ReportAnswer> {
  return expectOk(await runAsk(shop, asking(more)));
}

/** Sums of any row count towards the total: an order with two products is with both, so not those. */
const ADDITIVE = MEASURES.filter(
  (measure) =>
    (measure.kind === 'money' || measure.kind === 'count') &&
    ![
      'customers',
      'orders_with',
      'average_order_value',
      'sales_per_session',
      'cost_per_click',
      'cac',
    ].includes(measure.id),
);

/** Measures and dimensions that go together, at random. */
const asks = fc
  .subarray(
    ADDITIVE.map(({ id }) => id).filter((id) => !id.startsWith('product_')),
    { minLength: 1, maxLength: 4 },
  )
  .chain((measures) => {
    const cubes = measures
      .flatMap((id) => MEASURES.filter((measure) => measure.id === id).flatMap(sumsOf))
      .map(cubeOf);
    const shared = DIMENSIONS.map(({ id }) => id).filter(
      (id) => id !== 'collection' && cubes.every(({ dimensions }) => id in dimensions),
    );
    return fc.record({
      measures: fc.constant(measures),
      by: fc.subarray(shared, { maxLength: Math.min(3, shared.length) }),
    });
  });
const grains = fc.constantFrom<Grain[]>('day', 'week', 'month');

describe('every answer', () => {
  test('rows of what adds up add up to the totals', async () => {
    await fc.assert(
      fc.asyncProperty(asks, fc.option(grains, { nil: undefined }), async (ask, grain) => {
        const { rows, totals } = await answered({ ...ask, limit: 1_000, ...(grain ? { grain } : {}) });
        for (const id of ask.measures) {
          for (const total of totals) {
            const sum = rows
              .filter(({ currency }) => currency === total.currency)
              .reduce((all, { values }) => all + BigInt(values[id] ?? 0), 0n);
            assert.equal(sum, total.values[id] ?? 0n, `${id} by ${ask.by}`);
          }
        }
      }),
      RUNS,
    );
  });

  test('over time every group has every bucket, once and in order', async () => {
    await fc.assert(
      fc.asyncProperty(asks, grains, async (ask, grain) => {
        const { rows } = await answered({ ...ask, grain });
        const groups = Map.groupBy(rows, ({ of: { time: _, ...of }, currency }) =>
          JSON.stringify([of, currency]),
        );
        const buckets = bucketsOf(SPRING, grain, shop.zone);
        for (const group of groups.values()) {
          assert.deepEqual(
            group.map(({ of }) => of['time']),
            buckets,
          );
        }
      }),
      RUNS,
    );
  });

  test('what is one of some texts and what is none of them are everything, each once', async () => {
    const dimension = fc.constantFrom('source', 'country', 'device', 'channel', 'market', 'buyer');
    const values = fc.uniqueArray(fc.constantFrom('ads', 'DE', 'US', 'mobile', 'eu', 'new', '', "'"), {
      minLength: 1,
    });
    const ordersOf = async (where: readonly Filter[]) => {
      const { totals } = await answered({ measures: ['orders'], where });
      return BigInt(totals[0]?.values['orders'] ?? 0);
    };
    const all = await ordersOf([]);
    await fc.assert(
      fc.asyncProperty(dimension, values, async (name, texts) => {
        const some = await ordersOf([{ dimension: name, is: 'one_of', values: texts }]);
        const none = await ordersOf([{ dimension: name, is: 'none_of', values: texts }]);
        assert.equal(some + none, all);
      }),
      RUNS,
    );
  });

  test('SQL that sorts and bounds says the same as the measure', async () => {
    for (const measure of MEASURES) {
      const { rows } = await answered({
        measures: [measure.id],
        by: ['weekday'],
        sort: { by: measure.id, descending: true },
      });
      const values = rows.map(({ values: told }) => Number(told[measure.id] ?? Number.NEGATIVE_INFINITY));
      assert.deepEqual(
        values,
        values.toSorted((a, b) => b - a),
        measure.id,
      );
    }
  });
});

test('asked by nothing, it is what the standard report says', async () => {
  const cases = [
    [
      'sales_over_time',
      ['gross_sales', 'discounts', 'returns', 'net_sales', 'shipping', 'tax', 'orders', 'units'],
    ],
    ['conversion', ['sessions', 'sessions_viewed', 'sessions_cart', 'sessions_bought', 'conversion_rate']],
    ['margin', ['net_sales', 'cost_of_goods', 'contribution_margin_1']],
    ['channels', ['sessions', 'orders', 'matched_orders', 'tracked_share', 'net_sales']],
  ] as const;
  for (const [report, measures] of cases) {
    const standard = expectOk(await runReport(shop, report, { span: SPRING, compare: 'previous' }));
    const { totals } = await answered({ measures, compare: 'previous' });
    const told = (rows: ReportAnswer['totals']) =>
      rows.map(({ currency, values }) => [currency, ...measures.map((id) => values[id])]);
    assert.deepEqual(told(totals), told(standard.totals), report);
  }
});

test('orders by channel, with what names each row and what it was before', async () => {
  const { rows, totals, comparedWith } = await answered({
    measures: ['orders', 'sessions'],
    by: ['channel'],
    span: span('2026-04-01', '2026-04-30'),
    compare: 'previous',
  });
  assert.deepEqual(String(comparedWith?.from), '2026-03-02');
  assert.deepEqual(
    rows.map(({ of }) => of['channel']).toSorted(),
    ['', 'from ads', 'from letter', `from ${ODD_SOURCE}`].toSorted(),
  );
  const sum = (rows: readonly { readonly before?: ReportAnswer['rows'][number]['values'] }[]) =>
    rows.reduce((all, { before }) => all + Number(before?.['orders']), 0);
  assert.equal(sum(rows), sum(totals));
  const products = await answered({ by: ['product'], limit: 2 });
  assert.deepEqual(
    products.dimensions.map(({ id }) => id),
    ['product', 'title'],
  );
  assert.equal(products.isCut, true);
});

test('days are asked for and no others: two months are their sum, and what it was before is that of the days before', async () => {
  const measures = ['gross_sales', 'orders', 'sessions'];
  const of = async (from: string, to: string) => {
    const { totals } = await answered({ measures, span: span(from, to), compare: 'previous' });
    return totals.find(({ currency }) => currency === 'EUR');
  };
  const [march, april, both] = [
    await of('2026-03-01', '2026-03-31'),
    await of('2026-04-01', '2026-04-30'),
    await of('2026-03-01', '2026-04-30'),
  ];
  for (const id of measures) {
    const parts = BigInt(march?.values[id] ?? 0) + BigInt(april?.values[id] ?? 0);
    assert.equal(parts, both?.values[id]);
    assert.ok(parts > BigInt(march?.values[id] ?? 0));
  }
  assert.deepEqual((await of('2026-04-01', '2026-05-01'))?.before, march?.values);
});

test('looks at products stand beside what was sold of them, and attempts to pay are there', async () => {
  const { rows } = await answered({ measures: ['product_views', 'units'], by: ['product'] });
  assert.deepEqual(rows.map(({ of }) => of['title']).toSorted(), [NO_PRODUCT, 'chair', 'cup', 'hat', 'lamp']);
  const { totals } = await answered({ measures: ['attempts', 'acceptance_rate'], by: ['provider'] });
  assert.deepEqual(totals[0]?.values, { attempts: 0n, acceptance_rate: null });
});

test('ad spend stands beside what it brought, and a row without any has nothing to divide by', async () => {
  const { rows, totals } = await answered({ measures: ['ad_spend', 'net_sales', 'roas'], by: ['source'] });
  const ads = rows.find(({ of, currency }) => of['source'] === 'ads' && currency === 'EUR');
  assert.equal(ads?.values['ad_spend'], 3_702n);
  assert.equal(ads.values['roas'], Number(ads.values['net_sales']) / 3_702);
  const letter = rows.find(({ of }) => of['source'] === 'letter');
  assert.deepEqual([letter?.values['ad_spend'], letter?.values['roas']], [0n, null]);
  assert.deepEqual(
    totals.map(({ currency, values }) => [currency, values['ad_spend']]),
    [
      ['EUR', 3_702n],
      ['USD', 0n],
    ],
  );
});

test('bounds hide rows and leave the totals; money is in units of its currency', async () => {
  const all = await answered({ by: ['product'], limit: 1_000 });
  const middle = all.rows[3]?.values['net_sales'];
  assert.ok(typeof middle === 'bigint');
  const value = `${middle / 100n}.${String(middle % 100n).padStart(2, '0')}`;
  const bounded = async (is: Bound['is']) =>
    (await answered({ by: ['product'], having: [{ measure: 'net_sales', is, value }] })).rows;
  assert.deepEqual(await bounded('at_least'), all.rows.slice(0, 4));
  assert.deepEqual(await bounded('above'), all.rows.slice(0, 3));
  assert.deepEqual(await bounded('below'), all.rows.slice(4));
  const { totals } = await answered({
    by: ['product'],
    having: [{ measure: 'net_sales', is: 'above', value: '1000000' }],
  });
  assert.deepEqual(totals, all.totals);
});

test('every row of every measure leads to orders that are in it', async () => {
  const { rows } = await answered({ measures: ['orders'], by: ['source', 'currency'], limit: 100 });
  for (const row of rows) {
    const ids = expectOk(
      await drillAsk(shop, asking({ measures: ['orders'], by: ['source', 'currency'] }), {
        row,
        limit: 1_000,
      }),
    );
    assert.equal(BigInt(ids.length), row.values['orders']);
  }
  const overTime = asking({ measures: ['sessions'], by: ['device'], grain: 'week' });
  const visits = expectOk(await runAsk(shop, overTime));
  const found = await Promise.all(
    visits.rows.map(async (row) => expectOk(await drillAsk(shop, overTime, { row, limit: 1_000 }))),
  );
  const sold = await answered({ measures: ['matched_orders'] });
  assert.equal(BigInt(new Set(found.flat()).size), sold.totals[0]?.values['matched_orders']);
});

test('every sum is of one cube, and every dimension of some', () => {
  const sums = CUBES.flatMap((cube) => Object.keys({ ...cube.sums, ...cube.constants }));
  assert.equal(new Set(sums).size, sums.length);
  for (const measure of MEASURES)
    assert.ok(
      sumsOf(measure).every((sum) => sums.includes(sum)),
      measure.id,
    );
  const told = new Set(CUBES.flatMap(({ dimensions }) => Object.keys(dimensions)));
  assert.deepEqual([...told].toSorted(), DIMENSIONS.map(({ id }) => id).toSorted());
});
