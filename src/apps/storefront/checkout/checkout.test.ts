import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { defaultLocation, setOnHand } from '../../../modules/inventory/index.ts';
import { ADA, aCheckout, checkoutOf, filled, viewOf } from '../testing/a-checkout.ts';
import { drawnView } from '../testing/a-server.ts';
import { idIn } from '../testing/a-shop.ts';

const connection = await testDatabase();
let till: Awaited<ReturnType<typeof aCheckout>>;

before(async () => {
  till = await aCheckout(connection);
});

after(() => till.server.close());

test('what is missing is named at its field and at the top, in the page’s order, and what was typed stays', async () => {
  const visitor = await till.withMug();
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
  const visitor = await till.withMug();
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
  const visitor = await till.withMug();
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
    const visitor = await till.withMug();
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

test('what was sold to others meanwhile is named before anything is paid, and the cart shows it', async () => {
  const visitor = await till.withMug('SHIRT-M-BLUE');
  const page = checkoutOf(await viewOf(visitor));
  const { id: locationId } = await defaultLocation(connection.db);
  const counts = [{ variantId: idIn(till.shop.variants, 'SHIRT-M-BLUE'), locationId, onHand: 0 }];
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

test('the page’s policy allows its own scripts by nonce and nothing else, and no two nonces are alike', async () => {
  const visitor = await till.withMug();
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
  const visitor = await till.withMug();
  const page = checkoutOf(await viewOf(visitor));
  for (const extra of [{ total: '1' }, { price: '0.01' }, { customerId: 'x' }, { expected_total: '-1' }]) {
    const answer = await visitor.post('/checkout', { ...filled(page, { ...ADA, do: 'order' }), ...extra });
    assert.equal(answer.statusCode, 422, JSON.stringify(extra));
  }
});
