import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expectOk } from '../../kernel/index.ts';
import { type FetchOptions, guardedFetch } from './index.ts';

const BOMB = brotliCompressSync(Buffer.alloc(20_000_000));
const hits: string[] = [];
const routes: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  '/picture': (request, response) => {
    response.writeHead(200, { 'content-type': 'image/png; charset=x' }).end(`for ${request.headers.host}`);
  },
  '/inside': (_, response) => redirect(response, `http://127.0.0.1:${port}/picture`),
  '/metadata': (_, response) => redirect(response, 'http://169.254.169.254/latest/meta-data/'),
  '/file': (_, response) => redirect(response, 'file:///etc/passwd'),
  '/once': (_, response) => redirect(response, '/picture'),
  '/round': (_, response) => redirect(response, '/round'),
  '/slow': (_, response) => void response.writeHead(200, { 'content-type': 'image/png' }).write('x'),
  '/gone': (_, response) => void response.writeHead(404).end(),
  '/busy': (_, response) => void response.writeHead(503).end(),
  '/gzip': (_, response) => {
    response.writeHead(200, { 'content-type': 'image/png', 'content-encoding': 'gzip' });
    response.end(gzipSync('unpacked'));
  },
  '/bomb': (_, response) => {
    response.writeHead(200, { 'content-type': 'image/png', 'content-encoding': 'br' });
    response.end(BOMB);
  },
  '/html': (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
  '/long': (_, response) =>
    void response.writeHead(200, { 'content-type': 'image/png' }).end('x'.repeat(2000)),
};
const server = createServer((request, response) => {
  hits.push(request.url ?? '');
  routes[request.url ?? '']?.(request, response);
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = server.address() as AddressInfo;
after(() => {
  server.closeAllConnections();
  server.close();
});

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location }).end();
}

const OPTIONS: FetchOptions = {
  maxBytes: 1000,
  timeoutMs: 400,
  accept: ['image/'],
  ports: [80, 443, port],
  allowPrivate: (host) => host === 'pictures.example',
  resolve: async () => ['127.0.0.1'],
};
const ours = (path: string) => `http://pictures.example:${port}${path}`;

async function refusalOf(url: string, options: Partial<FetchOptions> = {}) {
  const result = await guardedFetch(url, { ...OPTIONS, ...options });
  return result.ok ? 'fetched' : result.refusal.code;
}

test('what is fetched comes with its type and final address, under the name that was asked for', async () => {
  const fetched = expectOk(await guardedFetch(ours('/once'), OPTIONS));
  assert.equal(String(fetched.data), `for pictures.example:${port}`);
  assert.equal(fetched.mime, 'image/png');
  assert.equal(fetched.url, ours('/picture'));
});

for (const host of [
  '127.0.0.1',
  '2130706433',
  '0x7f000001',
  '0177.0.0.1',
  '127.1',
  '0',
  '[::1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[64:ff9b::7f00:1]',
  '169.254.169.254',
  '①②⑦.0.0.1',
]) {
  test(`${host} is refused before any connection`, async () => {
    hits.length = 0;
    assert.equal(await refusalOf(`http://${host}:${port}/picture`), 'private_address');
    assert.deepEqual(hits, []);
  });
}

test('a name is refused when only one of its addresses is private', async () => {
  const resolve = async () => ['8.8.8.8', '10.0.0.7'];
  assert.equal(await refusalOf('http://mixed.example/', { resolve }), 'private_address');
});

test('a name that is public when checked and private when connected is resolved only once', async () => {
  hits.length = 0;
  const answers = [['8.8.8.8'], ['127.0.0.1'], ['127.0.0.1']];
  let asked = 0;
  const resolve = async () => answers[asked++] ?? [];
  const code = await refusalOf(`http://rebind.example:${port}/picture`, { resolve });
  assert.ok(code === 'too_slow' || code === 'unreachable', code);
  assert.equal(asked, 1);
  assert.deepEqual(hits, []);
});

for (const [path, code] of [
  ['/inside', 'private_address'],
  ['/metadata', 'private_address'],
  ['/file', 'bad_address'],
  ['/round', 'too_many_redirects'],
  ['/slow', 'too_slow'],
  ['/gone', 'bad_status'],
  ['/busy', 'bad_status'],
  ['/html', 'wrong_type'],
  ['/long', 'too_large'],
  ['/bomb', 'too_large'],
] as const) {
  test(`${path} is refused: ${code}`, async () => {
    assert.equal(await refusalOf(ours(path)), code);
  });
}

test('compressed content is unpacked', async () => {
  assert.equal(String(expectOk(await guardedFetch(ours('/gzip'), OPTIONS)).data), 'unpacked');
});

for (const url of [
  'ftp://shop.example/a',
  'javascript:alert(1)',
  'not an address',
  'http://a:b@shop.example/',
  'http://shop.example:22/',
  'http://shop.example:6379/',
  '//shop.example/a',
]) {
  test(`${url} is no address to fetch from`, async () => {
    assert.equal(await refusalOf(url), 'bad_address');
  });
}

test('a busy server may be asked again later, a missing file may not', async () => {
  const busy = await guardedFetch(ours('/busy'), OPTIONS);
  const gone = await guardedFetch(ours('/gone'), OPTIONS);
  assert.equal(!busy.ok && busy.refusal.isTransient, true);
  assert.equal(!gone.ok && gone.refusal.isTransient, false);
});

test('a name that is not known is unreachable, also when the resolver never answers', async () => {
  const unknown = () => Promise.reject(new Error('ENOTFOUND'));
  assert.equal(await refusalOf('http://nowhere.example/', { resolve: unknown }), 'unreachable');
  const silent = () => new Promise<never>(() => undefined);
  assert.equal(await refusalOf('http://silent.example/', { resolve: silent, timeoutMs: 100 }), 'too_slow');
});
