import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { ADDRESS, aCart } from '../../../../test/selling/shopper.ts';
import { makeClient } from '../../../platform/api/index.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { anApi, shoppingWith } from '../testing/an-api.ts';
import { got, once, refusedAs } from '../testing/got.ts';
import { STORE_API } from './api.ts';

const connection = await testDatabase(16);
const selling = await openSellingShop(connection);
const [cup, pot] = selling.variants;
const clock = { now: NOW };
const shopping = shoppingWith(selling.deps);
const app = await anApi(connection, aSearch([]), { now: () => clock.now, shopping });
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
after(() => app.close());
const anyone = makeClient(STORE_API, { origin });
const as = (token: string) => makeClient(STORE_API, { origin, token });

async function codeFor(email: string) {
  const { challenge } = await got(anyone.requestCode({ body: { email }, ...once() }));
  const { rows } = await sql<{ code: string }>`
    select payload -> 'mailModel' ->> 'code' as code from platform.outbox
    where topic = 'customers.code_requested' order by id desc limit 1`.execute(connection.db);
  return { challenge, code: rows[0]?.code ?? '' };
}

const signIn = async (email: string) =>
  (await got(anyone.signIn({ body: await codeFor(email), ...once() }))).token;

test('a code that was mailed signs in once; a wrong one and another challenge do not', async () => {
  const sent = await codeFor('ada@example.org');
  const tryWith = (body: typeof sent) => refusedAs(anyone.signIn({ body, ...once() }));
  assert.equal(
    await tryWith({ ...sent, challenge: (await codeFor('bob@example.org')).challenge }),
    'code_not_accepted',
  );
  assert.equal(await tryWith({ ...sent, code: '00000000' }), 'code_not_accepted');
  const { token, customer } = await got(anyone.signIn({ body: sent, ...once() }));
  assert.equal(await tryWith(sent), 'code_not_accepted');
  assert.deepEqual(await got(as(token).readCustomer({})), customer);
  assert.equal((await anyone.readCustomer({})).status, 401);
  assert.equal((await as(`${token}x`).readCustomer({})).status, 401);
});

test('a session is renewed, listed, and ended here and elsewhere', async () => {
  const [here, elsewhere] = [await signIn('ada@example.org'), await signIn('ada@example.org')];
  const { token } = await got(as(here).renewSession(once()));
  clock.now = clock.now.add({ minutes: 2 });
  assert.equal((await as(here).readCustomer({})).status, 401, 'the former token is over');
  const { items } = await got(as(token).listSessions({ query: { limit: '100' } }));
  assert.equal(items.filter(({ isThis }) => isThis).length, 1);
  const stranger = await signIn('mallory@example.org');
  for (const { id } of items) await got(as(stranger).revokeSession({ params: { id } }));
  assert.equal((await as(elsewhere).readCustomer({})).status, 200, 'another’s sessions are not hers to end');
  for (const { id } of items.filter(({ isThis }) => !isThis)) {
    await got(as(token).revokeSession({ params: { id } }));
  }
  assert.equal((await as(elsewhere).readCustomer({})).status, 401);
  await got(as(token).signOut({}));
  assert.equal((await as(token).readCustomer({})).status, 401);
});

test('addresses, name, consents and wishes are the customer’s own', async () => {
  const [ada, bob] = [as(await signIn('ada@example.org')), as(await signIn('bob@example.org'))];
  const { id } = await got(ada.addAddress({ body: { address: ADDRESS }, ...once() }));
  const body = { address: { ...ADDRESS, line1: 'Rosenweg 3' } };
  assert.equal(await refusedAs(bob.changeAddress({ params: { id }, body })), 'not_found');
  await got(bob.removeAddress({ params: { id } }));
  assert.equal((await got(ada.changeAddress({ params: { id }, body }))).address.line1, 'Rosenweg 3');
  const wrong = await ada.addAddress({ body: { address: { ...ADDRESS, postalCode: '1' } }, ...once() });
  assert.deepEqual(wrong.ok ? [] : wrong.problem.errors?.map(({ field }) => field), ['address.postalCode']);
  assert.deepEqual(
    [(await got(ada.listAddresses({}))).items.length, (await got(bob.listAddresses({}))).items.length],
    [1, 0],
  );
  assert.equal((await got(ada.changeCustomer({ body: { name: 'Ada Byron' } }))).name, 'Ada Byron');
  const words = { textVersion: '1', text: 'News by e-mail' };
  const say = (isGiven: boolean) =>
    got(ada.setConsent({ params: { purpose: 'marketing_email' }, body: { isGiven, ...words } }));
  await say(true);
  assert.equal((await got(ada.readCustomer({}))).acceptsMarketing, true);
  await say(false);
  const first = await got(ada.listConsents({ query: { limit: '1' } }));
  const rest = await got(ada.listConsents({ query: { limit: '9', cursor: first.nextCursor } }));
  assert.deepEqual(
    [...first.items, ...rest.items].map(({ isGiven }) => isGiven),
    [true, false],
  );
  await got(ada.addWish({ params: { variantId: cup } }));
  const { items } = await got(ada.readWishlist({}));
  assert.deepEqual([items, (await got(bob.readWishlist({}))).items], [[{ variantId: cup }], []]);
  await got(ada.removeWish({ params: { variantId: cup } }));
  assert.deepEqual((await got(ada.readWishlist({}))).items, []);
  const nothing = { variantId: '0198f5b2-7c1d-7aaa-8bbb-0123456789ab' };
  assert.equal(await refusedAs(ada.addWish({ params: nothing })), 'unknown_variant');
  const credit = await got(ada.readStoreCredit({ params: { currency: 'EUR' } }));
  assert.equal(credit.balance.amount, '0.00');
});

test('after signing in the device’s cart joins the one from another device, prefilled where nothing was said', async () => {
  const token = await signIn('grace@example.org');
  await got(as(token).addAddress({ body: { address: ADDRESS }, ...once() }));
  assert.equal(await refusedAs(as(token).takeCart({ body: {}, ...once() })), 'no_cart');
  const [laptop, phone] = [
    await aCart(selling, { variantId: cup, quantity: 1 }),
    await aCart(selling, { variantId: pot, quantity: 2 }),
  ];
  await got(as(token).takeCart({ body: { token: laptop }, ...once() }));
  const joined = await got(as(token).takeCart({ body: { token: phone, isPrefilled: true }, ...once() }));
  assert.equal(joined.cart.lines.length, 2);
  assert.deepEqual([joined.cart.email, joined.cart.shippingAddress?.city], ['grace@example.org', 'Berlin']);
  assert.deepEqual(joined.cart.missing, []);
  const other = as(await signIn('mallory@example.org'));
  assert.equal(await refusedAs(other.takeCart({ body: { token: joined.token }, ...once() })), 'no_cart');
});
