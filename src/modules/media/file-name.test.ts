import assert from 'node:assert/strict';
import { test } from 'node:test';
import { distinctFileName, fileNameOf } from './file-name.ts';

const CASES: readonly (readonly [given: string, got: string])[] = [
  ['mug.jpg', 'mug.jpg'],
  ['a/b/mug.jpg', 'mug.jpg'],
  ['..\\..\\evil.png', 'evil.png'],
  ['..', ''],
  ['.htaccess', 'htaccess'],
  ['a:b|c?.pdf', 'a-b-c-.pdf'],
  ['line\nbreak.svg', 'line-break.svg'],
  [`${'x'.repeat(300)}.webp`, `${'x'.repeat(180)}.webp`],
  ['', ''],
];

for (const [given, got] of CASES) {
  test(`${JSON.stringify(given.slice(0, 30))} is kept as ${JSON.stringify(got.slice(0, 30))}`, () => {
    assert.equal(fileNameOf(given), got);
  });
}

test('the second file of a name is told apart before its ending', () => {
  assert.equal(distinctFileName('mug.jpg', '0198-1234abcd'), 'mug~1234abcd.jpg');
  assert.equal(distinctFileName('mug', '0198-1234abcd'), 'mug~1234abcd');
});
