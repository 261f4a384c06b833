import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { testDatabase } from '../../../../test/database.ts';
import { ADA, checkoutOf, filled, viewOf } from '../testing/a-checkout.ts';
import { aSearch } from '../testing/a-search.ts';
import { aServer, drawnView } from '../testing/a-server.ts';
import { aShop, idIn } from '../testing/a-shop.ts';
import { aTill } from '../testing/a-till.ts';
import { aVisitor, type Visitor } from '../testing/a-visitor.ts';
import { type AWorldpay, aWorldpay, withWorldpay } from '../testing/a-worldpay.ts';

const connection = await testDatabase();
let worldpay: AWorldpay;
let server: FastifyInstance;
let methods: Awaited<ReturnType<typeof withWorldpay>>;
let mug: string;

before(async () => {
  worldpay = await aWorldpay();
  const shop = await aShop(connection.db, Temporal.Now.instant());
  mug = idIn(shop.variants, 'MUG');
  await aTill(connection.db);
  methods = await withWorldpay(connection, worldpay);
  server = await aServer(connection, aSearch([]), { baseUrl: undefined, shopping: methods.shopping });
});

after(async () => {
  await server.close();
  await worldpay.close();
});

async function ordered(payment: string) {
  const shopper = aVisitor(server);
  await shopper.post('/cart', { do: 'add', variant: mug, quantity: '1' });
  const first = checkoutOf(await viewOf(shopper));
  const updated = await shopper.post('/checkout', filled(first, { ...ADA, do: 'update' }));
  const page = checkoutOf(drawnView(updated.body));
  const fields = filled(page, { terms: page.terms.version, payment, do: 'order' });
  return { shopper, form: updated, answer: await shopper.post('/checkout', fields) };
}

/** What the page's script does at Worldpay: a session for a card, the device's data, the bank's answer. */
async function sessionFor(card: string): Promise<string> {
  const body = JSON.stringify({ identity: worldpay.credentials['checkoutId'], card });
  const answer = await fetch(`${worldpay.origin}/sessions/card`, { method: 'POST', body });
  const { _links } = await answer.json();
  return _links['sessions:session'].href;
}

async function atBank(url: string, fields: Record<string, string>): Promise<string> {
  return (await fetch(url, { method: 'POST', body: new URLSearchParams(fields) })).text();
}

async function bring(shopper: Visitor, fields: Record<string, string>) {
  const answer = await shopper.post('/checkout/pay', fields);
  return { status: answer.statusCode, next: JSON.parse(answer.body).next };
}

const policyOf = (answer: { readonly headers: Readonly<Record<string, unknown>> }, directive: string) =>
  new RegExp(`${directive} ([^;]*)`).exec(String(answer.headers['content-security-policy']))?.[1];

