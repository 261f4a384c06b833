import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currencyOf, expectOk } from '../../../kernel/index.ts';
import { drillReport } from '../reports/drill.ts';
import { aWarehouse, linesOf, NOW, span } from '../testing/a-warehouse.ts';
import { aLine, anEntry, anOrder, aPosting, EUR, moment } from '../testing/planted.ts';

const USD = currencyOf('USD');
const AT = '2026-03-10T12:00:00Z';
const DAYS = { span: span('2026-03-01', '2026-03-31') };

let turn = 0n;
function aTry(orderId: string, result: string, more: Record<string, unknown> = {}) {
  turn += 1n;
  const about = {
    provider: 'stripe',
    mode: 'in_page',
    currency: EUR,
    amountMinor: 1_000n,
    reason: undefined,
  };
  const at = { xid: turn, id: turn, paymentId: `try ${turn}`, happenedAt: moment(AT) };
  return { ...at, orderId, ...about, result, ...more } as Parameters<typeof shop.planted.tries.push>[0];
}

/** Postings of one transaction. */
function posted(
  kind: string,
  reference: string,
  orderId: string | undefined,
  amounts: Record<string, bigint>,
) {
  turn += 1n;
  const transactionId = turn;
  return Object.entries(amounts).map(([account, amountMinor]) =>
    aPosting({ at: AT, kind, reference, orderId, account, amountMinor, transactionId }),
  );
}

const TENTH = { promotionId: 'tenth', name: 'A tenth off', amountMinor: 100n };
const GIFT = { promotionId: 'gift', name: 'Gift', amountMinor: 20n };

const shop = await aWarehouse(({ orders, entries, postings, returned }) => {
  orders.set(
    'a',
    anOrder({ orderId: 'a', lines: [{ ...aLine('a', 1), discounts: [TENTH, GIFT] }, aLine('a', 2)] }),
  );
  orders.set('b', anOrder({ orderId: 'b', market: 'us', country: 'US', currency: USD }));
  orders.set('c', anOrder({ orderId: 'c', country: 'FR' }));
  orders.set('d', anOrder({ orderId: 'd' }));
  entries.push(
    // 1.20 off with tax is 1.01 without: shared 100 to 20.
    anEntry({ orderId: 'a', at: AT, quantity: 3, grossMinor: 1_000n, discountMinor: 101n }),
    anEntry({ orderId: 'a', at: AT, lineId: 'a/2', quantity: 1, grossMinor: 500n }),
    anEntry({ orderId: 'b', at: AT, quantity: 1, grossMinor: 5_000n, currency: USD }),
    anEntry({ orderId: 'c', at: AT, quantity: 2, grossMinor: 700n }),
  );
  postings.push(
    ...posted('sale', 'a', 'a', { receivable: 1_785n, sales: -1_500n, 'tax:DE': -285n }),
    ...posted('refund', 'a', 'a', { receivable: -119n, returns: 100n, 'tax:DE': 19n }),
    ...posted('capture', 'p1:1', 'a', { 'provider:stripe': 970n, fees: 30n, receivable: -1_000n }),
    ...posted('capture', 'p2:1', 'c', { 'provider:paypal': 480n, fees: 20n, receivable: -500n }),
    ...posted('capture', 'p3:1', 'c', { bank: 200n, receivable: -200n }),
    ...posted('fee', 'stripe:monthly', undefined, { 'provider:stripe': -5n, fees: 5n }),
    ...posted('dispute_opened', 'p1:d1', 'a', { 'provider:stripe': -400n, disputes: 400n }),
    ...posted('dispute_lost', 'p1:d1', 'a', { disputes: -400n, dispute_losses: 400n }),
    ...posted('dispute_opened', 'p2:d2', 'c', { 'provider:paypal': -100n, disputes: 100n }),
    ...posted('dispute_won', 'p2:d2', 'c', { 'provider:paypal': 100n, disputes: -100n }),
  );
  const back = { xid: 1n, orderId: 'a', lineId: 'a/1', requestedAt: moment(AT), state: 'approved' } as const;
  returned.push(
    { ...back, id: 1n, returnId: 'r1', reason: 'wrong_size', quantity: 2 },
    { ...back, id: 1n, returnId: 'r1', lineId: 'a/2', reason: 'damaged', quantity: 1 },
    { ...back, id: 2n, returnId: 'r2', reason: 'other', quantity: 1, state: 'rejected' },
  );
});
shop.planted.tries.push(
  aTry('a', 'declined', { reason: 'insufficient_funds' }),
  aTry('a', 'captured'),
  aTry('b', 'authorized', { currency: USD }),
  aTry('c', 'failed', { provider: 'paypal', mode: 'redirect', reason: 'provider_error' }),
  aTry('d', 'open'),
  aTry('c', 'abandoned', { reason: 'abandoned', provider: 'paypal', mode: 'redirect' }),
);
await shop.feed(NOW);

