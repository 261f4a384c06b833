import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mergeFields } from './merge-fields.ts';

test('what only one changed is taken from them, and what both changed is named', () => {
  const base = { name: 'A', phone: '', tags: ['x'] };
  const mine = { name: 'B', phone: '1', tags: ['x'] };
  const theirs = { name: 'C', phone: '', tags: ['x', 'y'] };
  assert.deepEqual(mergeFields(base, mine, theirs), {
    merged: { name: 'B', phone: '1', tags: ['x', 'y'] },
    conflicts: ['name'],
  });
  assert.deepEqual(mergeFields(base, mine, { ...base, name: 'B' }).conflicts, []);
});

test('nothing of either is lost: each field is the one of somebody who changed it', () => {
  const form = fc.record({ a: fc.nat(2), b: fc.nat(2), c: fc.nat(2) });
  fc.assert(
    fc.property(form, form, form, (base, mine, theirs) => {
      const { merged, conflicts } = mergeFields(base, mine, theirs);
      for (const field of ['a', 'b', 'c'] as const) {
        const [isMine, isTheirs] = [mine[field] !== base[field], theirs[field] !== base[field]];
        assert.equal(merged[field], isMine ? mine[field] : theirs[field]);
        assert.equal(conflicts.includes(field), isMine && isTheirs && mine[field] !== theirs[field]);
      }
    }),
  );
});
