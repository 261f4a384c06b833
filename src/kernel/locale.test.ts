import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fallbacksOf, localeOf, parseLocale } from './locale.ts';

const FALLBACKS: readonly (readonly [tag: string, fallbacks: readonly string[]])[] = [
  ['de', ['de']],
  ['de-AT', ['de-AT', 'de']],
  ['zh-Hant-TW', ['zh-Hant-TW', 'zh-Hant', 'zh']],
  // RFC 4647, section 3.4: "zh-Hant-CN-x-private1-private2" loses `x` with the last private subtag.
  [
    'zh-Hant-CN-x-private1-private2',
    ['zh-Hant-CN-x-private1-private2', 'zh-Hant-CN-x-private1', 'zh-Hant-CN', 'zh-Hant', 'zh'],
  ],
];

for (const [tag, fallbacks] of FALLBACKS) {
  test(`a text for ${tag} is looked for in ${fallbacks.join(', ')}`, () => {
    assert.deepEqual(fallbacksOf(localeOf(tag)), fallbacks);
  });
}

test('a tag is read in canonical form, and what is none is not', () => {
  assert.equal(parseLocale('DE-at'), 'de-AT');
  assert.equal(parseLocale('not a language'), undefined);
  assert.equal(parseLocale('x'.repeat(36)), undefined);
  assert.throws(() => localeOf('?'), RangeError);
});
