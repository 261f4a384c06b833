import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { pino } from 'pino';
import { testDatabase } from '../../../test/database.ts';
import { signIn } from '../../../test/sign-in.ts';
import { aMember } from '../../../test/staff.ts';
import { expectOk } from '../../kernel/index.ts';
import { createSender, newVisitorId, readDropped, revokeSender } from '../../modules/collector/index.ts';
import { staffCookieName } from '../../modules/staff/index.ts';
import { newToken } from '../../platform/auth/index.ts';
import { makeMetrics, makeServer } from '../../platform/http/index.ts';
import { newId } from '../../platform/id.ts';
import { registerCollect } from './index.ts';

const connection = await testDatabase();
const { db } = connection;
const NOW = Temporal.Instant.from('2026-11-27T10:00:00Z');

async function aServer(own: { readonly requestsPerMinute?: number } = {}) {
  const server = await makeServer({ log: pino({ level: 'silent' }), checks: {}, metrics: makeMetrics() });
  await registerCollect(server, {
    ...{ connection, now: () => NOW, isSecure: false, trustsProxy: true, requestsPerMinute: 0, ...own },
  });
  after(() => server.close());
  return server;
}

const server = await aServer();
const BROWSER = {
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0',
  'accept-language': 'de',
  'sec-fetch-site': 'same-origin',
  'content-type': 'text/plain;charset=UTF-8',
  'cf-ipcountry': 'AT',
  host: 'shop.example',
};

type Line = Record<string, unknown>;

/** What the inbox got, and no longer has. */
async function taken(): Promise<Line[]> {
  const { rows } = await sql<{ seq: bigint; event: string }>`
    delete from collector.inbox returning seq, event`.execute(db);
  return rows.toSorted((a, b) => Number(a.seq - b.seq)).map(({ event }) => JSON.parse(event));
}

const post = (url: string, payload: string | object, headers: Record<string, string> = {}) =>
  server.inject({
    ...{ method: 'POST', url, headers: { ...BROWSER, ...headers } },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  });

const anEvent = (own: object = {}) => ({ id: newId(), name: 'page_view', ...own });

test('a batch of the shop’s own is taken, each event with the page and when it happened', async () => {
  const events = [
    anEvent({ ago: 5_000 }),
    anEvent({ name: 'view_item', params: { items: [{ item_id: 'a' }] } }),
  ];
  const page = { page_location: 'https://shop.example/products/a', language: 'de' };
  const answer = await post('/collect', { page, events });
  assert.equal(answer.statusCode, 200);
  assert.deepEqual(answer.json(), { accepted: 2, refused: [] });
  assert.equal(answer.headers['access-control-allow-origin'], undefined);
  assert.equal(answer.headers['set-cookie'], undefined);
  const lines = await taken();
  assert.deepEqual(
    lines.map(({ happened_at, name, path, locale, country, mode }) => {
      return { happened_at, name, path, locale, country, mode };
    }),
    [
      [NOW.epochMilliseconds - 5_000, 'page_view'],
      [NOW.epochMilliseconds, 'view_item'],
    ].map(([happened_at, name]) => {
      return { happened_at, name, path: '/products/a', locale: 'de', country: 'AT', mode: 'cookieless' };
    }),
  );
});

test('only pages of the shop may send', async () => {
  const headers = (own: Record<string, string>) => {
    const { 'sec-fetch-site': _site, ...plain } = BROWSER;
    return { ...plain, ...own };
  };
  const table: [own: Record<string, string>, status: number][] = [
    [{ 'sec-fetch-site': 'same-origin' }, 200],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'none' }, 403],
    [{ origin: 'https://shop.example' }, 200],
    [{ origin: 'https://other.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ referer: 'https://shop.example/a' }, 200],
    [{ referer: 'https://shop.example.evil.example/a' }, 403],
    [{}, 403],
  ];
  for (const [own, status] of table) {
    const payload = JSON.stringify({ events: [anEvent()] });
    const answer = await server.inject({ method: 'POST', url: '/collect', headers: headers(own), payload });
    assert.equal(answer.statusCode, status, JSON.stringify(own));
  }
  assert.equal((await taken()).length, 3);
});

test('what cannot be taken is refused by its name, and nothing of it is kept', async () => {
  const many = Array.from({ length: 51 }, () => anEvent());
  const table: [about: string, payload: string | object, status: number, detail: RegExp][] = [
    ['no JSON', '{', 400, /body: is not JSON/],
    ['nothing', '', 400, /body: is not JSON/],
    ['no events', { events: [] }, 422, /^events: /],
    ['too many', { events: many }, 422, /^events: /],
    ['an unknown field', { events: [anEvent()], extra: 1 }, 422, /extra/],
    ['a moment ahead', { events: [anEvent({ ago: -1 })] }, 422, /^events.0.ago: /],
    ['too long', `{"events":[]}${' '.repeat(64 * 1024)}`, 413, /./],
    ['only wrong ones', { events: [anEvent({ params: { value: 1 } })] }, 422, /none of the events/],
  ];
  for (const [about, payload, status, detail] of table) {
    const answer = await post('/collect', payload);
    assert.equal(answer.statusCode, status, about);
    assert.match(answer.json().detail, detail, about);
  }
  assert.deepEqual(await taken(), []);
});

