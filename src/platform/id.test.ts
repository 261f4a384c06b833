import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseId } from '../kernel/index.ts';
import { newId } from './id.ts';

test('ids are all different, canonical, and later ones sort later, also within a millisecond', () => {
  const ids = Array.from({ length: 20_000 }, () => newId<'product'>());
  assert.equal(new Set(ids).size, ids.length);
  assert.ok(ids.every((id) => parseId(id) === id));
  // 62 of the 128 bits are random: no two share them, also where a block of random bytes ends.
  assert.equal(new Set(ids.map((id) => id.slice(19))).size, ids.length);
  assert.deepEqual(ids, ids.toSorted());
});

test('ids go on where the clock goes back', (context) => {
  const before = newId();
  context.mock.method(Date, 'now', () => 1_000);
  const after = newId();
  assert.ok(after > before, `${after} comes after ${before}`);
});
