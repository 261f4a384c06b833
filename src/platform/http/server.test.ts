import assert from 'node:assert/strict';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { pino } from 'pino';
import { closeGracefully, makeMetrics, makeServer, markReady, type ServerOptions } from './index.ts';

const log = pino({ level: 'silent' });
const PAGE = `<!doctype html>${'<p>A mug of stoneware.</p>'.repeat(800)}`;

async function aServer(options: Partial<ServerOptions> = {}) {
  const app = await makeServer({ log, checks: {}, metrics: makeMetrics(), ...options });
  app.get('/page', (_request, reply) => reply.type('text/html').send(PAGE));
  app.get('/small', (_request, reply) => reply.type('text/plain').send('small'));
  app.get('/broken', () => {
    throw new Error('the password is hunter2');
  });
  app.post('/echo', (request) => request.body);
  return app;
}

test('every answer has a request id and the security headers, and HSTS where there is https', async () => {
  const { headers } = await (await aServer()).inject('/small');
  assert.match(String(headers['x-request-id']), /^[\w-]{8,}/);
  assert.equal(
    headers['content-security-policy'],
    [
      "default-src 'self';img-src 'self' data:;style-src 'self';script-src 'self';object-src 'none'",
      "base-uri 'none';form-action 'self';frame-ancestors 'none'",
    ].join(';'),
  );
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.equal(headers['referrer-policy'], 'strict-origin-when-cross-origin');
  assert.equal(headers['cross-origin-opener-policy'], 'same-origin');
  assert.match(String(headers['permissions-policy']), /camera=\(\)/);
  assert.equal(headers['strict-transport-security'], undefined);
  const secure = await (await aServer({ isSecure: true })).inject('/small');
  assert.match(String(secure.headers['strict-transport-security']), /max-age=31536000/);
});

test('a request id from outside is kept only from a trusted proxy, and only when it is sane', async () => {
  const ask = async (trustProxy: boolean, id: string) =>
    (await (await aServer({ trustProxy })).inject({ url: '/small', headers: { 'x-request-id': id } }))
      .headers['x-request-id'];
  assert.equal(await ask(true, 'proxy-12345'), 'proxy-12345');
  assert.notEqual(await ask(false, 'proxy-12345'), 'proxy-12345');
  assert.notEqual(await ask(true, 'a b\u00e4 <script>'), 'a b\u00e4 <script>');
});