test('of a batch the wrong events are named and the others taken', async () => {
  const events = [anEvent(), anEvent({ params: { value: 1 } })];
  const answer = await post('/collect', { events });
  assert.equal(answer.statusCode, 200);
  const { accepted, refused } = answer.json();
  assert.deepEqual([accepted, refused[0].index, refused[0].errors[0].field], [1, 1, 'currency']);
  assert.deepEqual(
    (await taken()).map(({ id }) => id),
    [events[0]?.id],
  );
});

test('the cookie of consent is a visitor, and Global Privacy Control stays with the event', async () => {
  const visitor = newVisitorId();
  const events = [anEvent()];
  await post('/collect', { events }, { cookie: `visitor=${visitor}`, 'sec-gpc': '1' });
  await post('/collect', { events: [anEvent()] }, { cookie: 'visitor=short' });
  const [known, unknown] = await taken();
  assert.deepEqual(
    [known?.['mode'], known?.['visitor'], known?.['data']],
    ['consented', visitor, '{"gpc":true}'],
  );
  assert.equal(unknown?.['mode'], 'cookieless');
});

test('who is signed in is known as a customer with consent, and is nobody in particular without', async () => {
  const { customer, token } = await signIn(db, 'ada@example.com', { now: NOW });
  const send = (cookie: string) => post('/collect', { events: [anEvent()] }, { cookie });
  await send(`session=${token}; visitor=${newVisitorId()}`);
  await send(`session=${token}`);
  await send(`session=${newToken()}; visitor=${newVisitorId()}`);
  const lines = (await taken()).map(({ mode, customer_id }) => ({ mode, customer_id }));
  assert.deepEqual(lines, [
    { mode: 'signed_in', customer_id: customer.id },
    { mode: 'cookieless', customer_id: undefined },
    { mode: 'consented', customer_id: undefined },
  ]);
});

test('staff who look at their own shop are put aside', async () => {
  const { token } = await aMember(db, NOW);
  const send = (value: string) =>
    post('/collect', { events: [anEvent()] }, { cookie: `${staffCookieName(false)}=${value}` });
  await send(token);
  assert.deepEqual(await taken(), []);
  const day = NOW.toZonedDateTimeISO('UTC').toPlainDate();
  const dropped = await readDropped(db, { from: day, to: day });
  assert.equal(dropped.find(({ reason }) => reason === 'staff')?.held, 1n);
  await send(newVisitorId());
  assert.equal((await taken()).length, 1, 'a cookie that is nobody’s is no pass');
});

test('the shop says that it honours Global Privacy Control', async () => {
  const answer = await server.inject({ url: '/.well-known/gpc.json' });
  assert.equal(answer.statusCode, 200);
  assert.match(String(answer.headers['content-type']), /^application\/json/);
  assert.equal(answer.json().gpc, true);
});

test('programs get the same answer as people, and are counted apart', async () => {
  const day = NOW.toZonedDateTimeISO('UTC').toPlainDate();
  const table: [headers: Record<string, string>, body: object, reason: string][] = [
    [{ 'user-agent': 'Googlebot/2.1' }, {}, 'user_agent'],
    [{ 'sec-purpose': 'prefetch;prerender' }, {}, 'prefetch'],
    [{}, { automated: true }, 'headless'],
  ];
  for (const [headers, body, reason] of table) {
    const answer = await post('/collect', { ...body, events: [anEvent()] }, headers);
    assert.deepEqual([answer.statusCode, answer.json()], [200, { accepted: 1, refused: [] }]);
    const dropped = await readDropped(db, { from: day, to: day });
    assert.equal(dropped.find((one) => one.reason === reason)?.held, 1n, reason);
  }
  assert.deepEqual(await taken(), []);
});

