import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { testDatabase } from '../../../test/database.ts';
import { currencyOf, expectOk } from '../../kernel/index.ts';
import { composeOrder } from './formats/compose.ts';
import { exactText, type HistoryLine, importOrders, readHistoryLines } from './index.ts';
import { customerKeyOf } from './read/customer-key.ts';
import { aFolder } from './testing/a-file.ts';
import { shopifyExport, woocommerceExport } from './testing/exports.ts';

const connection = await testDatabase();
const { fileOf } = await aFolder();

async function linesOf(importId: number | undefined): Promise<HistoryLine[]> {
  const pages = await Array.fromAsync(readHistoryLines(connection.db));
  return pages.flat().filter((line) => line.importId === importId);
}

const shown = ({ document, kind, class: name, sku, quantity, amountMillionths, cancels }: HistoryLine) =>
  [document, kind, name, sku, quantity, exactText(amountMillionths), cancels ?? ''].join(' ').trim();

test('Shopify’s orders become goods, delivery, discounts, taxes and refunds that sum to their totals', async () => {
  const first = { Email: 'Ada@example.com', Currency: 'EUR', 'Shipping Country': 'DE' };
  const file = shopifyExport([
    {
      ...{
        ...first,
        Name: '#1001',
        'Financial Status': 'partially_refunded',
        'Created at': '2024-06-30 23:30:00 +0200',
      },
      ...{ Subtotal: '90.00', Shipping: '5.00', Taxes: '19.00', Total: '114.00', 'Discount Amount': '10.00' },
      ...{ 'Lineitem quantity': '2', 'Lineitem name': 'Shirt, "blue"', 'Lineitem price': '25.00' },
      ...{ 'Lineitem sku': 'SH-B', 'Refunded Amount': '57.00', Notes: 'two\nlines' },
    },
    {
      ...{ Name: '#1001', Email: 'Ada@example.com', 'Created at': '2024-06-30 23:30:00 +0200' },
      ...{
        'Lineitem quantity': '1',
        'Lineitem name': 'Coat',
        'Lineitem price': '50.00',
        'Lineitem sku': 'CO',
      },
    },
    {
      ...{
        ...first,
        Name: '#1002',
        'Financial Status': 'refunded',
        'Created at': '2024-07-01 10:00:00 +0200',
      },
      ...{
        Subtotal: '119.00',
        Shipping: '0.00',
        Taxes: '19.00',
        Total: '119.00',
        'Refunded Amount': '119.00',
      },
      ...{
        'Lineitem quantity': '1',
        'Lineitem name': 'Boots',
        'Lineitem price': '119.00',
        'Lineitem sku': 'BO',
      },
      'Cancelled at': '2024-07-03 10:00:00 +0200',
    },
    {
      ...{ ...first, Name: '#1003', 'Financial Status': 'voided', 'Created at': '2024-07-01 10:00:00 +0200' },
      ...{ Subtotal: '50.00', Shipping: '0.00', Taxes: '0.00', Total: '50.00' },
      ...{
        'Lineitem quantity': '1',
        'Lineitem name': 'Coat',
        'Lineitem price': '50.00',
        'Lineitem sku': 'CO',
      },
    },
  ]);
  const input = await fileOf(file, { zone: 'Europe/Berlin', currency: undefined });
  const report = expectOk(await importOrders(connection, input));
  const lines = await linesOf(report.importId);
  assert.deepEqual(lines.map(shown), [
    '#1001 sale goods SH-B 2 50',
    '#1001 sale goods CO 1 50',
    '#1001 sale delivery  1 5',
    '#1001 sale discount  1 -10',
    '#1001 sale tax  1 19',
    '#1001 refund goods  0 -47.5 #1001',
    '#1001 refund tax  0 -9.5 #1001',
    '#1002 sale goods BO 1 100',
    '#1002 sale tax  1 19',
    '#1002 refund goods BO -1 -100 #1002',
    '#1002 refund tax  -1 -19 #1002',
  ]);
  assert.deepEqual(
    lines
      .map(({ line, day, currency, country }) => [line, `${day}`, currency, country].join(' '))
      .slice(0, 2),
    ['2 2024-06-30 EUR DE', '4 2024-06-30 EUR DE'],
  );
  assert.deepEqual(
    new Set(lines.map(({ customer }) => customer)),
    new Set([customerKeyOf('ada@example.com')]),
  );
  assert.deepEqual(
    report.issues.map(({ line, column, severity, code }) => [line, column, severity, code]),
    [[6, 'Financial Status', 'warning', 'not_a_sale']],
  );
  assert.deepEqual(
    [report.summary.documents, report.summary.refunds, report.summary.linkedRefunds],
    [2, 4, 4],
  );
  assert.equal(lines.at(-1)?.day.toString(), '2024-07-03');
});

