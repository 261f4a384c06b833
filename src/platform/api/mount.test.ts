import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { z } from 'zod';
import { testDatabase } from '../../../test/database.ts';
import { endpoint, RateLimits, unlimitedFields, withinLimit } from './index.ts';
import { addressOf } from './rate-limits.ts';
import { aShelf, effectsOf, makeEffects, SHELF } from './testing/a-shelf-api.ts';

const { db } = await testDatabase();
await makeEffects(db);
const app = await aShelf(db);

const BOOK = { title: 'Emma', price: { amount: '12.50', currency: 'EUR' }, pages: 400 };

const add = (payload: unknown, headers: Record<string, string> = {}, on = app) =>
  on.inject({
    ...{ method: 'POST', url: '/api/shelf/v1/books' },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    headers: {
      ...{
        'content-type': 'application/json',
        authorization: 'Bearer writer',
        'idempotency-key': randomUUID(),
      },
      ...headers,
    },
  });

test('an endpoint answers by its contract', async () => {
  const answer = await app.inject('/api/shelf/v1/books/0198f5b2-7c1d-7aaa-8bbb-0123456789ab');
  assert.equal(answer.statusCode, 200);
  assert.equal(answer.headers['cache-control'], 'no-store');
  assert.equal(answer.json().title, 'Kim');
  const made = await add(BOOK);
  assert.equal(made.statusCode, 201);
  assert.deepEqual(made.json().price, { amount: '12.50', currency: 'EUR' });
});

test('a file is saved under its name, whatever is in it, and a refusal beside it is a problem', async () => {
  const answer = await app.inject('/api/shelf/v1/books/0198f5b2-7c1d-7aaa-8bbb-0123456789ab/text');
  assert.deepEqual([answer.statusCode, answer.body], [200, 'Kim by Rudyard Kipling']);
  assert.equal(answer.headers['content-type'], 'text/plain; charset=utf-8');
  const disposition = `attachment; filename="Kim__gr__er_.txt"; filename*=UTF-8''Kim%20%22gr%C3%B6%C3%9Fer%22.txt`;
  assert.equal(answer.headers['content-disposition'], disposition);
  assert.equal(answer.headers['x-content-type-options'], 'nosniff');
  const none = await app.inject(`/api/shelf/v1/books/${randomUUID()}/text`);
  assert.deepEqual([none.statusCode, none.json().code], [404, 'not_found']);
});

test('every wrong field is named, and nothing is written', async () => {
  const wrong = {
    title: '',
    price: { amount: '12.505', currency: 'EUR' },
    pages: 2.5,
    authors: [{ name: 'Jane' }, { nam: 'Jane' }],
    shelf: 7,
  };
  const answer = await add(wrong);
  assert.equal(answer.statusCode, 422);
  assert.match(String(answer.headers['content-type']), /^application\/problem\+json/);
  const { code, field, errors, instance, type, title } = answer.json();
  assert.deepEqual(
    [code, field, type, title],
    ['invalid_input', 'title', '/api/docs#problem-invalid_input', 'Unprocessable Entity'],
  );
  assert.equal(instance, answer.headers['x-request-id']);
  assert.deepEqual(
    errors.map((error: { field: string; code: string }) => `${error.field} ${error.code}`).toSorted(),
    [
      ...['authors[1].nam unknown_field', 'authors[1].name missing', 'pages wrong_type'],
      ...['price.amount invalid', 'shelf unknown_field', 'title too_small'],
    ],
  );
  assert.equal(await effectsOf(db, ''), 0);
});

test('bodies that are not what they should be are refused by name', async () => {
  const table: [body: string, status: number, code: string, field: string | undefined][] = [
    ['{', 400, 'malformed_body', 'body'],
    ['', 422, 'invalid_input', 'body'],
    ['[]', 422, 'invalid_input', 'body'],
    ['null', 422, 'invalid_input', 'body'],
    ['{"__proto__":{"isAdmin":true}}', 422, 'invalid_input', '__proto__'],
    ['{"title":"x","constructor":{"prototype":{"a":1}}}', 422, 'invalid_input', 'constructor'],
    [JSON.stringify({ ...BOOK, title: 'a\0b' }), 422, 'invalid_input', 'title'],
    ['{"title":"\\ud800"}', 422, 'invalid_input', 'title'],
    [`{"a":${'['.repeat(100)}${']'.repeat(100)}}`, 422, 'invalid_input', 'a'],
    [`{"pages":1e999}`, 422, 'invalid_input', 'title'],
  ];
  for (const [body, status, code, field] of table) {
    const answer = await add(body);
    const found = answer.json();
    assert.deepEqual([answer.statusCode, found.code, found.field], [status, code, field], body.slice(0, 60));
  }
  const form = await add('a=1', { 'content-type': 'application/x-www-form-urlencoded' });
  assert.deepEqual([form.statusCode, form.json().code], [415, 'unsupported_media_type']);
  const large = await add({ ...BOOK, title: 'x'.repeat(1_100_000) });
  assert.deepEqual([large.statusCode, large.json().code], [413, 'body_too_large']);
});

