import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { testDatabase } from '../../../../test/database.ts';
import type { AccountPage } from '../model/index.ts';
import { aSearch } from '../testing/a-search.ts';
import { aServer, drawnView } from '../testing/a-server.ts';
import { type AShop, aShop, idIn } from '../testing/a-shop.ts';
import { aVisitor, type Visitor } from '../testing/a-visitor.ts';

const connection = await testDatabase();
let server: FastifyInstance;
let shop: AShop;

before(async () => {
  shop = await aShop(connection.db, Temporal.Now.instant());
  server = await aServer(connection, aSearch([]), { baseUrl: undefined });
});

after(() => server.close());

/** The code that a mail would have brought. */
async function lastCode(): Promise<string> {
  const { rows } = await connection.pool.query(
    `select payload->'mailModel'->>'code' as code from platform.outbox
     where topic = 'customers.code_requested' order by id desc limit 1`,
  );
  return rows[0]?.code ?? '';
}

async function signedIn(email: string, visitor = aVisitor(server), next = ''): Promise<Visitor> {
  await visitor.post('/account/sign-in', { do: 'send', email, next });
  const answer = await visitor.post('/account/sign-in', {
    do: 'confirm',
    email,
    code: await lastCode(),
    next,
  });
  assert.equal(answer.statusCode, 303, answer.body.slice(0, 200));
  return visitor;
}

async function accountOf(visitor: Visitor, url: string): Promise<AccountPage> {
  const { page } = drawnView((await visitor.get(url)).body);
  assert.ok(page.kind === 'account', page.kind);
  return page;
}

test('who is not signed in is asked to, and comes back to where they wanted to go', async () => {
  const visitor = aVisitor(server);
  const asked = await visitor.get('/account/addresses');
  assert.equal(asked.headers.location, '/account/sign-in?next=account%2Faddresses');
  await visitor.post('/account/sign-in', { do: 'send', email: 'ada@example.org', next: 'account/addresses' });
  const code = await lastCode();
  const fields = { do: 'confirm', email: 'ada@example.org', code, next: 'account/addresses' };
  assert.equal((await visitor.post('/account/sign-in', fields)).headers.location, '/account/addresses');
});

test('known and unknown addresses get the same page, and a wrong code opens nothing', async () => {
  await signedIn('known@example.org');
  const [known, unknown] = await Promise.all(
    ['known@example.org', 'nobody@example.org'].map(async (email) => {
      const answer = await aVisitor(server).post('/account/sign-in', { do: 'send', email, next: '' });
      return [answer.statusCode, answer.body.replaceAll(email, 'X')];
    }),
  );
  assert.deepEqual(known, unknown);
  const visitor = aVisitor(server);
  await visitor.post('/account/sign-in', { do: 'send', email: 'known@example.org', next: '' });
  const wrong = await visitor.post('/account/sign-in', {
    do: 'confirm',
    email: 'known@example.org',
    code: '00000000',
    next: '',
  });
  assert.deepEqual([wrong.statusCode, visitor.cookies.has('session')], [422, false]);
});

test('the cart of this device becomes the customer’s and is there on the next device', async () => {
  const phone = aVisitor(server);
  await phone.post('/cart', { do: 'add', variant: idIn(shop.variants, 'MUG'), quantity: '2' });
  await signedIn('two@example.org', phone);
  const desktop = await signedIn('two@example.org');
  const { page } = drawnView((await desktop.get('/cart')).body);
  assert.ok(page.kind === 'cart');
  assert.deepEqual(
    page.lines.map(({ quantity }) => quantity),
    [2],
  );
  assert.equal(desktop.cookies.get('cart_items'), '2');
});

