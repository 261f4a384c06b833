import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currencyOf } from '../../../kernel/index.ts';
import type { Ask } from '../explore/ask.ts';
import { runAsk } from '../explore/run-ask.ts';
import { aWarehouse, linesOf, span } from '../testing/a-warehouse.ts';
import { anEntry, anOrder, aPosting } from '../testing/planted.ts';
import { drillReport } from './drill.ts';

const EUR = currencyOf('EUR');
const MEASURES = ['stock_value', 'stock_added', 'stock_taken'];

// 500.00 comes in in May; on 2 June 40.00 leave for an order, late that night (in Berlin already the third) 10.00 come back.
const shop = await aWarehouse(({ orders, entries, postings }) => {
  orders.set('a', anOrder({ orderId: 'a' }));
  entries.push(anEntry({ orderId: 'a', at: '2026-06-02T08:00:00Z', grossMinor: 9_000n }));
  const moved: readonly (readonly [at: string, amountMinor: bigint, orderId?: string])[] = [
    ['2026-05-10T10:00:00Z', 50_000n],
    ['2026-06-02T10:00:00Z', -4_000n, 'a'],
    ['2026-06-02T22:30:00Z', 1_000n, 'a'],
  ];
  for (const [at, amountMinor, orderId] of moved) {
    postings.push(
      aPosting({ at, orderId, account: 'inventory', amountMinor }),
      aPosting({ at, orderId, account: 'cost_of_goods', amountMinor: -amountMinor }),
    );
  }
});

test('stock is worth at the end of each day what came in less what went out until then', async () => {
  const { rows, totals } = await linesOf(
    shop,
    'stock_value',
    { span: span('2026-06-01', '2026-06-04') },
    MEASURES,
  );
  assert.deepEqual(rows, [
    '2026-06-01 EUR 50000 0 0',
    '2026-06-02 EUR 46000 0 4000',
    '2026-06-03 EUR 47000 1000 0',
    '2026-06-04 EUR 47000 0 0',
  ]);
  assert.deepEqual(totals, ['EUR 47000 1000 4000']);
});

test('by the month and the week it is that of their last day, by the hour that of the day', async () => {
  const of = async (grain: 'month' | 'week' | 'hour', from: string, to: string) =>
    (await linesOf(shop, 'stock_value', { span: span(from, to), grain }, MEASURES)).rows;
  assert.deepEqual(await of('month', '2026-04-01', '2026-06-30'), [
    '2026-04-01 EUR 0 0 0',
    '2026-05-01 EUR 50000 50000 0',
    '2026-06-01 EUR 47000 1000 4000',
  ]);
  assert.deepEqual(await of('week', '2026-06-01', '2026-06-14'), [
    '2026-06-01 EUR 47000 1000 4000',
    '2026-06-08 EUR 47000 0 0',
  ]);
  const hours = await of('hour', '2026-06-02', '2026-06-02');
  assert.equal(hours.length, 24);
  assert.deepEqual(hours.slice(0, 2), [
    '2026-06-02T00:00 EUR 46000 0 4000',
    '2026-06-02T01:00 EUR 46000 0 0',
  ]);
});

test('it is compared with before, is of every market, and leads to the orders that moved it', async () => {
  const parameters = { span: span('2026-06-01', '2026-06-30'), market: 'us', compare: 'previous' } as const;
  const { answer } = await linesOf(shop, 'stock_value', { ...parameters, grain: 'month' }, MEASURES);
  assert.deepEqual(
    [answer.totals[0]?.values['stock_value'], answer.totals[0]?.before?.['stock_value']],
    [47_000n, 50_000n],
  );
  const row = { of: { time: '2026-06-02' }, currency: EUR };
  const behind = await drillReport(shop, 'stock_value', { span: parameters.span, row, limit: 9 });
  assert.deepEqual(behind, { ok: true, value: ['a'] });
});

test('asked for, it is what the report says: at the end of days, weeks and of the span, and what it was before', async () => {
  const asked: Ask = {
    ...{ measures: ['stock_value'], by: [], where: [], compare: 'previous' },
    span: span('2026-06-01', '2026-06-04'),
  };
  const of = async (grain?: 'day' | 'month') => {
    const answer = await runAsk(shop, { ...asked, ...(grain === undefined ? {} : { grain }) });
    assert.ok(answer.ok);
    return answer.value;
  };
  const values = (rows: Awaited<ReturnType<typeof of>>['rows']) =>
    rows.map(({ of: { time }, values: told, before }) => [
      ...[time, told['stock_value'], before?.['stock_value']],
    ]);
  assert.deepEqual(values((await of('day')).rows), [
    ['2026-06-01', 50_000n, 50_000n],
    ['2026-06-02', 46_000n, 50_000n],
    ['2026-06-03', 47_000n, 50_000n],
    ['2026-06-04', 47_000n, 50_000n],
  ]);
  assert.deepEqual(values((await of('month')).rows), [['2026-06-01', 47_000n, 50_000n]]);
  assert.deepEqual(values((await of()).totals), [[undefined, 47_000n, 50_000n]]);
  const market = await runAsk(shop, { ...asked, market: 'eu' });
  assert.deepEqual(market.ok ? 'told' : market.refusal.code, 'not_together');
});