test('queries and addresses are as strict as bodies', async () => {
  const table = [
    ['/books?limit=0', 'limit'],
    ['/books?limit=101', 'limit'],
    ['/books?limit=1e2', 'limit'],
    ['/books?limit=1&limit=2', 'limit'],
    ['/books?colour=red', 'colour'],
    ['/books?__proto__=1', '__proto__'],
    ['/books/Kim', 'id'],
    ['/books/0198f5b2-7c1d-7aaa-8bbb-0123456789ab?x=1', 'x'],
  ] as const;
  for (const [path, field] of table) {
    const headers = { authorization: 'Bearer reader' };
    const answer = await app.inject({ url: `/api/shelf/v1${path}`, headers });
    assert.deepEqual([answer.statusCode, answer.json().field], [422, field], path);
  }
});

test('an address that is none, and a method that is not taken, say so', async () => {
  const none = await app.inject('/api/shelf/v1/films');
  assert.deepEqual([none.statusCode, none.json().code], [404, 'unknown_address']);
  const put = await app.inject({ method: 'PUT', url: '/api/shelf/v1/books' });
  assert.deepEqual([put.statusCode, put.headers['allow']], [405, 'GET, POST, HEAD, OPTIONS']);
});

test('who may not call is told what is missing, before anything is read', async () => {
  const table: [authorization: string | undefined, status: number, code: string][] = [
    [undefined, 401, 'unauthorized'],
    ['Bearer stranger', 401, 'unauthorized'],
    ['Bearer __proto__', 401, 'unauthorized'],
    ['Bearer reader', 403, 'forbidden'],
  ];
  for (const [authorization, status, code] of table) {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/shelf/v1/books',
      payload: {},
      headers: { 'idempotency-key': randomUUID(), ...(authorization ? { authorization } : {}) },
    });
    assert.deepEqual([answer.statusCode, answer.json().code], [status, code], String(authorization));
    if (status === 401) assert.equal(answer.headers['www-authenticate'], 'Bearer');
  }
});

const asStaff = (method: 'GET' | 'POST' | 'DELETE', path: string, headers: Record<string, string>) =>
  app.inject({
    ...{ method, url: `/api/shelf/v1${path}` },
    headers: { 'idempotency-key': randomUUID(), ...headers },
  });
const OWN = { 'sec-fetch-site': 'same-origin' };
const A_BOOK = '/books/0198f5b2-7c1d-7aaa-8bbb-0123456789ab';

test('a cookie speaks for a member of staff on this origin’s own pages, and a key in the header wins', async () => {
  const table: [headers: Record<string, string>, status: number][] = [
    [{ cookie: 'staff=cyd', ...OWN }, 200],
    [{ cookie: 'staff=cyd', 'sec-fetch-site': 'cross-site' }, 401],
    [{ cookie: 'staff=cyd', origin: 'https://evil.example' }, 401],
    [{ cookie: 'staff=stranger', ...OWN }, 401],
    [{ cookie: 'staff=cyd', authorization: 'Bearer stranger', ...OWN }, 401],
  ];
  for (const [headers, status] of table) {
    const answer = await asStaff('GET', '/books', headers);
    assert.equal(answer.statusCode, status, JSON.stringify(headers));
  }
  const forged = { cookie: 'staff=ada', origin: 'https://evil.example' };
  assert.equal((await asStaff('POST', '/looks', forged)).statusCode, 401);
});

test('a member of staff may what a role of theirs may, and what needs no more than being one of them', async () => {
  const answer = await asStaff('DELETE', A_BOOK, { cookie: 'staff=cyd', ...OWN });
  assert.deepEqual([answer.statusCode, answer.json().code], [403, 'forbidden']);
  assert.match(answer.json().detail, /none of your roles/);
  const key = await asStaff('POST', '/looks', { authorization: 'Bearer writer' });
  assert.deepEqual([key.statusCode, key.json().code], [403, 'forbidden']);
});

test('who confirmed within ten minutes that it is they goes on; others are asked; programs cannot be', async () => {
  const table: [headers: Record<string, string>, status: number, code: string | undefined][] = [
    [{ cookie: 'staff=ada', ...OWN }, 200, undefined],
    [{ cookie: 'staff=bob', ...OWN }, 403, 'step_up_required'],
    [{ authorization: 'Bearer writer' }, 200, undefined],
  ];
  for (const [headers, status, code] of table) {
    const answer = await asStaff('DELETE', A_BOOK, headers);
    assert.deepEqual([answer.statusCode, answer.json().code], [status, code], JSON.stringify(headers));
  }
});

test('an answer has headers of its own once; who repeats the request gets the answer without', async () => {
  const headers = { cookie: 'staff=ada', 'idempotency-key': randomUUID(), ...OWN };
  const first = await asStaff('POST', '/looks', headers);
  assert.deepEqual([first.json(), first.headers['set-cookie']], [{ name: 'ada' }, ['looked=1; Path=/']]);
  const again = await asStaff('POST', '/looks', headers);
  assert.deepEqual([again.json(), again.headers['set-cookie']], [{ name: 'ada' }, undefined]);
  const other = await asStaff('POST', '/looks', { ...headers, cookie: 'staff=bob' });
  assert.deepEqual(other.json(), { name: 'bob' }, 'keys are each member’s own');
});