test('WooCommerce’s orders come in with prices before or after the discount; what is in no column is said', async () => {
  const order = {
    'Email (Billing)': 'bo@example.com',
    'Country Code (Billing)': 'AT',
    'Order Status': 'Completed',
  };
  const file = woocommerceExport([
    {
      ...{ ...order, 'Order Number': '501', 'Order Date': '2024-01-15 10:23', 'Cart Discount Amount': '5' },
      ...{ 'Order Shipping Amount': '4.90', 'Order Total Tax Amount': '6.98', 'Order Total Amount': '41.88' },
      ...{ SKU: 'TEA', 'Item Name': 'Tea', Quantity: '3', 'Item Cost': '10' },
    },
    {
      ...{ ...order, 'Order Number': '502', 'Order Date': '2024-01-16 09:00', 'Cart Discount Amount': '5' },
      ...{ 'Order Total Tax Amount': '6', 'Order Total Amount': '31', 'Order Refund Amount': '15.5' },
      ...{ SKU: 'TEA', 'Item Name': 'Tea', Quantity: '3', 'Item Cost': '10' },
    },
    {
      ...{ ...order, 'Order Number': '503', 'Order Date': '2024-01-17 09:00', 'Order Total Amount': '12' },
      ...{ SKU: 'CUP', 'Item Name': 'Cup', Quantity: '1', 'Item Cost': '10' },
    },
    {
      ...{
        ...order,
        'Order Number': '504',
        'Order Date': '2024-01-17 09:00',
        'Order Status': 'Pending payment',
      },
      ...{ 'Order Total Amount': '12', SKU: 'CUP', 'Item Name': 'Cup', Quantity: '1', 'Item Cost': '12' },
    },
  ]);
  const report = expectOk(await importOrders(connection, await fileOf(file)));
  assert.deepEqual((await linesOf(report.importId)).map(shown), [
    '501 sale goods TEA 3 30',
    '501 sale delivery  1 4.9',
    '501 sale tax  1 6.98',
    '502 sale goods TEA 3 30',
    '502 sale discount  1 -5',
    '502 sale tax  1 6',
    '502 refund goods  0 -12.5 502',
    '502 refund tax  0 -3 502',
    '503 sale goods CUP 1 10',
    '503 sale adjustment  1 2',
  ]);
  assert.deepEqual(
    report.issues.map(({ line, column, code }) => [line, column, code]),
    [
      [4, 'Order Total Amount', 'does_not_add_up'],
      [5, 'Order Status', 'not_a_sale'],
    ],
  );
});

test('an order’s lines sum to its total, and all of it given back sums to nothing, whatever its amounts', () => {
  const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
  const moment = {
    at: Temporal.Instant.fromEpochMilliseconds(0),
    day: Temporal.PlainDate.from('1970-01-01'),
  };
  const about = {
    line: 1,
    document: '1',
    customer: undefined,
    currency: currencyOf('EUR'),
    country: undefined,
  };
  fc.assert(
    fc.property(
      fc.record({
        ...{ shipping: amount, tax: amount, total: amount, discount: amount, refunded: amount },
        ...{ includesTax: fc.boolean(), isAllBack: fc.boolean() },
        goods: fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 99 }), price: amount }), {
          maxLength: 9,
        }),
      }),
      ({ goods, isAllBack, ...drawn }) => {
        const items = goods.map((item) => ({
          ...item,
          line: 1,
          class: 'goods' as const,
          sku: 'A',
          title: '',
        }));
        const refunded = isAllBack ? drawn.total : drawn.refunded;
        const { lines } = composeOrder({
          ...{ ...drawn, about, placed: moment, refundedAt: moment, goods: items, refunded },
        });
        const sumOf = (kind: HistoryLine['kind']) =>
          lines.filter((line) => line.kind === kind).reduce((sum, line) => sum + line.amountMillionths, 0n);
        assert.equal(sumOf('sale'), drawn.total);
        assert.equal(sumOf('refund'), -(refunded > drawn.total ? drawn.total : refunded));
      },
    ),
  );
});