test('attempts: who could pay, who was declined, who went away, and the interval of the rate', async () => {
  const measures = ['attempts', 'authorized', 'declined', 'failed', 'abandoned', 'declined_amount'];
  const { rows, totals, answer } = await linesOf(shop, 'payments', DAYS, [...measures, 'acceptance_rate']);
  assert.deepEqual(rows, [
    'stripe in_page DE EUR 3 1 1 0 1 1000 0.5',
    'paypal redirect FR EUR 2 0 0 1 1 1000 0',
    'stripe in_page US USD 1 1 0 0 0 0 1',
  ]);
  assert.deepEqual(totals, ['EUR 5 1 1 1 2 2000 0.3333333333333333', 'USD 1 1 0 0 0 0 1']);
  // Wilson, 1 of 3: 6.1 % to 79.2 %.
  const { acceptance_rate_low: low, acceptance_rate_high: high } = answer.totals[0]?.values ?? {};
  assert.deepEqual([Number(low).toFixed(3), Number(high).toFixed(3)], ['0.061', '0.792']);
  const row = { of: { provider: 'paypal' }, currency: EUR };
  const drill = await drillReport(shop, 'payments', { ...DAYS, row, limit: 9 });
  assert.deepEqual(expectOk(drill), ['c']);
});

test('declines: why, and how many were paid after all', async () => {
  const { rows } = await linesOf(shop, 'declines', DAYS, ['attempts', 'orders_retried', 'declined_amount']);
  assert.deepEqual(rows, [
    'abandoned paypal EUR 1 0 1000',
    'insufficient_funds stripe EUR 1 1 1000',
    'provider_error paypal EUR 1 0 1000',
  ]);
});

test('an attempt that is decided later stands once, as it is now', async () => {
  const waiting = shop.planted.tries.find(({ orderId }) => orderId === 'd');
  assert.ok(waiting);
  turn += 1n;
  shop.planted.tries.push({ ...waiting, xid: turn, id: turn, result: 'captured' });
  await shop.feed(NOW);
  const fed = await shop.rows('select * from payment_try order by id');
  await shop.rebuild(NOW);
  assert.deepEqual(await shop.rows('select * from payment_try order by id'), fed);
  const { totals } = await linesOf(shop, 'payments', DAYS, ['attempts', 'authorized', 'abandoned']);
  assert.deepEqual(totals, ['EUR 5 2 1', 'USD 1 1 0']);
});

test('fees: what providers keep of what they take; a transfer costs nothing', async () => {
  const measures = ['captures', 'captured', 'payment_fees', 'fee_rate'];
  const { rows, totals } = await linesOf(shop, 'payment_fees', DAYS, measures);
  assert.deepEqual(rows, [
    'stripe EUR 1 1000 35 0.035',
    'paypal EUR 1 500 20 0.04',
    'bank_transfer EUR 1 200 0 0',
  ]);
  assert.deepEqual(totals, ['EUR 3 1700 55 0.03235294117647059']);
});

test('disputes: opened, won and lost, each with its provider', async () => {
  const measures = ['captures', 'disputes', 'dispute_rate', 'disputed', 'disputes_won', 'disputes_lost'];
  const { rows } = await linesOf(shop, 'disputes', DAYS, [...measures, 'win_rate', 'dispute_losses']);
  assert.deepEqual(rows, [
    'paypal EUR 1 1 1 100 1 0 1 0',
    'stripe EUR 1 1 1 400 0 1 0 400',
    'bank_transfer EUR 1 0 0 0 0 0 null 0',
  ]);
});

test('tax: what is owed to whom, as the ledger has it', async () => {
  const { rows } = await linesOf(shop, 'tax', DAYS, ['tax_charged', 'tax_credited', 'tax']);
  assert.deepEqual(rows, ['2026-03 DE EUR 285 19 266']);
});

test('discounts: what each promotion took, shared to the penny, and orders with it beside those without', async () => {
  const measures = ['orders', 'order_share', 'discounts', 'value_with', 'value_without'];
  const { rows, totals } = await linesOf(shop, 'discounts', DAYS, measures);
  assert.deepEqual(rows, ['tenth A tenth off EUR 1 0.5 84 1399 700', 'gift Gift EUR 1 0.5 17 1399 700']);
  assert.deepEqual(totals, ['EUR 1 0.5 101 1399 700']);
});

test('reasons of returns: pieces and what was paid for them; refused ones are none', async () => {
  const { rows, totals } = await linesOf(shop, 'refund_reasons', DAYS, [
    'returns_asked',
    'units_announced',
    'returned_value',
  ]);
  assert.deepEqual(rows, ['wrong_size EUR 1 2 599', 'damaged EUR 1 1 500']);
  assert.deepEqual(totals, ['EUR 1 3 1099']);
});
