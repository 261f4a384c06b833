import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { aSale } from '../../../../test/selling/a-sale.ts';
import { NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { aReadyCart, order } from '../../../../test/selling/shopper.ts';
import { expectOk } from '../../../kernel/index.ts';
import { createKey, SCOPES } from '../../../modules/access/index.ts';
import { setDetails } from '../../../modules/carts/index.ts';
import { receiveGoods } from '../../../modules/ledger/index.ts';
import { makeClient } from '../../../platform/api/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { A_SYSTEM, anApi, shoppingWith } from '../testing/an-api.ts';
import { got, once, refusedAs } from '../testing/got.ts';
import { ADMIN_API } from './api.ts';
import { todayEndpoints } from './contract/today.ts';
import { todayHandlers } from './handlers/today.ts';

const connection = await testDatabase(16);
const { db } = connection;
const selling = await openSellingShop(connection);
const [cup, pot] = selling.variants;
const shopping = shoppingWith(selling.deps);
const app = await anApi(connection, aSearch([]), { now: () => NOW, shopping });
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
after(() => app.close());
const scopes = [...Object.keys(SCOPES)];
const { secret } = expectOk(await transact(db, (tx) => createKey(tx, { name: 'test', scopes, now: NOW })));
const admin = makeClient(ADMIN_API, { origin, token: secret });

const goods = { variantId: cup, quantity: 10, valueMinor: 5_000n };
await transact(db, (tx) =>
  receiveGoods(tx, { currency: selling.currency, reference: 'in 1', now: NOW, items: [goods] }),
);
const sale = await aSale(selling);
const deskOf = (id: string) => got(admin.readOrderDesk({ params: { id } }));
const bought = async (quantity: number, variantId = cup) => {
  const token = await aReadyCart(selling, { variantId, quantity });
  return expectOk(await order(selling, token)).orderId;
};
const boughtWithPhone = async () => {
  const token = await aReadyCart(selling, { variantId: cup, quantity: 1 });
  expectOk(await setDetails(selling.deps, { token, details: { phone: '+49 30 1234567' }, now: NOW }));
  return expectOk(await order(selling, token)).orderId;
};

test('an order is read with all that belongs to it, and with what may be done', async () => {
  const desk = await deskOf(sale.orderId);
  assert.equal(desk.order.number, sale.number);
  assert.deepEqual(desk.order.verbs, [
    ...['capture', 'fulfil', 'deliver', 'edit', 'refund', 'return', 'exchange', 'withdraw'],
  ]);
  const [line] = desk.lines;
  assert.deepEqual(
    [line?.openQuantity, line?.returnableQuantity, line?.refundableQuantity, line?.priceReason],
    [2, 1, 4, 'base'],
  );
  assert.deepEqual([desk.fulfilments.length, desk.returns.length, desk.payments.length], [1, 1, 1]);
  assert.ok(desk.timeline.length >= 3);
  assert.deepEqual(desk.buyer, { others: [], earlierOrders: 0 });
});

test('its margin is what stays of goods and delivery without tax, less what they cost', async () => {
  const { margin, lines } = await deskOf(sale.orderId);
  // Four cups at 12.00 and delivery at 4.90, with 19 % in them; each cup cost 5.00,
  // and the provider kept 0.99.
  assert.deepEqual(
    [margin?.revenue.amount, margin?.cost.amount, margin?.margin.amount, margin?.isEstimate],
    ['44.46', '20.00', '23.47', true],
  );
  assert.deepEqual([lines[0]?.revenue?.amount, lines[0]?.cost?.amount], ['40.34', '20.00']);
  const unknown = await deskOf(await bought(1, pot));
  assert.deepEqual([unknown.margin?.unknownLines, unknown.lines[0]?.cost], [1, undefined]);
});

test('a refund is what its preview said, and the preview writes nothing', async () => {
  const id = await bought(2);
  const [line] = (await deskOf(id)).order.lines;
  assert.ok(line);
  const body = { lines: [{ lineId: line.id, quantity: 1 }], withDelivery: true };
  const preview = await got(admin.previewRefund({ params: { id }, body, ...once() }));
  assert.deepEqual([preview.amount.amount, preview.payment.amount], ['16.90', '16.90']);
  assert.equal((await deskOf(id)).refunds.length, 0);
  await got(admin.refundOrder({ params: { id }, body: { ...body, reason: 'sorry' }, ...once() }));
  assert.equal((await deskOf(id)).refunds[0]?.amount.amount, preview.amount.amount);
  const tooMany = { lines: [{ lineId: line.id, quantity: 2 }] };
  assert.equal(
    await refusedAs(admin.previewRefund({ params: { id }, body: tooMany, ...once() })),
    'more_than_bought',
  );
});

test('many orders go out at once, each for itself, and their slips are one file', async () => {
  const [first, second] = [await bought(1), await bought(2)];
  const orders = [
    { orderId: first, trackingNumber: 'JD1' },
    { orderId: newId<'order'>() },
    { orderId: second },
  ];
  const slips = () => admin.packingSlipsPdf({ query: { orderId: [first, second] } });
  const before = await got(slips());
  assert.equal((await before.text()).slice(0, 5), '%PDF-');
  const sent = await got(admin.fulfilOrders({ body: { carrier: 'DHL', orders }, ...once() }));
  assert.deepEqual(
    sent.items.map(({ outcome }) => outcome),
    ['fulfilled', 'unknown_order', 'fulfilled'],
  );
  assert.deepEqual((await deskOf(first)).fulfilments[0]?.trackingNumber, 'JD1');
  const again = await got(admin.fulfilOrders({ body: { orders }, ...once() }));
  assert.ok(again.items.every(({ outcome }) => outcome !== 'fulfilled'));
  assert.ok((await got(slips())).size > 1_000);
  assert.equal(
    await refusedAs(admin.packingSlipsPdf({ query: { orderId: [newId<'order'>()] } })),
    'unknown_order',
  );
});

test('labels of many orders are one file too; the phone is on it for who may know how shoppers are reached', async () => {
  const orderIds = [await bought(1), await bought(1)];
  const labels = (query: object = {}) => admin.shippingLabelsPdf({ query: { orderId: orderIds, ...query } });
  for (const size of ['a6', '4x6', 'a4_4', 'a4_8'] as const) {
    const file = await got(labels({ size }));
    assert.deepEqual([file.type, (await file.text()).slice(0, 5)], ['application/pdf', '%PDF-'], size);
  }
  const url = `${ADMIN_API.prefix}/shipping-labels?${orderIds.map((id) => `orderId=${id}`).join('&')}`;
  const headed = await app.inject({ url, headers: { authorization: `Bearer ${secret}` } });
  assert.match(
    String(headed.headers['content-disposition']),
    /^attachment; filename="shipping-labels-2\.pdf"/,
  );
  assert.equal(await refusedAs(labels({ size: 'a4_4', startAt: '5' })), 'not_on_the_sheet');
  assert.equal(await refusedAs(labels({ orderId: [newId<'order'>()] })), 'unknown_order');
  await got(
    admin.cancelOrder({ params: { id: orderIds[0] ?? '' }, body: { reason: 'merchant' }, ...once() }),
  );
  assert.equal(await refusedAs(labels({ orderId: orderIds.slice(0, 1) })), 'nothing_to_label');
  // Without a phone number, whoever asks gets the same bytes; with one, who may not know it gets fewer letters.
  const { secret: narrow } = expectOk(
    await transact(db, (tx) => createKey(tx, { name: 'narrow', scopes: ['orders:read'], now: NOW })),
  );
  const narrowed = makeClient(ADMIN_API, { origin, token: narrow });
  const called = await boughtWithPhone();
  const sizes = [];
  for (const client of [admin, narrowed]) {
    sizes.push((await got(client.shippingLabelsPdf({ query: { orderId: [called] } }))).size);
  }
  assert.ok((sizes[0] ?? 0) > (sizes[1] ?? 0), String(sizes));
});

test('a list is exported whole, and tags and archive are found by it', async () => {
  const orderIds = [sale.orderId];
  await got(admin.tagOrders({ body: { orderIds, add: ['=VIP'] }, ...once() }));
  await got(admin.archiveOrders({ body: { orderIds, isArchived: true }, ...once() }));
  const file = await got(admin.exportOrders({ query: { tag: '=VIP', isArchived: 'true' } }));
  const [, row = ''] = (await file.text()).split('\r\n');
  assert.ok(row.startsWith(sale.number));
  // No spreadsheet runs a tag.
  assert.match(row, /'=VIP/);
  assert.deepEqual(await got(admin.countOrders({ query: { tag: '=VIP' } })), { count: 1, isCapped: false });
  assert.equal(await refusedAs(admin.listOrders({ query: { totalFrom: 'much' } })), 'not_an_amount');
  const dear = await got(admin.listOrders({ query: { totalFrom: '50.00', sort: '-total' } }));
  assert.deepEqual(
    dear.items.map(({ id }) => id),
    [sale.orderId],
  );
  const day = NOW.toZonedDateTimeISO('Europe/Berlin').toPlainDate();
  const count = async (placedTo: Temporal.PlainDate) =>
    (await got(admin.countOrders({ query: { placedTo: String(placedTo) } }))).count;
  assert.equal(await count(day.subtract({ days: 1 })), 0);
  assert.ok((await count(day)) > 3);
});

test('a day begins with what waits and what was sold, as far as one may see it', async () => {
  const memberId = newId<'member'>();
  await got(
    admin.addNote({
      ...{ params: { id: sale.orderId }, ...once() },
      body: { text: 'Please call her', mentions: [memberId] },
    }),
  );
  const handlers = todayHandlers({
    ...{ db, reads: connection.reads, orders: selling.deps, giftCardKey: shopping.giftCardKey },
    webhookUrl: shopping.webhookUrl,
    secrets: { seal: (text) => text, open: (text) => text, isOutdated: () => false },
    files: { put: async () => undefined, get: async () => undefined, remove: async () => undefined } as never,
    system: A_SYSTEM,
    place: {},
  });
  const read = async (permissions: readonly string[]) => {
    const caller = {
      ...{ kind: 'staff' as const, id: memberId, name: 'Ada', sessionId: 's', limits: new Map() },
      ...{ permissions: new Set(permissions), steppedUpAt: undefined },
    };
    const empty = { params: undefined, query: undefined, body: undefined };
    const told = expectOk(
      (await handlers.readToday({
        ...empty,
        caller,
        now: NOW.add({ seconds: 1 }),
        ip: '',
        userAgent: '',
        headers: {},
        origin: 'https://shop.example',
      })) as never,
    );
    return todayEndpoints.readToday.output.parse(told);
  };
  const whole = await read(Object.keys(SCOPES));
  const counts = Object.fromEntries(whole.parts.map(({ name, count }) => [name, count]));
  assert.equal(counts['returns_asked'], 1);
  assert.equal(counts['withdrawals'], 1);
  assert.equal(counts['mentions'], 1);
  assert.ok((counts['to_ship'] ?? 0) >= 2);
  assert.equal(whole.parts.find(({ name }) => name === 'mentions')?.items[0]?.detail, 'Please call her');
  const [euros] = whole.sales ?? [];
  assert.ok((euros?.now.orders ?? 0) >= 5);
  assert.deepEqual([euros?.before.orders, euros?.now.total.currency], [0, 'EUR']);
  assert.deepEqual(await read([]), { parts: [], sales: undefined });
  const stock = await read(['stock:read', 'payments:read']);
  assert.ok(stock.parts.every(({ name }) => ['low_stock', 'disputes', 'refunds_to_send'].includes(name)));
  assert.equal(stock.sales, undefined);
});
