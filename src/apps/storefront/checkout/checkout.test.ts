import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { testDatabase } from '../../../../test/database.ts';
import type { CheckoutPage, View } from '../model/index.ts';
import { aSearch } from '../testing/a-search.ts';
import { aServer, drawnView } from '../testing/a-server.ts';
import { type AShop, aShop, idIn } from '../testing/a-shop.ts';
import { aTill } from '../testing/a-till.ts';
import { aVisitor, type Visitor } from '../testing/a-visitor.ts';

const connection = await testDatabase();
let server: FastifyInstance;
let shop: AShop;
let card: string;

before(async () => {
  shop = await aShop(connection.db, Temporal.Now.instant());
  card = (await aTill(connection.db)).card.id;
  server = await aServer(connection, aSearch([]), { baseUrl: undefined });
});

after(() => server.close());

const ADA = {
  email: 'ada@example.org',
  shipping_country: 'DE',
  shipping_name: 'Ada Lovelace',
  shipping_line1: 'Hauptstraße 5',
  shipping_postal_code: '10115',
  shipping_city: 'Berlin',
};

async function withMug(quantity = '1'): Promise<Visitor> {
  const visitor = aVisitor(server);
  await visitor.post('/cart', { do: 'add', variant: idIn(shop.variants, 'MUG'), quantity });
  return visitor;
}

async function viewOf(visitor: Visitor, url = '/checkout'): Promise<View> {
  return drawnView((await visitor.get(url)).body);
}

function checkoutOf({ page }: View): CheckoutPage {
  assert.ok(page.kind === 'checkout', page.kind);
  return page;
}

/** What a browser submits of the page as it stands, with these fields changed. */
function filled(page: CheckoutPage, changes: Readonly<Record<string, string>>): Record<string, string> {
  const fields = [...page.shipping.form.fields, ...page.billing.form.fields, page.contact.email];
  return {
    expected_total: page.expectedTotal,
    billing: 'same',
    ...Object.fromEntries(fields.map(({ name, value }) => [name, value])),
    delivery: page.delivery.choices.find(({ isChosen }) => isChosen)?.value ?? '',
    payment: page.payment.choices.find(({ isChosen }) => isChosen)?.value ?? '',
    ...changes,
  };
}

test('a guest fills in one page, orders, pays at the bank and has an order of their own', async () => {
  const visitor = await withMug();
  const first = checkoutOf(await viewOf(visitor));
  const updated = await visitor.post('/checkout', filled(first, { ...ADA, do: 'update' }));
  const page = checkoutOf(drawnView(updated.body));
  assert.deepEqual(page.problems, []);
  const ordered = await visitor.post(
    '/checkout',
    filled(page, { terms: page.terms.version, payment: card, do: 'order' }),
  );
  assert.match(String(ordered.headers.location), /^\/test-payments\//, ordered.body.slice(0, 3000));
  const paid = await visitor.post(String(ordered.headers.location), { card: 'success', answer: 'pay' });
  assert.equal(paid.headers.location, '/checkout/return');
  const back = await visitor.get('/checkout/return');
  const own = String(back.headers.location);
  assert.match(own, /^\/orders\/\d+\?placed$/);
  const view = await viewOf(visitor, own);
  assert.ok(view.page.kind === 'order');
  assert.equal(view.page.headline, 'Thank you, Ada');
  assert.equal(visitor.cookies.has('cart'), false);
  assert.equal((await aVisitor(server).get(own)).statusCode, 303);
});
