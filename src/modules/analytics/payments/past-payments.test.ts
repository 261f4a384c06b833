import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KeptPayment } from '../../history/index.ts';
import { drillReport } from '../reports/drill.ts';
import { aWarehouse, linesOf, NOW, span } from '../testing/a-warehouse.ts';
import { aHistoryLine, EUR, moment } from '../testing/planted.ts';

const DAYS = { span: span('2026-03-01', '2026-04-30') };
const MILLION = 1_000_000n;

let lastId = 0n;
function aPayment(reference: string, given: Partial<KeptPayment>): KeptPayment {
  lastId += 1n;
  const happenedAt = moment('2026-03-10T12:00:00Z');
  return {
    ...{ id: lastId, reference, paymentId: `elsewhere:${reference}`, document: '', order: undefined },
    ...{ result: 'captured', country: 'DE', provider: 'stripe', method: 'in_page', reason: '' },
    ...{ currency: EUR, amountMinor: 1_000n, feeMinor: 0n, happenedAt },
    ...given,
  };
}

const shop = await aWarehouse(({ history, pastPayments }) => {
  const sold = { document: '7', order: 'elsewhere:7', at: '2026-03-10T12:00:00Z' } as const;
  const line = aHistoryLine({ ...sold, quantity: 2, amountMillionths: 10n * MILLION });
  history.push(
    line,
    aHistoryLine({
      ...{ ...sold, document: '7-R', at: '2026-03-20T12:00:00Z', kind: 'refund', reason: 'wrong_size' },
      ...{ quantity: -1, amountMillionths: -5n * MILLION, refundOf: line.id },
    }),
  );
  const off = { ...sold, class: 'discount', sku: '', title: 'TENTH', quantity: 1 } as const;
  history.push(
    aHistoryLine({ ...off, amountMillionths: -MILLION }),
    aHistoryLine({ ...off, at: '2026-03-20T12:00:00Z', amountMillionths: MILLION / 2n }),
  );
  const of7 = { document: '7', order: 'elsewhere:7' };
  const late = { ...of7, happenedAt: moment('2026-04-01T12:00:00Z') };
  pastPayments.push(
    aPayment('p1', { ...of7, result: 'declined', reason: 'insufficient_funds' }),
    aPayment('p2', { ...of7, feeMinor: 40n }),
    aPayment('p3', { result: 'declined', reason: 'suspected_fraud', country: 'US' }),
    aPayment('p2', { ...late, result: 'dispute_opened' }),
    aPayment('p2', { ...late, result: 'dispute_lost' }),
  );
});

test('attempts elsewhere are attempts, of the market of their order or of their country', async () => {
  const measures = ['attempts', 'authorized', 'declined'];
  const { rows } = await linesOf(shop, 'payments', DAYS, measures);
  assert.deepEqual(rows, ['stripe in_page DE EUR 2 1 1', 'stripe in_page US EUR 1 0 1']);
  const us = await linesOf(shop, 'payments', { ...DAYS, market: 'us' }, measures);
  assert.deepEqual(us.rows, ['stripe in_page US EUR 1 0 1']);
  const declines = await linesOf(shop, 'declines', DAYS, ['attempts', 'orders_retried']);
  assert.deepEqual(declines.rows, ['insufficient_funds stripe EUR 1 1', 'suspected_fraud stripe EUR 1 0']);
});

test('an attempt that came to no order leads to none', async () => {
  const row = { of: { reason: 'suspected_fraud', provider: 'stripe' }, currency: EUR };
  assert.deepEqual(await drillReport(shop, 'declines', { ...DAYS, row, limit: 9 }), { ok: true, value: [] });
});

test('what a provider kept, and what banks took back for good', async () => {
  const fees = await linesOf(shop, 'payment_fees', DAYS, ['captures', 'captured', 'payment_fees']);
  assert.deepEqual(fees.rows, ['stripe EUR 1 1000 40']);
  const disputed = ['captures', 'disputes', 'disputed', 'disputes_lost', 'dispute_losses'];
  const { rows } = await linesOf(shop, 'disputes', DAYS, disputed);
  assert.deepEqual(rows, ['stripe EUR 1 1 1000 1 1000']);
  const { rows: left } = await linesOf(shop, 'contribution', { ...DAYS, grain: 'month' }, ['payment_fees']);
  assert.equal(left.filter((line) => line.endsWith(' 40')).length, 1);
});

test('why goods came back elsewhere', async () => {
  const measures = ['returns_asked', 'units_announced', 'returned_value'];
  const { rows } = await linesOf(shop, 'refund_reasons', DAYS, measures);
  assert.deepEqual(rows, ['wrong_size EUR 1 1 450'], 'less half of the euro that was taken off both');
});

test('rebuilt it is the same, and an import that is taken out is gone', async () => {
  const tables = ['payment_try order by id', 'posting order by id', 'returned_line order by return_id'];
  const all = () => Promise.all(tables.map((table) => shop.rows(`select * from ${table}`)));
  const fed = await all();
  await shop.rebuild(NOW);
  assert.deepEqual(await all(), fed);
  shop.planted.pastPayments.length = 0;
  shop.planted.history.length = 0;
  shop.planted.reviseHistory();
  await shop.feed(NOW);
  assert.deepEqual(await all(), [[], [], []]);
});
