import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ALL_COUNTRIES } from '../../platform/cockpit/form/countries.ts';
import { COUNTRIES } from './index.ts';

test('every country whose addresses are known can be chosen, each once', () => {
  assert.deepEqual([...ALL_COUNTRIES].toSorted(), [...COUNTRIES]);
});
