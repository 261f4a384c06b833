import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ALL_COUNTRIES } from './countries.ts';

test('every country stands in one part of the world, and is one that has a name', () => {
  assert.deepEqual([...new Set(ALL_COUNTRIES)], ALL_COUNTRIES);
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  assert.deepEqual(
    ALL_COUNTRIES.filter((code) => names.of(code) === undefined),
    [],
  );
  // ISO 3166-1 has 249, and Kosovo has a code that carriers use.
  assert.equal(ALL_COUNTRIES.length, 250);
});
