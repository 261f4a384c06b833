import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { testDatabase } from '../../../../test/database.ts';
import { defaultLocation, setOnHand } from '../../../modules/inventory/index.ts';
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

async function withMug(sku = 'MUG'): Promise<Visitor> {
  const visitor = aVisitor(server);
  await visitor.post('/cart', { do: 'add', variant: idIn(shop.variants, sku), quantity: '1' });
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

/** Up to the page of the bank, with everything filled in. */
async function orderedWith(changes: Readonly<Record<string, string>> = {}, visitor?: Visitor) {
  const shopper = visitor ?? (await withMug());
  const first = checkoutOf(await viewOf(shopper));
  const updated = await shopper.post('/checkout', filled(first, { ...ADA, do: 'update' }));
  const page = checkoutOf(drawnView(updated.body));
  const fields = filled(page, { terms: page.terms.version, payment: card, do: 'order', ...changes });
  return { shopper, page, answer: await shopper.post('/checkout', fields) };
}

test('what is missing is named at its field and at the top, in the page’s order, and what was typed stays', async () => {
  const visitor = await withMug();
  const first = checkoutOf(await viewOf(visitor));
  const answer = await visitor.post(
    '/checkout',
    filled(first, { ...ADA, email: 'ada', shipping_postal_code: '1', note: 'Ring <twice>', do: 'order' }),
  );
  assert.equal(answer.statusCode, 422);
  const page = checkoutOf(drawnView(answer.body));
  assert.deepEqual(
    page.problems.map(({ href }) => href),
    ['#email', '#shipping_postal_code', '#terms'],
  );
  assert.equal(page.contact.email.value, 'ada');
  assert.equal(page.note.value, 'Ring <twice>');
  const code = page.shipping.form.fields.find(({ name }) => name === 'shipping_postal_code');
  assert.deepEqual([code?.value, code?.problem !== undefined], ['1', true]);
  // What was right is kept and need not be typed again.
  assert.equal(checkoutOf(await viewOf(visitor)).note.value, 'Ring <twice>');
});

test('another country asks for other fields, without a word lost', async () => {
  const visitor = await withMug();
  const first = checkoutOf(await viewOf(visitor));
  const answer = await visitor.post(
    '/checkout',
    filled(first, { ...ADA, shipping_country: 'IE', do: 'update' }),
  );
  const { fields } = checkoutOf(drawnView(answer.body)).shipping.form;
  assert.equal(fields.find(({ name }) => name === 'shipping_postal_code')?.label, 'Eircode');
  assert.equal(fields.find(({ name }) => name === 'shipping_name')?.value, 'Ada Lovelace');
});

test('delivery is chosen, priced, and in the total', async () => {
  const visitor = await withMug();
  const first = checkoutOf(await viewOf(visitor));
  const [, express] = first.delivery.choices;
  assert.ok(express);
  const answer = await visitor.post(
    '/checkout',
    filled(first, { ...ADA, delivery: express.value, do: 'update' }),
  );
  const page = checkoutOf(drawnView(answer.body));
  assert.equal(page.delivery.choices.find(({ isChosen }) => isChosen)?.title, 'Express');
  assert.equal(Number(page.expectedTotal) - Number(first.expectedTotal), 500);
});

test('a card number in any field is refused, emptied, and neither kept nor shown', async () => {
  const NUMBER = '4242 4242 4242 4242';
  for (const field of [
    'note',
    'gift_message',
    'shipping_name',
    'shipping_line2',
    'email',
    'shipping_phone',
  ]) {
    const visitor = await withMug();
    const first = checkoutOf(await viewOf(visitor));
    const answer = await visitor.post('/checkout', filled(first, { ...ADA, [field]: NUMBER, do: 'update' }));
    assert.doesNotMatch(answer.body, /4242/, field);
    const page = checkoutOf(drawnView(answer.body));
    assert.deepEqual(
      page.problems.map(({ href }) => href),
      [`#${field}`],
    );
  }
  const { rows } = await connection.pool.query('select cart::text as text from carts.cart');
  assert.ok(rows.length > 0);
  for (const { text } of rows) assert.doesNotMatch(text, /4242.?4242/);
});

test('a declined payment brings the shopper back to the page with the reason, and the next one succeeds', async () => {
  const { shopper, answer } = await orderedWith();
  const bank = String(answer.headers.location);
  await shopper.post(bank, { card: 'insufficient_funds', answer: 'pay' });
  const back = await shopper.get('/checkout/return');
  assert.equal(back.headers.location, '/checkout');
  const page = checkoutOf(await viewOf(shopper));
  assert.match(page.status?.text ?? '', /does not cover/);
  const again = await shopper.post('/checkout', filled(page, { terms: page.terms.version, do: 'order' }));
  const second = String(again.headers.location);
  assert.notEqual(second, bank);
  await shopper.post(second, { card: 'success', answer: 'pay' });
  assert.match(String((await shopper.get('/checkout/return')).headers.location), /^\/orders\//);
});

test('a return address that claims success pays for nothing', async () => {
  const { shopper } = await orderedWith();
  for (const query of ['', '?status=succeeded', '?paid=1&state=captured']) {
    const back = await shopper.get(`/checkout/return${query}`);
    const view = await viewOf(shopper, String(back.headers.location));
    assert.ok(view.page.kind === 'order');
    assert.equal(view.page.isUnpaid, true, query);
  }
  const stranger = aVisitor(server);
  assert.equal((await stranger.get('/checkout/return?status=succeeded')).headers.location, '/cart');
});

test('the bank may ask whether it is you, and no means no', async () => {
  const { shopper, answer } = await orderedWith();
  const bank = String(answer.headers.location);
  const asked = await shopper.post(bank, { card: 'challenge', answer: 'pay' });
  const { page } = drawnView(asked.body);
  assert.ok(page.kind === 'test_payment' && page.step === 'challenge');
  await shopper.post(bank, { answer: 'refuse' });
  await shopper.get('/checkout/return');
  assert.match(checkoutOf(await viewOf(shopper)).status?.text ?? '', /not confirmed/);
});

test('a total that is another one than the page showed is not charged', async () => {
  const { answer } = await orderedWith({ expected_total: '1' });
  assert.equal(answer.statusCode, 422);
  const page = checkoutOf(drawnView(answer.body));
  assert.match(page.problems[0]?.text ?? '', /changed to €/);
});

test('what was sold to others meanwhile is named before anything is paid, and the cart shows it', async () => {
  const visitor = await withMug('SHIRT-M-BLUE');
  const page = checkoutOf(await viewOf(visitor));
  const { id: locationId } = await defaultLocation(connection.db);
  const counts = [{ variantId: idIn(shop.variants, 'SHIRT-M-BLUE'), locationId, onHand: 0 }];
  const now = Temporal.Now.instant();
  await connection.db
    .transaction()
    .execute((tx) => setOnHand(tx, { counts, now, reason: 'count', reference: 'test' }));
  const fields = filled(page, { ...ADA, terms: page.terms.version, do: 'order' });
  const answer = await visitor.post('/checkout', fields);
  assert.equal(answer.statusCode, 422);
  assert.match(checkoutOf(drawnView(answer.body)).problems[0]?.text ?? '', /has sold out/);
  assert.equal((await visitor.get('/checkout')).headers.location, '/cart');
});

test('who pays on delivery has an order at once, and the cart is empty', async () => {
  const visitor = await withMug();
  const page = checkoutOf(await viewOf(visitor));
  const cash = page.payment.choices.find(({ title }) => title === 'Cash on delivery');
  const { answer } = await orderedWith({ payment: cash?.value ?? '' }, visitor);
  assert.match(String(answer.headers.location), /^\/orders\/\d+\?placed/, answer.body.slice(0, 500));
  assert.equal(visitor.cookies.has('cart'), false);
});

test('an order opens by its key once, by its cookie then, and to nobody else', async () => {
  const { shopper, answer } = await orderedWith();
  await shopper.post(String(answer.headers.location), { card: 'success', answer: 'pay' });
  const own = String((await shopper.get('/checkout/return')).headers.location).replace('?placed', '');
  const [, key = ''] = /\.([\w-]+)/.exec(shopper.cookies.get('orders') ?? '') ?? [];
  const friend = aVisitor(server);
  const exchanged = await friend.get(`${own}?key=${key}`);
  assert.deepEqual([exchanged.statusCode, exchanged.headers.location], [303, own]);
  assert.equal((await friend.get(own)).statusCode, 200);
  const other = await orderedWith();
  const strangers: readonly [string, Visitor][] = [
    [own, aVisitor(server)],
    [own, other.shopper],
    [`${own}?key=${'x'.repeat(32)}`, aVisitor(server)],
    ['/orders/999999', aVisitor(server)],
  ];
  for (const [url, visitor] of strangers) {
    const { statusCode, body } = await visitor.get(url);
    assert.ok(statusCode === 303 || statusCode === 404, url);
    assert.doesNotMatch(body, /Lovelace/);
  }
});

test('the page’s policy allows its own scripts by nonce and nothing else, and no two nonces are alike', async () => {
  const visitor = await withMug();
  const policies = [await visitor.get('/checkout'), await visitor.get('/checkout')].map(
    ({ headers, body }) => {
      const policy = String(headers['content-security-policy']);
      const [, nonce = ''] = /'nonce-([^']+)'/.exec(policy) ?? [];
      assert.equal(drawnView(body).head.scripts?.nonce, nonce);
      return { nonce, policy: policy.replace(nonce, 'N') };
    },
  );
  assert.notEqual(policies[0]?.nonce, policies[1]?.nonce);
  assert.equal(
    policies[0]?.policy,
    [
      "default-src 'none'; script-src 'nonce-N' 'strict-dynamic'; style-src 'self'; img-src 'self' data:",
      "font-src 'self'; connect-src 'self'; frame-src 'none'; form-action 'self'; frame-ancestors 'none'",
      "object-src 'none'; base-uri 'none'; report-uri /reports/csp; report-to csp",
    ].join('; '),
  );
});

test('fields that no form of ours has are refused, and the cart keeps what it had', async () => {
  const visitor = await withMug();
  const page = checkoutOf(await viewOf(visitor));
  for (const extra of [{ total: '1' }, { price: '0.01' }, { customerId: 'x' }, { expected_total: '-1' }]) {
    const answer = await visitor.post('/checkout', { ...filled(page, { ...ADA, do: 'order' }), ...extra });
    assert.equal(answer.statusCode, 422, JSON.stringify(extra));
  }
});
