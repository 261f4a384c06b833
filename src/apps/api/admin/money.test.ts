import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { aSale } from '../../../../test/selling/a-sale.ts';
import { NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { expectOk } from '../../../kernel/index.ts';
import { createKey, SCOPES } from '../../../modules/access/index.ts';
import { keepWebhook } from '../../../modules/payments/index.ts';
import { makeClient } from '../../../platform/api/index.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { anApi, shoppingWith } from '../testing/an-api.ts';
import { got, once, refusedAs } from '../testing/got.ts';
import { ADMIN_API } from './api.ts';

const connection = await testDatabase(16);
const { db } = connection;
const selling = await openSellingShop(connection);
const app = await anApi(connection, aSearch([]), { now: () => NOW, shopping: shoppingWith(selling.deps) });
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
after(() => app.close());
const { secret } = expectOk(
  await db
    .transaction()
    .execute((tx) => createKey(tx, { name: 'test', scopes: Object.keys(SCOPES), now: NOW })),
);
const admin = makeClient(ADMIN_API, { origin, token: secret });
const sale = await aSale(selling);

test('a way to pay is offered, changed and switched off; its limits are in its currency', async () => {
  const titles = [{ locale: 'en', title: 'Card' }];
  const limits = [{ currency: 'EUR', min: { amount: '1.00', currency: 'EUR' } }];
  const body = { provider: 'test' as const, mode: 'in_page' as const, titles, limits };
  const made = await got(admin.createPaymentMethod({ body, ...once() }));
  assert.deepEqual([made.limits, made.isActive], [[{ ...limits[0] }], true]);
  const off = { ...body, isActive: false };
  const params = { id: made.id };
  assert.equal((await got(admin.changePaymentMethod({ params, body: off }))).isActive, false);
  const all = await got(admin.listPaymentMethods({ query: { limit: '100' } }));
  assert.equal(all.items.find(({ id }) => id === made.id)?.isActive, false);
  const other = { ...body, limits: [{ currency: 'EUR', max: { amount: '1', currency: 'JPY' } }] };
  assert.equal(await refusedAs(admin.createPaymentMethod({ body: other, ...once() })), 'other_currency');
  const unknown = { id: sale.orderId };
  assert.equal(await refusedAs(admin.changePaymentMethod({ params: unknown, body })), 'not_found');
});

test('a provider is set up, and what opens it is never answered back', async () => {
  const params = { provider: 'stripe' as const };
  const credentials = {
    secretKey: 'sk_test_hidden',
    publishableKey: 'pk_test_1',
    webhookSecrets: ['whsec_hidden'],
  };
  const wrong = await admin.savePaymentAccount({
    params,
    body: { credentials: { ...credentials, secretKey: 'x' } },
  });
  assert.deepEqual([wrong.status, wrong.ok ? '' : wrong.problem.field], [422, 'credentials.secretKey']);
  await got(admin.savePaymentAccount({ params, body: { credentials } }));
  const accounts = await got(admin.listPaymentAccounts({}));
  assert.ok(accounts.items.some(({ provider, isSetUp }) => provider === 'stripe' && isSetUp));
  assert.ok(!JSON.stringify(accounts).includes('hidden'));
});

test('money by hand is noted once by its line, and a day is compared when it is over', async () => {
  const amount = { amount: '5.00', currency: 'EUR' };
  const note = (lineId: string, given = amount) =>
    admin.receiveMoney({ params: { id: sale.transferId }, body: { lineId, amount: given }, ...once() });
  assert.equal((await got(note('line 1'))).state, 'pending_payment');
  assert.equal(await refusedAs(note('line 1')), 'noted_before');
  assert.equal(await refusedAs(note('line 2', { amount: '5', currency: 'JPY' })), 'other_currency');
  assert.deepEqual((await got(admin.listRefundsToSend({}))).items, []);
  assert.equal(await refusedAs(admin.noteRefundSent({ params: { id: 'none' } })), 'not_found');
  const compare = (day: string) => admin.runReconciliation({ body: { provider: 'test', day }, ...once() });
  assert.equal(await refusedAs(compare(NOW.toString().slice(0, 10))), 'day_not_over');
  for (const day of ['2026-11-23', '2026-11-24']) await got(compare(day));
  const first = await got(admin.listReconciliations({ query: { limit: '1' } }));
  const next = await got(admin.listReconciliations({ query: { limit: '1', cursor: first.nextCursor } }));
  assert.deepEqual([first.items[0]?.day, next.items[0]?.day], ['2026-11-24', '2026-11-23']);
  const params = { provider: 'test' as const, day: '2026-11-24' };
  assert.equal((await got(admin.listDifferences({ params }))).items.length, first.items[0]?.differenceCount);
  const span = { from: '2025-01-01T00:00:00Z', until: '2026-11-24T00:00:00Z' };
  assert.equal(
    await refusedAs(admin.listPayouts({ params: { provider: 'test' }, query: span })),
    'span_too_long',
  );
  assert.deepEqual((await got(admin.listDisputes({ query: { isWaiting: 'true' } }))).items, []);
});

test('what providers told is listed without what it said', async () => {
  const event = { id: 'evt_1', kind: 'payment', reference: undefined, paymentId: undefined };
  const webhook = { provider: 'test' as const, event, rawBody: '{"name":"Ada"}', headers: {} };
  await db.transaction().execute((tx) => keepWebhook(tx, { webhook, now: NOW }));
  const { items } = await got(admin.listReceivedWebhooks({ query: { provider: 'test' } }));
  assert.equal(items[0]?.eventId, 'evt_1');
  assert.ok(!JSON.stringify(items).includes('Ada'));
});

test('a webhook’s secret is told when it is made and when it is changed, and listed by nobody', async () => {
  const body = { url: 'https://erp.example.com/hooks', topics: ['orders.paid'] };
  const { endpoint, secret: first } = await got(admin.createWebhookEndpoint({ body, ...once() }));
  const params = { id: endpoint.id };
  const { secret: second } = await got(admin.rotateWebhookSecret({ params, ...once() }));
  assert.match(first, /^whsec_/);
  assert.notEqual(first, second);
  const listed = await got(admin.listWebhookEndpoints({ query: { limit: '100' } }));
  assert.equal(listed.items.find(({ id }) => id === endpoint.id)?.isRotating, true);
  assert.ok(!JSON.stringify(listed).includes('whsec_'));
  await got(admin.dropOldWebhookSecret({ params }));
  assert.equal(await refusedAs(admin.dropOldWebhookSecret({ params })), 'not_rotating');
  const changed = await got(admin.changeWebhookEndpoint({ params, body: { isActive: false } }));
  assert.deepEqual([changed.isActive, changed.topics], [false, ['orders.paid']]);
  const inside = { url: 'http://127.0.0.1/hooks', topics: ['orders.paid'] };
  assert.equal(await refusedAs(admin.createWebhookEndpoint({ body: inside, ...once() })), 'bad_address');
  assert.equal(
    await refusedAs(admin.replayWebhookDelivery({ params: { id: sale.orderId }, ...once() })),
    'not_found',
  );
  await got(admin.removeWebhookEndpoint({ params }));
  assert.equal(await refusedAs(admin.removeWebhookEndpoint({ params })), 'not_found');
  assert.deepEqual(
    (await got(admin.listWebhookDeliveries({ query: { endpointId: endpoint.id } }))).items,
    [],
  );
});

test('gift cards are listed with what moved on them and never with their codes', async () => {
  const amount = { amount: '25.00', currency: 'EUR' };
  const issued = await got(admin.issueGiftCard({ body: { amount, recipient: 'Grace' }, ...once() }));
  const page = await got(admin.listGiftCards({ query: { limit: '1' } }));
  assert.deepEqual([page.items[0]?.id, page.items[0]?.recipient], [issued.id, 'Grace']);
  assert.ok(!JSON.stringify(page).includes(issued.code) && !JSON.stringify(page).includes(issued.pin));
  const next = await got(admin.listGiftCards({ query: { limit: '1', cursor: page.nextCursor } }));
  assert.equal(next.items[0]?.id, sale.giftCardId);
  const moved = await got(admin.listGiftCardMovements({ params: { id: issued.id } }));
  assert.deepEqual(
    moved.items.map(({ kind, amount: one }) => [kind, one]),
    [['issued', '25.00']],
  );
  const unknown = { params: { id: sale.orderId }, body: { isDisabled: true } };
  assert.equal(await refusedAs(admin.disableGiftCard(unknown)), 'not_found');
});

test('the journal is a CSV file of one line a posting', async () => {
  const answer = await app.inject({
    url: `${ADMIN_API.prefix}/ledger/journal.csv`,
    headers: { authorization: `Bearer ${secret}` },
  });
  assert.equal(answer.headers['content-type'], 'text/csv; charset=utf-8');
  assert.match(String(answer.headers['content-disposition']), /^attachment; filename="journal.csv"/);
  const [header, ...lines] = answer.body.replace('\ufeff', '').trimEnd().split('\r\n');
  assert.equal(header, 'entry,posted at,kind,reference,order,memo,account,currency,debit,credit');
  const cells = lines.map((line) => line.split(','));
  const sum = (place: number) =>
    cells.reduce((all, row) => all + Math.round(Number(row[place] ?? 0) * 100), 0);
  assert.ok(lines.length > 3 && sum(8) === sum(9));
});

test('a price list is made, priced from a quantity on, changed and taken away', async () => {
  const [cup] = selling.variants;
  const body = { code: 'wholesale', name: 'Wholesale', kind: 'override' as const };
  const { id } = await got(admin.savePriceList({ body, ...once() }));
  assert.equal(await refusedAs(admin.savePriceList({ body, ...once() })), 'code_taken');
  const price = { amount: '9.00', currency: 'EUR' };
  const prices = [
    { variantId: cup, price, fromQuantity: 10 },
    { variantId: sale.orderId, price },
  ];
  const set = await got(admin.setListPrices({ params: { id }, body: { prices } }));
  assert.deepEqual(
    [set.changed, set.refused.map(({ index, code }) => [index, code])],
    [[cup], [[1, 'unknown_variant']]],
  );
  const changed = await got(admin.changePriceList({ params: { id }, body: { ...body, isActive: false } }));
  assert.equal(changed.isActive, false);
  assert.ok((await got(admin.listPriceLists({}))).items.some((one) => one.id === id));
  await got(admin.removePriceList({ params: { id } }));
  assert.deepEqual((await got(admin.listPriceLists({}))).items, []);
});

test('a customer is changed, their consents are proof, and they are forgotten only when it is confirmed', async () => {
  const params = { id: sale.otherCustomerId };
  const changed = await got(admin.changeCustomer({ params, body: { tags: ['vip'], name: 'Grace' } }));
  assert.deepEqual([changed.tags, changed.name], [['vip'], 'Grace']);
  const wrong = await admin.changeCustomer({ params, body: { tags: ['<b>'] } });
  assert.deepEqual([wrong.status, wrong.ok ? '' : wrong.problem.field], [422, 'tags']);
  assert.deepEqual((await got(admin.listConsents({ params }))).items, []);
  await got(admin.eraseCustomer({ params, body: { isConfirmed: true }, ...once() }));
  assert.equal(await refusedAs(admin.readCustomer({ params })), 'not_found');
});
