import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SCOPES } from '../index.ts';
import { SCOPE_GROUPS } from './scope-groups.ts';

test('every permission that there is stands in one group, so that a key can be given it', () => {
  const listed = SCOPE_GROUPS.flatMap(([, scopes]) => scopes);
  assert.deepEqual(listed.toSorted(), Object.keys(SCOPES).toSorted());
});