test('a shopper pays on Worldpay’s page without a script, and has an order', async () => {
  const { shopper, answer } = await ordered(methods.hosted.id);
  const [, page = ''] = /url=(http:\/\/127[^"]+)/.exec(answer.body) ?? [];
  assert.ok(page.startsWith(`${worldpay.origin}/pay/`), answer.body.slice(0, 300));
  await fetch(page, { method: 'POST', body: new URLSearchParams({ card: 'visa' }), redirect: 'manual' });
  const back = await shopper.get('/checkout/return');
  assert.match(String(back.headers.location), /^\/orders\/\d+\?placed$/);
});

test('a card that is declined on Worldpay’s page brings the shopper back with the reason', async () => {
  const { shopper, answer } = await ordered(methods.hosted.id);
  const [, page = ''] = /url=(http:\/\/127[^"]+)/.exec(answer.body) ?? [];
  await fetch(page, {
    method: 'POST',
    body: new URLSearchParams({ card: 'visa_no_funds' }),
    redirect: 'manual',
  });
  assert.equal((await shopper.get('/checkout/return')).headers.location, '/checkout');
  assert.match(checkoutOf(await viewOf(shopper)).status?.text ?? '', /does not cover/);
});

test('only the page with Worldpay’s fields allows Worldpay, and its script comes from Worldpay', async () => {
  const { shopper, form, answer } = await ordered(methods.inPage.id);
  assert.equal(answer.headers.location, '/checkout/pay');
  assert.equal(policyOf(form, 'frame-src'), "'none'");
  assert.equal(policyOf(form, 'form-action'), "'self'");
  const page = await shopper.get('/checkout/pay');
  assert.equal(policyOf(page, 'frame-src'), worldpay.origin);
  assert.equal(policyOf(page, 'connect-src'), `'self' ${worldpay.origin}`);
  assert.equal(policyOf(page, 'form-action'), `'self' ${worldpay.origin}`);
  assert.match(policyOf(page, 'script-src') ?? '', /^'nonce-[\w+/=]+' 'strict-dynamic'$/);
  const { head, page: view } = drawnView(page.body);
  const files = head.scripts?.files.map(({ src }) => src);
  assert.deepEqual(files, [`${worldpay.origin}/access-checkout/v2/checkout.js`, '/assets/pay.js']);
  assert.ok(view.kind === 'pay');
  assert.equal(view.client['checkoutId'], worldpay.credentials['checkoutId']);
  assert.ok(!page.body.includes(String(worldpay.credentials['password'])));
});

test('fields in the page, device data and a challenge that is passed end in an order', async () => {
  const { shopper } = await ordered(methods.inPage.id);
  await shopper.get('/checkout/pay');
  const device = await bring(shopper, { session: await sessionFor('visa_challenge') });
  assert.equal(device.next.step, 'device');
  const collected = await atBank(device.next.url, { JWT: device.next.jwt, Bin: device.next.bin });
  const [, reference = ''] = /data-session="([\w-]+)"/.exec(collected) ?? [];
  const asked = await bring(shopper, { device: reference });
  assert.equal(asked.next.step, 'challenge');
  const challenge = await atBank(asked.next.url, { JWT: asked.next.jwt });
  const [, action = ''] = /action="([^"]+)"/.exec(challenge) ?? [];
  const done = await atBank(new URL(action, worldpay.origin).href, { answer: 'complete' });
  assert.match(done, /action="http:\/\/localhost[^"]*\/checkout\/return"/);
  const posted = await shopper.post('/checkout/return', { x: '1' }, { 'sec-fetch-site': 'cross-site' });
  assert.equal(posted.statusCode, 200);
  assert.match(posted.body, /url=[^"]*\/checkout\/return\?challenged"/);
  const back = await shopper.get('/checkout/return?challenged');
  assert.match(String(back.headers.location), /^\/orders\/\d+\?placed$/);
});

test('a challenge that was not passed pays for nothing, whatever the address claims', async () => {
  const { shopper } = await ordered(methods.inPage.id);
  const device = await bring(shopper, { session: await sessionFor('visa_challenge') });
  assert.equal((await bring(shopper, { device: '' })).next.step, 'challenge');
  assert.equal(device.status, 200);
  const back = await shopper.get('/checkout/return?challenged');
  assert.equal(back.headers.location, '/checkout');
  assert.match(checkoutOf(await viewOf(shopper)).status?.text ?? '', /not confirmed/);
});

test('a card without a challenge is paid in the page, and a stranger pays for nobody', async () => {
  const { shopper } = await ordered(methods.inPage.id);
  const stranger = await aVisitor(server).post('/checkout/pay', { session: await sessionFor('visa') });
  assert.equal(stranger.statusCode, 404);
  const other = await shopper.post(
    '/checkout/pay',
    { session: await sessionFor('visa') },
    { 'sec-fetch-site': 'cross-site' },
  );
  assert.equal(other.statusCode, 403);
  assert.equal((await bring(shopper, { session: await sessionFor('visa') })).next.step, 'device');
  assert.equal((await bring(shopper, { device: '' })).next, undefined);
  assert.match(String((await shopper.get('/checkout/return')).headers.location), /^\/orders\/\d+\?placed$/);
});

test('a card number instead of a session is refused and goes nowhere', async () => {
  const { shopper } = await ordered(methods.inPage.id);
  assert.equal((await bring(shopper, { session: '4000 0000 0000 1091' })).status, 422);
  assert.equal((await bring(shopper, { session: 'https://evil.example/sessions/abcdefgh' })).status, 422);
  const back = await shopper.get('/checkout/return');
  const view = await viewOf(shopper, String(back.headers.location));
  assert.ok(view.page.kind === 'order' && view.page.isUnpaid);
});
