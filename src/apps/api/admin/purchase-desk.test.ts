import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { expectOk } from '../../../kernel/index.ts';
import { createKey, SCOPES } from '../../../modules/access/index.ts';
import { readProductIdsOfVariants } from '../../../modules/catalog/index.ts';
import { defaultLocation, followProducts } from '../../../modules/inventory/index.ts';
import { makeClient } from '../../../platform/api/index.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { anApi, shoppingWith } from '../testing/an-api.ts';
import { ADMIN_API } from './api.ts';

const connection = await testDatabase(16);
const { db } = connection;
const selling = await openSellingShop(connection);
const [cup, pot] = selling.variants;
const app = await anApi(connection, aSearch([]), { now: () => NOW, shopping: shoppingWith(selling.deps) });
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
after(() => app.close());
const clientFor = async (scopes: string[]) => {
  const made = await db.transaction().execute((tx) => createKey(tx, { name: 'test', scopes, now: NOW }));
  return makeClient(ADMIN_API, { origin, token: expectOk(made).secret });
};
const admin = await clientFor(Object.keys(SCOPES));
const once = () => ({ idempotencyKey: randomUUID() });

type Received<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: { readonly code: string; readonly detail: string } };

async function got<Value>(answer: Promise<Received<Value>>): Promise<Value> {
  const received = await answer;
  if (!received.ok) throw new Error(`${received.problem.code}: ${received.problem.detail}`);
  return received.value;
}
const codeOf = async (answer: Promise<Received<unknown>>) => {
  const received = await answer;
  return received.ok ? 'ok' : received.problem.code;
};
const euros = (amount: string) => ({ amount, currency: 'EUR' });

const { id: locationId } = await defaultLocation(db);
const products = await readProductIdsOfVariants(db, [cup, pot]);
await db.transaction().execute((tx) => followProducts(tx, [...products.values()]));
const supplier = await got(
  admin.createSupplier({
    body: {
      ...{ name: 'Potter', currency: 'EUR', locale: 'de', email: 'a@potter.example', leadDays: 10 },
      ...{ orderWeekdays: [4, 1], orderMinimum: euros('100.00') },
    },
    ...once(),
  }),
);
const params = { id: supplier.id };

test('a supplier has a price list, written or pasted, with prices by quantity', async () => {
  assert.deepEqual([supplier.reviewDays, supplier.orderWeekdays], [4, [1, 4]]);
  const breaks = [
    { from: 1, price: { amount: euros('5.00') } },
    { from: 100, price: { amount: euros('42.00'), per: 10 } },
  ];
  const sources = [{ variantId: cup, packSize: 12, minimumQuantity: 24, breaks }];
  await got(admin.saveSupplierPrices({ params, body: { sources } }));
  const { items } = await got(admin.listSupplierPrices({ params }));
  assert.deepEqual(
    items.map(({ item, breaks: some }) => [
      item?.variantId,
      some.map(({ from, price }) => [from, price?.per]),
    ]),
    [
      [
        cup,
        [
          [1, 1],
          [100, 10],
        ],
      ],
    ],
  );
  const dollars = [
    { variantId: cup, breaks: [{ from: 1, price: { amount: { amount: '1', currency: 'USD' } } }] },
  ];
  const wrong = admin.saveSupplierPrices({ params, body: { sources: dollars } });
  assert.equal(await codeOf(wrong), 'wrong_currency');
  const sku = items[0]?.item?.sku ?? 'cup';
  const pasted = { text: `sku;price;pack\n${sku};4,80;12\nnobody;1;1`, isTrial: true };
  const trial = await got(admin.readPriceSheet({ params, body: pasted, ...once() }));
  assert.deepEqual([trial.read, trial.saved, trial.problems.map(({ line }) => line)], [1, 0, [3]]);
});

