import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { aSale } from '../../../../test/selling/a-sale.ts';
import { NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { ADDRESS, aReadyCart, order } from '../../../../test/selling/shopper.ts';
import { expectOk } from '../../../kernel/index.ts';
import { createKey, SCOPES } from '../../../modules/access/index.ts';
import { defaultLocation } from '../../../modules/inventory/index.ts';
import { issueInvoice } from '../../../modules/invoices/index.ts';
import { makeClient } from '../../../platform/api/index.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { STORE_API } from '../index.ts';
import { anApi, shoppingWith } from '../testing/an-api.ts';
import { got, once, refusedAs } from '../testing/got.ts';
import { ADMIN_API } from './api.ts';

const connection = await testDatabase(16);
const { db } = connection;
const selling = await openSellingShop(connection);
const [cup, pot] = selling.variants;
const app = await anApi(connection, aSearch([]), { now: () => NOW, shopping: shoppingWith(selling.deps) });
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
after(() => app.close());
const { secret } = expectOk(
  await db
    .transaction()
    .execute((tx) => createKey(tx, { name: 'test', scopes: Object.keys(SCOPES), now: NOW })),
);
const admin = makeClient(ADMIN_API, { origin, token: secret });
const shop = makeClient(STORE_API, { origin });
const sale = await aSale(selling);
const params = { id: sale.orderId };
const own = { order: sale.number, token: sale.accessToken };

test('a shopper’s return is found, approved once, and taken in as it was found', async () => {
  const waiting = await got(admin.listReturns({ query: { state: 'requested' } }));
  assert.deepEqual(
    waiting.items.map(({ id, orderNumber, quantity }) => [id, orderNumber, quantity]),
    [[sale.returnId, sale.number, 1]],
  );
  const about = { params: { ...params, returnId: sale.returnId } };
  const decide = () => admin.decideReturn({ ...about, body: { decision: 'approved', note: 'to Weg 1' } });
  assert.equal((await got(decide())).state, 'approved');
  assert.equal(await refusedAs(decide()), 'not_possible_in_this_state');
  const stockOf = async () =>
    (await got(admin.readStock({ query: { variantIds: cup } }))).items[0]?.onHand ?? 0;
  const before = await stockOf();
  const { id: locationId } = await defaultLocation(db);
  const found = (sellableQuantity: number, at: string = locationId) =>
    admin.receiveReturn({
      ...{ ...about, ...once() },
      body: { locationId: at, lines: [{ lineId: sale.lineId, sellableQuantity }] },
    });
  assert.equal(await refusedAs(found(1, randomUUID())), 'unknown_location');
  assert.equal(await refusedAs(found(2)), 'more_than_handed_over');
  assert.equal((await got(found(1))).state, 'received');
  assert.equal(await stockOf(), before + 1);
  const seen = await got(shop.listReturns({ params: own }));
  assert.deepEqual(
    seen.items.map(({ state, decisionNote, lines }) => [state, decisionNote, lines[0]?.sellableQuantity]),
    [['received', 'to Weg 1', 1]],
  );
  const read = await got(admin.listOrderReturns({ params, query: { limit: '1' } }));
  assert.deepEqual([read.items.length, read.nextCursor], [1, undefined]);
});

test('a shopper asks for a return by the order’s token: it waits, and no card number comes in with it', async () => {
  const line = { lineId: sale.lineId, quantity: 1, reason: 'wrong_size' as const };
  const asked = (note: string) =>
    shop.requestReturn({ params: own, body: { lines: [{ ...line, note }] }, ...once() });
  assert.equal(await refusedAs(asked('4242 4242 4242 4242')), 'invalid');
  const { number } = await got(asked('too small'));
  const seen = await got(shop.listReturns({ params: own }));
  assert.equal(seen.items.find((one) => one.number === number)?.state, 'requested');
});

test('parcels are followed on the carrier’s page, page by page', async () => {
  await got(admin.fulfilOrder({ params, body: { carrier: 'DHL', trackingNumber: '123' }, ...once() }));
  const first = await got(shop.listParcels({ params: own, query: { limit: '1' } }));
  const second = await got(
    shop.listParcels({ params: own, query: { limit: '1', cursor: first.nextCursor } }),
  );
  assert.deepEqual(
    [...first.items, ...second.items].map(({ number, trackingUrl }) => [number, trackingUrl !== undefined]),
    [
      [1, false],
      [2, true],
    ],
  );
  assert.equal(second.nextCursor, undefined);
  assert.equal(
    await refusedAs(shop.listParcels({ params: own, query: { cursor: 'nonsense' } })),
    'invalid_cursor',
  );
});

test('invoices, packing slips and labels are PDFs under their names, for staff and for who holds the order’s token', async () => {
  const issued = await db
    .transaction()
    .execute((tx) => issueInvoice(tx, { orderId: sale.orderId, now: NOW }));
  assert.ok(issued);
  const listed = await got(admin.listDocuments({ query: { kind: 'invoice' } }));
  assert.deepEqual(
    listed.items.map(({ number, total, orderNumber }) => [number, total.amount, orderNumber]),
    [[issued.number, issued.content.totals.total, sale.number]],
  );
  const mine = await got(shop.listDocuments({ params: own }));
  const documentId = mine.items[0]?.id ?? '';
  const addresses = [
    `${STORE_API.prefix}/orders/${own.order}/${own.token}/documents/${documentId}/pdf`,
    `${ADMIN_API.prefix}/orders/${sale.orderId}/documents/${documentId}/pdf`,
    `${ADMIN_API.prefix}/orders/${sale.orderId}/fulfilments/${sale.fulfilmentId}/packing-slip`,
    `${ADMIN_API.prefix}/orders/${sale.orderId}/fulfilments/${sale.fulfilmentId}/shipping-label?size=4x6`,
  ];
  for (const url of addresses) {
    const answer = await app.inject({ url, headers: { authorization: `Bearer ${secret}` } });
    assert.deepEqual([answer.statusCode, answer.headers['content-type']], [200, 'application/pdf'], url);
    const [, kind = ''] = /(packing-slip|shipping-label)/.exec(url) ?? [];
    const name: string = kind === '' ? issued.number : `${kind}-${sale.number}`;
    assert.ok(answer.headers['content-disposition']?.startsWith(`attachment; filename="${name}.pdf"`), url);
    assert.equal(answer.rawPayload.subarray(0, 5).toString(), '%PDF-', url);
  }
  const other = expectOk(await order(selling, await aReadyCart(selling, { variantId: cup, quantity: 1 })));
  const crossed = { order: other.number, token: other.accessToken, documentId };
  assert.equal(await refusedAs(shop.documentPdf({ params: crossed })), 'unknown_document');
});

test('pieces are taken off and the parcel is sent elsewhere, before it goes', async () => {
  const cart = await aReadyCart(selling, { variantId: pot, quantity: 3 });
  const placed = expectOk(await order(selling, cart));
  const id = placed.orderId;
  const lineId = (await got(admin.readOrder({ params: { id } }))).lines[0]?.id ?? '';
  const remove = (quantity: number) =>
    admin.removePieces({ params: { id }, body: { lines: [{ lineId, quantity }] }, ...once() });
  assert.equal(await refusedAs(remove(3)), 'nothing_would_be_left');
  await got(remove(1));
  const refunds = await got(
    shop.listRefunds({ params: { order: placed.number, token: placed.accessToken } }),
  );
  assert.deepEqual(
    refunds.items.map(({ amount, state }) => [amount.amount, state]),
    [['30.00', 'done']],
  );
  assert.ok(!('reason' in (refunds.items[0] ?? {})));
  const address = { ...ADDRESS, line1: 'Rosenweg 3' };
  await got(admin.changeAddress({ params: { id }, body: { address } }));
  assert.equal((await got(admin.readOrder({ params: { id } }))).shippingAddress?.line1, 'Rosenweg 3');
  const wrong = await admin.changeAddress({ params: { id }, body: { address: { ...address, city: '' } } });
  assert.ok(!wrong.ok);
  assert.deepEqual(
    wrong.problem.errors?.map(({ field }) => field),
    ['address.city'],
  );
});

test('a draft is opened by its pay token, and found with the order that was made of it', async () => {
  const body = {
    email: 'ada@example.org',
    lines: [{ variantId: cup, quantity: 2 }],
    shippingAddress: ADDRESS,
  };
  const { id, payToken } = await got(admin.createDraft({ body, ...once() }));
  const cart = await got(shop.readCart({ params: { token: payToken } }));
  assert.deepEqual([cart.email, cart.lines[0]?.quantity], ['ada@example.org', 2]);
  const drafts = await got(admin.listDrafts({ query: { limit: '1' } }));
  assert.deepEqual([drafts.items[0]?.id, drafts.items[0]?.orderId], [id, undefined]);
  assert.match(drafts.items[0]?.madeBy ?? '', /^api_key:/);
  const nowhere = { ...body, storefront: 'mars' };
  assert.equal(await refusedAs(admin.createDraft({ body: nowhere, ...once() })), 'unknown_storefront');
});

test('a withdrawal is confirmed, received with its time, answered alike for an order that is not there, and handled', async () => {
  const said = { name: 'Ada', email: 'ada@example.org', statement: 'I withdraw.' };
  const withdraw = (orderNumber: string) =>
    got(shop.withdraw({ body: { ...said, orderNumber, isConfirmed: true }, ...once() }));
  const [known, unknown] = [await withdraw(sale.number), await withdraw('99999999')];
  assert.deepEqual({ ...known, orderNumber: '' }, { ...unknown, orderNumber: '' });
  assert.equal(known.receivedAt, NOW.toString());
  const unconfirmed = await app.inject({
    ...{ method: 'POST', url: `${STORE_API.prefix}/withdrawals` },
    headers: { 'idempotency-key': randomUUID() },
    payload: { ...said, orderNumber: sale.number },
  });
  assert.deepEqual([unconfirmed.statusCode, unconfirmed.json().field], [422, 'isConfirmed']);
  const waiting = async () => (await got(admin.listWithdrawals({ query: { isWaiting: 'true' } }))).items;
  const [lost, found] = await waiting();
  assert.deepEqual([lost?.orderId, found?.orderId], [undefined, sale.orderId]);
  const id = found?.id ?? '';
  const handled = await got(admin.handleWithdrawal({ params: { id }, body: { note: 'refunded' } }));
  assert.deepEqual([handled.handledNote, /^api_key:/.test(handled.handledBy)], ['refunded', true]);
  assert.ok((await waiting()).every((one) => one.id !== id));
  assert.equal((await got(admin.readWithdrawal({ params: { id } }))).statement, 'I withdraw.');
});
