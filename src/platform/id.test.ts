import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseId } from '../kernel/index.ts';
import { newId } from './id.ts';

test('ids are all different, canonical, and later ones sort later to the millisecond', () => {
  const ids = Array.from({ length: 5_000 }, () => newId<'product'>());
  assert.equal(new Set(ids).size, ids.length);
  assert.ok(ids.every((id) => parseId(id) === id));
  // 74 of the 128 bits are random: no two share them, also where a block of random bytes ends.
  assert.equal(new Set(ids.map((id) => id.slice(15))).size, ids.length);
  const milliseconds = ids.map((id) => id.slice(0, 13));
  assert.deepEqual(milliseconds, milliseconds.toSorted());
});
