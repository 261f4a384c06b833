import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isLinkTarget, isLocalPath, normalisePath } from './address.ts';
import { checkRedirects, type KeptRedirect, mergeRedirects } from './redirect-rules.ts';

const NORMAL: readonly [string, string | undefined][] = [
  ['/Old//Page/', '/old/page'],
  ['/', '/'],
  ['https://old.example/Shop/Caf%C3%A9/?id=5#top', '/shop/café?id=5'],
  ['/cafe\u0301', '/café'],
  ['/index.php?Id=5', '/index.php?Id=5'],
  ['/a/?', '/a'],
  ['  /a ', '/a'],
  ['old/page', undefined],
  ['', undefined],
  ['/%zz', undefined],
  ['/a%0d%0ab', undefined],
  ['/a\\b', undefined],
  [`/${'x'.repeat(3_000)}`, undefined],
];
for (const [text, wanted] of NORMAL) {
  test(`${JSON.stringify(text).slice(0, 60)} is looked up as ${wanted}`, () => {
    assert.equal(normalisePath(text), wanted);
    if (wanted !== undefined && !text.includes('%')) assert.equal(normalisePath(wanted), wanted);
  });
}

test('only a path that no browser reads as another host is local', () => {
  for (const text of ['/', '/a', '/a?b=c#d', '/a//b', '/@evil', '/x:y']) assert.ok(isLocalPath(text), text);
  const foreign = [
    '',
    'a',
    '//evil.example',
    '/\\evil.example',
    '\\/evil',
    'https://evil.example',
    '/a\nb',
    '/\t/evil',
  ];
  for (const text of [...foreign, 'javascript:alert(1)', '/a\\..\\b']) assert.ok(!isLocalPath(text), text);
});

test('a link may lead to the web but never run a script', () => {
  const good = ['/a', 'https://a.example/b', 'mailto:a@b.example', 'tel:+4712345678'];
  for (const text of good) assert.ok(isLinkTarget(text), text);
  for (const text of [
    'javascript:alert(1)',
    'data:text/html,x',
    '//a.example',
    'https://',
    ' https://a.example',
  ]) {
    assert.ok(!isLinkTarget(text), text);
  }
});

test('bad redirects are refused by name and the others are kept', () => {
  const { accepted, refused } = checkRedirects([
    { path: '/Old/', target: ' /products/New ' },
    { path: 'old', target: '/a' },
    { path: '/', target: '/a' },
    { path: '/x', target: 'https://elsewhere.example' },
    { path: '/x', target: '//elsewhere.example' },
  ]);
  assert.deepEqual(accepted, [{ path: '/old', target: '/products/New', targetPath: '/products/new' }]);
  assert.deepEqual(
    refused.map(({ refusal }) => refusal.code),
    ['path_invalid', 'path_invalid', 'target_not_local', 'target_not_local'],
  );
});

const to = (path: string, target: string): KeptRedirect => ({ path, target, targetPath: target });

test('chains are collapsed in every order, and the same again writes nothing', () => {
  const merged = mergeRedirects([to('/a', '/b')], [to('/c', '/d'), to('/b', '/c'), to('/z', '/a')]);
  const wanted = [to('/c', '/d'), to('/b', '/d'), to('/a', '/d'), to('/z', '/d')];
  assert.deepEqual(new Set(merged.writes), new Set(wanted));
  assert.deepEqual(mergeRedirects(wanted, [to('/a', '/d')]).writes, []);
});

test('what would lead back to itself is refused', () => {
  assert.equal(mergeRedirects([], [to('/a', '/a')]).refused.length, 1);
  assert.equal(mergeRedirects([to('/a', '/b')], [to('/b', '/a')]).refused.length, 1);
  assert.equal(mergeRedirects([], [to('/a', '/b'), to('/b', '/c'), to('/c', '/a')]).refused.length, 1);
});

const path = fc.constantFrom('/a', '/b', '/c', '/d', '/e');
const additions = fc.array(
  fc.tuple(path, path).map(([from, target]) => to(from, target)),
  { maxLength: 12 },
);

test('whatever is added, every redirect ends in one step', () => {
  fc.assert(
    fc.property(fc.array(additions, { maxLength: 4 }), (batches) => {
      let kept: readonly KeptRedirect[] = [];
      for (const batch of batches) {
        const { writes } = mergeRedirects(kept, batch);
        kept = [...new Map([...kept, ...writes].map((one) => [one.path, one])).values()];
      }
      const paths = new Set(kept.map((one) => one.path));
      return kept.every((one) => !paths.has(one.targetPath));
    }),
  );
});
