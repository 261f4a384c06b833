import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currencyOf } from '../../../kernel/index.ts';
import { aWarehouse, span } from '../testing/a-warehouse.ts';
import { anEntry, anOrder, EUR, moment } from '../testing/planted.ts';
import { agrees } from './agreement.ts';
import { checkAgreement, type PostedEntry } from './check-agreement.ts';

const USD = currencyOf('USD');
const AT = '2026-03-29T00:30:00Z';
const LATER = '2026-03-29T22:30:00Z';

// `a` is sold with a discount and delivery, and partly credited after midnight; `b` is sold in dollars.
const shop = await aWarehouse(({ orders, entries }) => {
  orders.set('a', anOrder({ orderId: 'a' }));
  orders.set('b', anOrder({ orderId: 'b', market: 'us', currency: USD }));
  entries.push(
    anEntry({ orderId: 'a', at: AT, grossMinor: 2_000n, discountMinor: 200n, taxMinor: 342n }),
    anEntry({
      orderId: 'a',
      at: AT,
      lineId: undefined,
      shippingMinor: 500n,
      discountMinor: 100n,
      taxMinor: 76n,
    }),
    anEntry({ orderId: 'a', at: LATER, kind: 'credit', returnsMinor: 900n, taxMinor: -171n }),
    anEntry({ orderId: 'b', at: AT, grossMinor: 5_000n, currency: USD }),
  );
});

const LEDGER: readonly PostedEntry[] = [
  posted('a', AT, EUR, {
    receivable: 2_618n,
    sales: -2_000n,
    discounts: 300n,
    shipping: -500n,
    'tax:DE': -418n,
  }),
  posted('a', LATER, EUR, { receivable: -1_071n, returns: 900n, 'tax:DE': 171n }),
  posted('b', AT, USD, { receivable: 5_000n, sales: -5_000n }),
  // Neither is a sale.
  posted('a', LATER, EUR, { goodwill: 100n, receivable: -100n }),
  posted('a', AT, EUR, { cost_of_goods: 800n, inventory: -800n }),
];

function posted(
  orderId: string,
  at: string,
  currency: PostedEntry['postings'][number]['currency'],
  amounts: Record<string, bigint>,
): PostedEntry {
  const postings = Object.entries(amounts).map(([account, amountMinor]) => ({
    account,
    currency,
    amountMinor,
  }));
  return { kind: 'sale', orderId, postedAt: moment(at), postings };
}

async function check(ledger: readonly PostedEntry[]) {
  const days = span('2026-03-29', '2026-03-30');
  return checkAgreement(
    shop,
    async function* ({ from, to }) {
      // The shop's days in Berlin: the first has 23 hours.
      assert.deepEqual([String(from), String(to)], ['2026-03-28T23:00:00Z', '2026-03-30T22:00:00Z']);
      yield* ledger;
    },
    days,
  );
}

test('report, journal and ledger say the same of every day, market and currency', async () => {
  const { rows, orders } = await check(LEDGER);
  assert.deepEqual(orders, []);
  assert.ok(rows.every(agrees));
  assert.deepEqual(
    rows
      .filter(({ measure }) => measure === 'total_sales')
      .map(({ day, market, reportMinor }) => `${day} ${market} ${reportMinor}`),
    ['2026-03-29 eu 2618', '2026-03-29 us 5000', '2026-03-30 eu -1071'],
  );
});

test('a planted difference is found and named: which day, market, currency and figure, and who says what', async () => {
  const wrong = LEDGER.with(
    1,
    posted('a', LATER, EUR, { receivable: -1_070n, returns: 899n, 'tax:DE': 171n }),
  );
  const { rows, orders } = await check(wrong);
  const found = rows.filter((row) => !agrees(row));
  assert.deepEqual(
    found.map(({ day, market, currency, measure, reportMinor, journalMinor, ledgerMinor }) =>
      [day, market, currency, measure, reportMinor, journalMinor, ledgerMinor].join(' '),
    ),
    ['2026-03-30 eu EUR returns 900 900 899', '2026-03-30 eu EUR total_sales -1071 -1071 -1070'],
  );
  assert.deepEqual(
    orders.map(({ orderId, day, measure, journalMinor, ledgerMinor }) => {
      return [orderId, day, measure, journalMinor, ledgerMinor].join(' ');
    }),
    ['a 2026-03-30 returns 900 899', 'a 2026-03-30 total_sales -1071 -1070'],
  );
});

test('what the ledger has and the journal has not is found, also of an order that nobody knows', async () => {
  const { rows, orders } = await check([...LEDGER, posted('x', AT, EUR, { receivable: 7n, sales: -7n })]);
  const found = rows.filter((row) => !agrees(row));
  assert.deepEqual([...new Set(orders.map(({ orderId }) => orderId))], ['x']);
  assert.deepEqual(
    found.map(({ market, measure, ledgerMinor }) => `${market || 'none'} ${measure} ${ledgerMinor}`),
    ['none gross_sales 7', 'none total_sales 7'],
  );
});

test('what the journal has and the ledger has not is found', async () => {
  const found = (await check(LEDGER.slice(0, 2))).rows.filter((row) => !agrees(row));
  assert.deepEqual(
    found.map(({ market, measure }) => `${market} ${measure}`),
    ['us gross_sales', 'us total_sales'],
  );
});