for (const [name, encoding, unpack] of [
  ['br, gzip', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
] as const) {
  test(`a page is packed for a browser that takes ${name}, a small answer is not`, async () => {
    const app = await aServer();
    const headers = { 'accept-encoding': name };
    const page = await app.inject({ url: '/page', headers });
    assert.equal(page.headers['content-encoding'], encoding);
    assert.equal(String(unpack(page.rawPayload)), PAGE);
    assert.match(String(page.headers['vary']), /accept-encoding/i);
    assert.equal((await app.inject({ url: '/small', headers })).headers['content-encoding'], undefined);
  });
}

test('who has the page already gets 304 and no body, packed or not', async () => {
  const app = await aServer();
  const { headers } = await app.inject('/page');
  for (const encoding of ['identity', 'br']) {
    const again = await app.inject({
      url: '/page',
      headers: { 'if-none-match': String(headers.etag), 'accept-encoding': encoding },
    });
    assert.equal(again.statusCode, 304);
    assert.equal(again.rawPayload.length, 0);
  }
});

test('a program gets problem+json, a person a page, and nobody our secrets', async () => {
  const app = await aServer({ errorPage: (_request, { status }) => `<h1>${status}</h1>` });
  const program = await app.inject({ url: '/broken', headers: { accept: 'application/json' } });
  assert.equal(program.statusCode, 500);
  assert.match(String(program.headers['content-type']), /^application\/problem\+json/);
  assert.deepEqual(program.json(), {
    type: 'about:blank',
    title: 'Internal Server Error',
    status: 500,
    instance: program.headers['x-request-id'],
  });
  const person = await app.inject({ url: '/nowhere', headers: { accept: 'text/html,*/*' } });
  assert.deepEqual([person.statusCode, person.body], [404, '<h1>404</h1>']);
  const broken = await aServer({
    errorPage: () => {
      throw new Error('this too');
    },
  });
  const plain = await broken.inject({ url: '/broken', headers: { accept: 'text/html' } });
  assert.match(String(plain.headers['content-type']), /^application\/problem\+json/);
});

test('a body over the limit, and one that is no JSON, are refused by name', async () => {
  const app = await aServer({ bodyLimitBytes: 100 });
  const large = await app.inject({ method: 'POST', url: '/echo', payload: { text: 'x'.repeat(200) } });
  assert.equal(large.statusCode, 413);
  const bad = await app.inject({
    method: 'POST',
    url: '/echo',
    headers: { 'content-type': 'application/json' },
    payload: '{',
  });
  assert.equal(bad.statusCode, 400);
  assert.match(bad.json().detail, /JSON/);
});

test('it is alive at once, and ready only when told and when all checks hold', async () => {
  let database: () => Promise<unknown> = () => Promise.resolve();
  const app = await aServer({ checks: { database: () => database() } });
  const ready = async () => {
    const { statusCode, body } = await app.inject('/readyz');
    return [statusCode, JSON.parse(body)];
  };
  assert.equal((await app.inject('/healthz')).statusCode, 200);
  assert.deepEqual(await ready(), [503, { status: 'starting', checks: { database: 'ok' } }]);
  markReady(app);
  assert.deepEqual(await ready(), [200, { status: 'ready', checks: { database: 'ok' } }]);
  database = () => Promise.reject(new Error('gone'));
  assert.deepEqual(await ready(), [503, { status: 'failing', checks: { database: 'failed' } }]);
  database = () => new Promise(() => undefined);
  assert.deepEqual(await ready(), [503, { status: 'failing', checks: { database: 'too_slow' } }]);
});

test('closing lets a request under way end, says so at /readyz, and takes no new connection', async () => {
  const app = await aServer();
  const goOn = Promise.withResolvers<void>();
  const entered = Promise.withResolvers<void>();
  app.get('/slow', async () => {
    entered.resolve();
    await goOn.promise;
    return 'done';
  });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  markReady(app);
  const slow = fetch(`${address}/slow`);
  await entered.promise;
  const closed = closeGracefully(app, { drainMs: 100 });
  assert.equal((await fetch(`${address}/readyz`)).status, 503);
  await new Promise((resolve) => setTimeout(resolve, 200));
  await assert.rejects(fetch(`${address}/small`));
  goOn.resolve();
  assert.equal(await (await slow).text(), 'done');
  await closed;
});

test('a request that does not end is cut off when the time is over', async () => {
  const app = await aServer();
  app.get('/never', () => new Promise(() => undefined));
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const never = fetch(`${address}/never`).then(
    () => 'answered',
    () => 'cut',
  );
  await once(app.server, 'request');
  await closeGracefully(app, { withinMs: 50 });
  assert.equal(await never, 'cut');
});

test('metrics are for this machine or a token, count by route, and are not there for others', async () => {
  const app = await aServer({ metricsToken: 'sesame' });
  await app.inject('/small?x=1');
  const ask = (headers: Record<string, string>, remoteAddress = '10.1.1.1') =>
    app.inject({ url: '/metrics', headers, remoteAddress });
  const local = await ask({}, '127.0.0.1');
  assert.match(
    local.body,
    /http_request_duration_seconds_count\{method="GET",route="\/small",status="200"\} 1/,
  );
  assert.match(local.body, /nodejs_eventloop_lag_seconds/);
  assert.equal((await ask({ authorization: 'Bearer sesame' })).statusCode, 200);
  assert.equal((await ask({ authorization: 'Bearer wrong' })).statusCode, 404);
  assert.equal((await ask({})).statusCode, 404);
  assert.equal((await ask({ 'x-forwarded-for': '10.2.2.2' }, '127.0.0.1')).statusCode, 404);
});

test('the log has one line a request, with its id, and neither query, body nor headers', async () => {
  const lines = new PassThrough();
  const app = await aServer({ log: pino({ level: 'info' }, lines) });
  const { headers } = await app.inject({
    method: 'POST',
    url: '/echo?token=secret1',
    headers: { authorization: 'secret2' },
    payload: { password: 'secret3' },
  });
  const text = String(lines.read());
  assert.equal(text.trim().split('\n').length, 1);
  assert.equal(JSON.parse(text).reqId, headers['x-request-id']);
  assert.equal(JSON.parse(text).path, '/echo');
  assert.doesNotMatch(text, /secret/);
});
