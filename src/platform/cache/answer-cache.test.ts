import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { AnswerCache, encodingFor, type StoredAnswer, storedAnswer } from './index.ts';

const aPage = (text: string, tags: readonly string[] = [], expiresAt = 1_000): StoredAnswer =>
  storedAnswer({ contentType: 'text/html', text, tags, expiresAt });

test('a hundred visitors at once cause one rendering', async () => {
  const cache = new AnswerCache<never>({ maxBytes: 1e6 });
  let renders = 0;
  const render = async () => {
    renders += 1;
    await Promise.resolve();
    return aPage('once');
  };
  const pages = await Promise.all(Array.from({ length: 100 }, () => cache.render('/', render)));
  assert.equal(renders, 1);
  assert.ok(pages.every((page) => page === pages[0]));
  assert.equal(cache.get('/', 0), pages[0]);
});

test('a change ends the pages that show it and no others', async () => {
  const cache = new AnswerCache<never>({ maxBytes: 1e6 });
  await cache.render('/a', async () => aPage('a', ['product:1', 'listings']));
  await cache.render('/b', async () => aPage('b', ['product:2']));
  cache.forget(['product:1']);
  assert.equal(cache.get('/a', 0), undefined);
  assert.ok(cache.get('/b', 0));
});

test('a page rendered while its product changed is not kept, and later visitors do not join it', async () => {
  const cache = new AnswerCache<never>({ maxBytes: 1e6 });
  const old = Promise.withResolvers<StoredAnswer>();
  const asked = cache.render('/a', () => old.promise);
  cache.forget(['product:1']);
  const fresh = cache.render('/a', async () => aPage('new', ['product:1']));
  assert.equal((await fresh).body.toString(), 'new');
  old.resolve(aPage('old', ['product:1']));
  assert.equal((await asked).body.toString(), 'old');
  assert.equal(cache.get('/a', 0)?.body.toString(), 'new');
});

test('a rendering that began before a full flush is not kept', async () => {
  const cache = new AnswerCache<never>({ maxBytes: 1e6 });
  const old = Promise.withResolvers<StoredAnswer>();
  const asked = cache.render('/a', () => old.promise);
  cache.clear();
  old.resolve(aPage('old'));
  await asked;
  assert.equal(cache.get('/a', 0), undefined);
});

test('a failed rendering reaches all who waited and is tried again', async () => {
  const cache = new AnswerCache<never>({ maxBytes: 1e6 });
  const failing = async () => {
    throw new Error('database is away');
  };
  await assert.rejects(Promise.all([cache.render('/', failing), cache.render('/', failing)]), /away/);
  assert.equal((await cache.render('/', async () => aPage('back'))).body.toString(), 'back');
});

test('a page ends at its time', async () => {
  const cache = new AnswerCache<never>({ maxBytes: 1e6 });
  await cache.render('/', async () => aPage('x', [], 1_000));
  assert.ok(cache.get('/', 999));
  assert.equal(cache.get('/', 1_000), undefined);
  assert.equal(cache.bytes, 0);
});

test('the bytes stay within the bound, with encodings counted, and the unused leave first', async () => {
  const cache = new AnswerCache<never>({ maxBytes: 100_000 });
  const text = 'x'.repeat(20_000);
  for (const key of ['/1', '/2', '/3', '/4']) await cache.render(key, async () => aPage(text));
  cache.get('/1', 0);
  await cache.render('/5', async () => aPage(text));
  assert.deepEqual(
    ['/1', '/2', '/5'].map((key) => cache.get(key, 0) !== undefined),
    [true, false, true],
  );
  const page = cache.get('/5', 0);
  assert.ok(page);
  const before = cache.bytes;
  const encoded = await cache.body('/5', page, 'br');
  assert.equal(brotliDecompressSync(encoded).toString(), text);
  assert.equal(cache.bytes, before + encoded.byteLength);
  assert.equal(await cache.body('/5', page, 'br'), encoded, 'compressed once');
  assert.ok(cache.bytes <= 100_000);
});

test('the encoding is the best the visitor accepts', () => {
  const rows: readonly [string | undefined, string][] = [
    [undefined, 'identity'],
    ['gzip, deflate, br', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['gzip;q=0', 'identity'],
    ['br;q=0.5', 'br'],
    ['brotli', 'identity'],
  ];
  for (const [header, expected] of rows) assert.equal(encodingFor(header), expected, String(header));
});