test('from an order to stock: prices of the list, hints, approval, sending, receiving short', async () => {
  const body = { supplierId: supplier.id, locationId, lines: [{ variantId: cup, quantity: 95 }] };
  const order = await got(admin.createPurchaseOrder({ body, ...once() }));
  const [line] = order.lines;
  assert.ok(line);
  assert.deepEqual(
    [line.price, line.orderable, line.cheaperFrom, order.minimum?.isReached, order.may],
    [{ amount: euros('5.00'), per: 1 }, 96, 100, true, ['edit', 'split', 'approve', 'cancel']],
  );
  const path = { params: { id: order.id } };
  const half = { ...path, body: { lines: [{ variantId: cup, quantity: 2.5 }] } };
  assert.equal(await codeOf(admin.changePurchaseOrder(half)), 'not_a_quantity');
  await got(admin.approvePurchaseOrder({ ...path, body: { version: order.version }, ...once() }));
  await got(admin.sendPurchaseOrder({ ...path, body: {}, ...once() }));
  const come = { lines: [{ lineId: line.id, received: 90, damaged: 5 }], reference: 'LS-1' };
  const key = once();
  const received = await got(admin.receivePurchaseOrder({ ...path, body: come, ...key }));
  assert.deepEqual(await got(admin.receivePurchaseOrder({ ...path, body: come, ...key })), received);
  assert.deepEqual(
    [received.state, received.lines[0]?.open, received.receipts[0]?.cost, received.received],
    ['partly_received', 5, euros('450.00'), 90],
  );
  const closed = await got(admin.closePurchaseOrder({ ...path, body: {}, ...once() }));
  assert.deepEqual(
    closed.history.map(({ verb }) => verb),
    ['close', 'receive', 'send', 'approve', 'create'],
  );
  const listed = await got(admin.listPurchaseOrders({ query: { state: ['closed_short'] } }));
  assert.deepEqual(
    listed.items.map(({ id }) => id),
    [order.id],
  );
  const score = await got(admin.readSupplierScore({ params }));
  assert.deepEqual([score.inFull?.estimate, score.inFull?.of, score.orders], [0, 1, 1]);
  const { items } = await got(admin.listSuppliers({}));
  assert.deepEqual(
    items.map(({ openOrders }) => openOrders),
    [0],
  );
});

test('what it costs is for who may see costs, approving for who may approve, receiving for who handles stock', async () => {
  const body = { supplierId: supplier.id, locationId, lines: [{ variantId: cup, quantity: 24 }] };
  const order = await got(admin.createPurchaseOrder({ body, ...once() }));
  const path = { params: { id: order.id } };
  const buyer = await clientFor(['purchasing:read', 'purchasing:write']);
  const seen = await got(buyer.readPurchaseOrder(path));
  assert.deepEqual([seen.value, seen.lines[0]?.price, seen.lines[0]?.quantity], [undefined, undefined, 24]);
  const waiting = await got(buyer.approvePurchaseOrder({ ...path, body: {}, ...once() }));
  assert.equal(waiting.state, 'awaiting_approval');
  assert.equal(await codeOf(buyer.approvePurchaseOrder({ ...path, body: {}, ...once() })), 'over_limit');
  const none = { ...path, body: { lines: [{ lineId: order.id, received: 1 }], reference: 'x' }, ...once() };
  assert.equal(await codeOf(buyer.receivePurchaseOrder(none)), 'forbidden');
});

