import assert from 'node:assert/strict';
import { test } from 'node:test';
import { regionOf } from './language.ts';

test('dates and numbers are written as the browser writes the person’s language, if it names a form of it', () => {
  assert.equal(regionOf('en', ['de-AT', 'en-AU', 'en']), 'en-AU');
  assert.equal(regionOf('de', ['DE-at']), 'DE-at');
  assert.equal(regionOf('es', ['est', 'et']), 'es', 'Estonian is no Spanish');
});

test('a tag that is none is passed over', () => {
  assert.equal(regionOf('en', ['en-US@posix']), 'en');
  assert.equal(regionOf('en', ['en-US@posix', '', 'en_GB', 'en-GB']), 'en-GB');
});