test('an address is kept, shown in its country’s order, changed and removed; a wrong one is named by field', async () => {
  const visitor = await signedIn('address@example.org');
  const address = {
    address_country: 'DE',
    address_name: 'Ada',
    address_line1: 'Hauptstraße 5',
    address_postal_code: '10115',
    address_city: 'Berlin',
  };
  const wrong = await visitor.post('/account/addresses', {
    ...address,
    address_postal_code: '1',
    do: 'save',
    id: '',
  });
  const shown = drawnView(wrong.body).page;
  assert.ok(shown.kind === 'account' && shown.section.name === 'addresses');
  assert.deepEqual(
    shown.section.editing?.problems.map(({ href }) => href),
    ['#address_postal_code'],
  );
  await visitor.post('/account/addresses', { ...address, do: 'save', id: '' });
  const { section } = await accountOf(visitor, '/account/addresses');
  assert.ok(section.name === 'addresses');
  const [kept] = section.addresses;
  assert.deepEqual(kept?.lines.slice(0, 3), ['Ada', 'Hauptstraße 5', '10115 Berlin']);
  const thief = await signedIn('thief@example.org');
  await thief.post('/account/addresses', { do: 'remove', id: kept?.id ?? '' });
  assert.ok((await accountOf(visitor, '/account/addresses')).section.name === 'addresses');
  await visitor.post('/account/addresses', { do: 'remove', id: kept?.id ?? '' });
  const after = (await accountOf(visitor, '/account/addresses')).section;
  assert.ok(after.name === 'addresses');
  assert.deepEqual(after.addresses, []);
});

test('what is saved for later is on the wishlist, and nobody else sees it', async () => {
  const visitor = await signedIn('wish@example.org');
  await visitor.post('/account/wishlist', { do: 'add', variant: idIn(shop.variants, 'MUG') });
  const { section } = await accountOf(visitor, '/account/wishlist');
  assert.ok(section.name === 'wishlist');
  assert.deepEqual(
    section.cards.map(({ card }) => card.title),
    ['Blue mug'],
  );
  const other = (await accountOf(await signedIn('other@example.org'), '/account/wishlist')).section;
  assert.ok(other.name === 'wishlist');
  assert.deepEqual(other.cards, []);
});

test('a session is seen and ended from another device; signing out leaves nothing behind', async () => {
  const [phone, desktop] = [await signedIn('s@example.org'), await signedIn('s@example.org')];
  const { section } = await accountOf(desktop, '/account/privacy');
  assert.ok(section.name === 'privacy');
  assert.equal(section.sessions.length, 2);
  const other = section.sessions.find(({ isThis }) => !isThis);
  await desktop.post('/account/privacy', { do: 'revoke', id: other?.id ?? '' });
  assert.equal((await phone.get('/account')).statusCode, 303);
  assert.equal((await desktop.get('/account')).statusCode, 200);
  await desktop.post('/account/sign-out', {});
  assert.deepEqual(
    [...desktop.cookies.keys()].filter((name) => name !== 'sign_in'),
    [],
  );
});

test('the account shows whether this browser is known again, and that the signal of a browser is honoured', async () => {
  const visitor = await signedIn('known@example.org');
  const tracking = async (signal: Record<string, string> = {}) => {
    const cookie = [...visitor.cookies].map((pair) => pair.join('=')).join('; ');
    const { body } = await server.inject({ url: '/account/privacy', headers: { cookie, ...signal } });
    const { page } = drawnView(body);
    assert.ok(page.kind === 'account' && page.section.name === 'privacy');
    return page.section.tracking;
  };
  assert.deepEqual(await tracking(), { choice: 'none', isSignalHonoured: false });
  await visitor.post('/privacy-choices', { choice: 'rejected' });
  assert.deepEqual(await tracking(), { choice: 'rejected', isSignalHonoured: false });
  assert.deepEqual(await tracking({ 'sec-gpc': '1' }), { choice: 'rejected', isSignalHonoured: true });
});

test('a consent is given and withdrawn, each with its words', async () => {
  const visitor = await signedIn('consent@example.org');
  const isChecked = async () => {
    const { section } = await accountOf(visitor, '/account/privacy');
    assert.ok(section.name === 'privacy');
    return section.consents[0]?.isChecked;
  };
  await visitor.post('/account/privacy', { do: 'consents', consent_email: 'yes' });
  assert.equal(await isChecked(), true);
  await visitor.post('/account/privacy', { do: 'consents' });
  assert.equal(await isChecked(), false);
  const { rows } = await connection.pool.query(
    'select is_given, length(text_hash) as hash from customers.consent order by at, id',
  );
  assert.deepEqual(rows, [
    { is_given: true, hash: 64 },
    { is_given: false, hash: 64 },
  ]);
});