test('a limit is what one act may come to, for members of staff who have one', () => {
  const limits = new Map([['books:write', 100n]]);
  const staff = { kind: 'staff', id: 'a', name: 'a', sessionId: 's', limits, ...NO_RIGHTS } as const;
  const key = { kind: 'key', id: 'k', name: 'k', permissions: new Set<string>() } as const;
  assert.deepEqual(
    [100n, 101n].map((amount) => withinLimit(staff, 'books:write', amount)),
    [true, false],
  );
  assert.ok(withinLimit(staff, 'books:read', 1_000_000n));
  assert.ok(withinLimit(key, 'books:write', 101n));
});
const NO_RIGHTS = { permissions: new Set<string>(), steppedUpAt: undefined };

test('a field that is not documented does not leave: an error in tests, left out in production', async () => {
  const leaky = { ...BOOK, title: 'leaky' };
  assert.equal((await add(leaky)).statusCode, 500);
  const production = await aShelf(db, { isStrict: false });
  const answer = await add(leaky, {}, production);
  assert.deepEqual([answer.statusCode, Object.keys(answer.json())], [201, ['id', 'title', 'price']]);
});

test('our own mistake is told without detail, and undone', async () => {
  const answer = await add({ ...BOOK, title: 'broken' });
  assert.deepEqual([answer.statusCode, answer.json().code], [500, 'internal']);
  assert.ok(!answer.body.includes('hunter2'));
  assert.equal(await effectsOf(db, 'broken'), 0);
});

test('a caller has so many requests a minute, reads and writes apart, and others are not held up', async () => {
  const limited = await aShelf(db, { limits: new RateLimits(10) });
  const read = (authorization: string) =>
    limited.inject({ url: '/api/shelf/v1/books', headers: { authorization } });
  const statuses = await Promise.all(Array.from({ length: 12 }, () => read('Bearer reader')));
  assert.equal(statuses.filter(({ statusCode }) => statusCode === 200).length, 10);
  const last = await read('Bearer reader');
  assert.deepEqual([last.statusCode, last.json().code], [429, 'too_many_requests']);
  assert.deepEqual(
    [last.headers['ratelimit-limit'], last.headers['ratelimit-remaining'], last.headers['retry-after']],
    ['10', '0', '60'],
  );
  assert.equal((await read('Bearer writer')).statusCode, 200);
  assert.equal((await add(BOOK, {}, limited)).statusCode, 201);
  assert.equal((await read('Bearer nobody')).statusCode, 401);
  assert.equal((await read('Bearer nobody')).statusCode, 429, 'wrong keys are guesses');
});

test('the window slides: half a minute later half of the last minute still counts', () => {
  const limits = new RateLimits(10);
  const take = (atMs: number) => limits.take('a', 'read', atMs).isAllowed;
  for (let count = 0; count < 10; count += 1) assert.ok(take(59_000));
  assert.equal(take(60_000), false);
  const allowed = Array.from({ length: 10 }, () => take(90_000)).filter(Boolean);
  assert.equal(allowed.length, 5);
});

test('a household of IPv6 is one caller', () => {
  assert.equal(addressOf('2001:db8:1:2:a::1'), addressOf('2001:db8:1:2:b::9'));
  assert.notEqual(addressOf('2001:db8:1:2::1'), addressOf('2001:db8:1:3::1'));
  assert.equal(addressOf('::ffff:192.0.2.1'), '192.0.2.1');
});

test('every field of an input has a limit, and the search for those without finds them', () => {
  assert.deepEqual(Object.values(SHELF.endpoints).flatMap(unlimitedFields), []);
  const open = z.object({
    a: z.string(),
    b: z.array(z.int()),
    c: z.strictObject({ d: z.record(z.string(), z.boolean()) }),
  });
  const endless = endpoint({
    ...{ method: 'PUT', path: '/', group: '', summary: '', audience: 'public', rate: 'write' },
    ...{ body: open, output: z.object({}), refusals: {} },
  });
  assert.deepEqual(unlimitedFields(endless), [
    ...['a: any length', 'b: any count', 'b[]: any number', 'c.d: any names', ': any names'],
  ]);
});

test('browsers elsewhere may ask an API that is open to them, and no other', async () => {
  const open = await aShelf(db, { isOpenToBrowsers: true });
  const preflight = await open.inject({ method: 'OPTIONS', url: '/api/shelf/v1/books' });
  assert.equal(preflight.statusCode, 204);
  assert.equal(preflight.headers['access-control-allow-origin'], '*');
  assert.match(String(preflight.headers['access-control-allow-headers']), /idempotency-key/);
  const closed = await app.inject('/api/shelf/v1/books');
  assert.equal(closed.headers['access-control-allow-origin'], undefined);
});
