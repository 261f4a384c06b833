import assert from 'node:assert/strict';
import { test } from 'node:test';
import { COUNTRY_CODES } from '../text/country-codes.ts';
import { ALL_COUNTRIES } from './countries.ts';

test('every country stands in one part of the world', () => {
  assert.deepEqual([...ALL_COUNTRIES].toSorted(), [...COUNTRY_CODES].toSorted());
});