test('gtag’s events of a shop are the same events: one in the query, several in the body', async () => {
  const shared = new URLSearchParams({
    ...{ v: '2', tid: 'G-X', cid: '123.456', _p: '1', _s: '1', gcs: 'G111', ul: 'de-at', dt: 'Mug' },
    dl: 'https://shop.example/products/mug?utm_source=news&utm_medium=email',
  });
  const item = 'idMUG-1~nmMug ~~ cup~pr9.5~qt2~brKiln~k0colour~v0red';
  const one = new URLSearchParams([...shared, ['en', 'add_to_cart'], ['cu', 'EUR'], ['epn.value', '19']]);
  one.append('pr1', item);
  const { 'content-type': _type, ...headers } = BROWSER;
  const get = await server.inject({ method: 'GET', url: `/g/collect?${one}`, headers });
  assert.deepEqual([get.statusCode, get.body], [204, '']);
  const again = await server.inject({ method: 'GET', url: `/g/collect?${one}`, headers });
  assert.equal(again.statusCode, 204);
  const lines = 'en=page_view&_et=1500\r\nen=purchase&ep.transaction_id=A-7&epn.value=19&cu=EUR';
  assert.equal((await post(`/g/collect?${shared}`, lines)).statusCode, 204);
  const [first, second, page, purchase] = await taken();
  assert.equal(first?.['id'], second?.['id'], 'sent again, it is the same event');
  assert.deepEqual(
    [first?.['name'], first?.['visitor'], first?.['mode'], first?.['value_minor'], first?.['source']],
    ['add_to_cart', '123.456', 'consented', 1_900, 'news'],
  );
  assert.deepEqual(JSON.parse(String(first?.['items'])), [
    {
      ...{ item_id: 'MUG-1', item_name: 'Mug ~ cup', price_minor: 950, quantity: 2 },
      ...{ item_brand: 'Kiln', colour: 'red' },
    },
  ]);
  assert.deepEqual([page?.['name'], page?.['engaged_ms'], page?.['locale']], ['page_view', 1_500, 'de-AT']);
  assert.deepEqual([purchase?.['order_id'], purchase?.['value_minor']], ['A-7', undefined]);
  assert.notEqual(page?.['id'], purchase?.['id']);
});

test('gtag’s own id is a visitor only where storage was agreed to', async () => {
  const table: [gcs: string, mode: string][] = [
    ['G111', 'consented'],
    ['G101', 'consented'],
    ['G110', 'cookieless'],
    ['G100', 'cookieless'],
    ['', 'cookieless'],
    ['G111&cid=a%00b', 'cookieless'],
  ];
  for (const [gcs, mode] of table) {
    await post(`/g/collect?en=page_view&ul=x&gcs=${gcs}&cid=1.2`, '');
    const [line] = await taken();
    assert.deepEqual([line?.['mode'], line?.['visitor'] === '1.2'], [mode, mode === 'consented'], gcs);
  }
});

test('a server sends by the Measurement Protocol with its secret, until that is revoked', async () => {
  const made = await db.transaction().execute((tx) => createSender(tx, { name: 'ERP', now: NOW }));
  const { id, secret } = expectOk(made);
  const send = (body: object, api_secret = secret) =>
    server.inject({
      ...{ method: 'POST', url: `/mp/collect?measurement_id=G-X&api_secret=${api_secret}` },
      payload: JSON.stringify(body),
    });
  const event = { name: 'purchase', params: { transaction_id: 'A-7', session_id: '1' } };
  const micros = (NOW.epochMilliseconds - 60_000) * 1_000;
  const body = { client_id: '1.2', timestamp_micros: String(micros), events: [event] };
  for (const wrong of ['', 'x', newVisitorId()]) assert.equal((await send(body, wrong)).statusCode, 401);
  assert.equal((await send(body)).statusCode, 204);
  assert.equal((await send(body)).statusCode, 204);
  const [first, second] = await taken();
  assert.equal(first?.['id'], second?.['id']);
  assert.deepEqual(
    [first?.['happened_at'], first?.['visitor'], first?.['order_id'], first?.['data']],
    [NOW.epochMilliseconds - 60_000, '1.2', 'A-7', undefined],
  );
  assert.equal((await send({ events: [event] })).statusCode, 422);
  assert.equal((await send({ ...body, client_id: 'a\0b' })).statusCode, 422);
  assert.equal((await send({ client_id: '1', events: [{ name: 'purchase' }] })).statusCode, 422);
  await db.transaction().execute((tx) => revokeSender(tx, { id, now: NOW }));
  assert.equal((await send(body)).statusCode, 401);
  assert.deepEqual(await taken(), []);
});

test('one network may send only so often in a minute, and others go on', async () => {
  const limited = await aServer({ requestsPerMinute: 3 });
  const send = (remoteAddress: string) =>
    limited.inject({
      ...{ method: 'POST', url: '/collect', headers: BROWSER, remoteAddress },
      payload: JSON.stringify({ events: [anEvent()] }),
    });
  const statuses: number[] = [];
  for (let time = 0; time < 5; time += 1) statuses.push((await send('2001:db8::1')).statusCode);
  assert.deepEqual(statuses, [200, 200, 200, 429, 429]);
  assert.equal((await send('2001:db8::2')).headers['retry-after'] !== undefined, true);
  assert.equal((await send('192.0.2.1')).statusCode, 200);
  await taken();
});

test('when the database does not answer nothing is acknowledged', async () => {
  await sql`alter table collector.inbox rename to elsewhere`.execute(db);
  const payload = { events: [anEvent()] };
  const answer = await post('/collect', payload);
  await sql`alter table collector.elsewhere rename to inbox`.execute(db);
  assert.ok(answer.statusCode >= 500, String(answer.statusCode));
  assert.equal((await post('/collect', payload)).statusCode, 200);
  assert.deepEqual(
    (await taken()).map(({ id }) => id),
    [payload.events[0]?.id],
  );
});
