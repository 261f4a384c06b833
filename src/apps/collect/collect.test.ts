import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { takeWaiting } from '../../../test/collected.ts';
import { testDatabase } from '../../../test/database.ts';
import { signIn } from '../../../test/sign-in.ts';
import { aMember } from '../../../test/staff.ts';
import { newVisitorId, readDropped } from '../../modules/collector/index.ts';
import { staffCookieName } from '../../modules/staff/index.ts';
import { newToken } from '../../platform/auth/index.ts';
import { aCollectServer, anEvent, BROWSER, NOW, poster } from './testing/a-collect-server.ts';

const connection = await testDatabase();
const { db } = connection;
const server = await aCollectServer(connection);
after(() => server.close());
const post = poster(server);
const taken = () => takeWaiting(connection);

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

test('the cookie of consent is a visitor, but not to a browser that objects by Global Privacy Control', async () => {
  const visitor = newVisitorId();
  await post('/collect', { events: [anEvent()] }, { cookie: `visitor=${visitor}` });
  await post('/collect', { events: [anEvent()] }, { cookie: `visitor=${visitor}`, 'sec-gpc': '1' });
  await post('/collect', { events: [anEvent()] }, { cookie: 'visitor=short' });
  const [known, objecting, unknown] = await taken();
  assert.deepEqual([known?.['mode'], known?.['visitor']], ['consented', visitor]);
  assert.deepEqual([objecting?.['mode'], objecting?.['data']], ['cookieless', '{"gpc":true}']);
  assert.notEqual(objecting?.['visitor'], visitor);
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

test('one network may send only so often in a minute, and others go on', async () => {
  const limited = await aCollectServer(connection, 3);
  after(() => limited.close());
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