test('from what came to what is paid: an invoice, a carrier’s, what is due, a payment and its undoing, and lots', async () => {
  const day = NOW.toZonedDateTimeISO('UTC').toPlainDate();
  const today = day.toString();
  const body = {
    supplierId: supplier.id,
    locationId,
    lines: [{ variantId: pot, quantity: 10, price: { amount: euros('5.00') } }],
  };
  const order = await got(admin.createPurchaseOrder({ body, ...once() }));
  const path = { params: { id: order.id } };
  await got(admin.approvePurchaseOrder({ ...path, body: {}, ...once() }));
  await got(admin.sendPurchaseOrder({ ...path, body: { mail: false }, ...once() }));
  const cost = { kind: 'freight' as const, amount: euros('8.00'), reference: 'CMR' };
  await got(admin.addPurchaseCost({ ...path, body: cost, ...once() }));
  const lineId = order.lines[0]?.id ?? '';
  const lines = [{ lineId, received: 10, expiresOn: day.add({ days: 20 }).toString() }];
  const came = await got(
    admin.receivePurchaseOrder({ ...path, body: { lines, reference: 'LS-5' }, ...once() }),
  );
  assert.deepEqual([came.lines[0]?.toInvoice, came.lines[0]?.toInvoiceValue], [10, euros('50.00')]);
  const asked = {
    number: 'R-5',
    invoicedOn: today,
    tax: euros('9.50'),
    lines: [{ lineId, quantity: 10, value: euros('50.00') }],
  };
  await got(admin.keepSupplierInvoice({ ...path, body: asked, ...once() }));
  const awaited = await got(admin.listAwaitedCosts({}));
  const costId = awaited.items[0]?.id ?? '';
  const charges = { number: 'F-5', invoicedOn: today, lines: [{ costId, amount: euros('9.00') }] };
  await got(admin.keepChargesInvoice({ params, body: charges, ...once() }));
  assert.deepEqual((await got(admin.listAwaitedCosts({}))).items, []);
  const open = await got(admin.listPayables({ query: { isOpen: 'true' } }));
  assert.deepEqual(open.items.map(({ number, open: left }) => [number, left]).toSorted(), [
    ['F-5', euros('9.00')],
    ['R-5', euros('59.50')],
  ]);
  const { due } = await got(admin.readMoneyDue({}));
  const weeks = due[0]?.weeks.map(({ count }) => count) ?? [];
  assert.equal(
    weeks.reduce((sum, count) => sum + count, due[0]?.later.count ?? 0),
    2,
  );
  const payable = open.items.find(({ number }) => number === 'R-5')?.id ?? '';
  const payment = {
    supplierId: supplier.id,
    paidOn: today,
    reference: 'SEPA',
    lines: [{ payableId: payable, amount: euros('59.50') }],
  };
  const key = once();
  const paid = await got(admin.paySupplier({ body: payment, ...key }));
  assert.deepEqual(await got(admin.paySupplier({ body: payment, ...key })), paid);
  assert.deepEqual([paid.amount, paid.bank, paid.lines[0]?.number], [euros('59.50'), euros('59.50'), 'R-5']);
  const again = { ...payment, reference: 'SEPA 2' };
  assert.equal(await codeOf(admin.paySupplier({ body: again, ...once() })), 'more_than_open');
  const buyer = await clientFor(['purchasing:read', 'purchasing:write']);
  assert.equal(await codeOf(buyer.paySupplier({ body: again, ...once() })), 'forbidden');
  await got(admin.undoSupplierPayment({ params: { id: paid.id }, ...once() }));
  const payments = await got(admin.listSupplierPayments({ query: { supplierId: supplier.id } }));
  assert.deepEqual(
    payments.items.map(({ undone }) => undone !== undefined),
    [true],
  );
  const invoiceId = open.items.find(({ number }) => number === 'R-5')?.invoiceId ?? '';
  const undone = await got(admin.undoSupplierInvoice({ params: { id: invoiceId }, ...once() }));
  assert.deepEqual(
    [undone.lines[0]?.toInvoice, undone.invoices.map((one) => one.undone !== undefined)],
    [10, [true]],
  );
  const repeated = admin.undoSupplierInvoice({ params: { id: invoiceId }, ...once() });
  assert.equal(await codeOf(repeated), 'already_undone');
  const left = await got(admin.listPayables({ query: { isOpen: 'true' } }));
  assert.deepEqual(
    left.items.map(({ number }) => number),
    ['F-5'],
  );
  await got(admin.keepSupplierInvoice({ ...path, body: asked, ...once() }));
  const back = { lines: [{ lineId, quantity: 1 }], reason: 'damaged' as const, reference: 'B-5' };
  const dollars = { ...back, tax: { amount: '1.00', currency: 'USD' } };
  assert.equal(
    await codeOf(admin.returnPurchasedGoods({ ...path, body: dollars, ...once() })),
    'wrong_currency',
  );
  const credited = await got(admin.returnPurchasedGoods({ ...path, body: back, ...once() }));
  assert.deepEqual([credited.returns[0]?.credit, credited.returns[0]?.tax], [euros('5.00'), euros('0.95')]);
  const returnId = credited.returns[0]?.id ?? '';
  const kept = await got(admin.undoSupplierReturn({ params: { id: returnId }, ...once() }));
  assert.deepEqual([kept.lines[0]?.returned, kept.returns[0]?.undone !== undefined], [0, true]);
  const reader = await clientFor(['purchasing:read']);
  assert.equal(await codeOf(reader.undoSupplierReturn({ params: { id: returnId }, ...once() })), 'forbidden');
  const freight = { kind: 'freight' as const, amount: euros('3.00'), reference: 'CMR-5' };
  const dearer = await got(admin.addPurchaseCost({ ...path, body: freight, ...once() }));
  const mistake = dearer.costs.find(({ reference }) => reference === 'CMR-5');
  const as = await got(admin.undoPurchaseCost({ params: { id: mistake?.id ?? '' }, ...once() }));
  assert.ok(as.costs.find(({ reference }) => reference === 'CMR-5')?.undone);
  const { items } = await got(admin.listExpiringStock({}));
  assert.deepEqual(
    items.map(({ variantId, lots, unsold }) => [variantId, lots.map(({ pieces }) => pieces), unsold]),
    [[pot, [10], 10]],
    'nobody said that any will be sold',
  );
});
