import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { differencesBetween, type FieldRules, type Json } from './difference.ts';

test('only what differs is named, by a path that a person recognises', () => {
  const table: [before: Json | undefined, after: Json | undefined, found: object[]][] = [
    [{ a: 1, b: { c: 'x' } }, { a: 1, b: { c: 'y' } }, [{ field: 'b.c', before: 'x', after: 'y' }]],
    [{ a: 1 }, { a: 1, b: null }, [{ field: 'b', after: null }]],
    [
      undefined,
      { name: 'Post', days: 2 },
      [
        { field: 'name', after: 'Post' },
        { field: 'days', after: 2 },
      ],
    ],
    [{ name: 'Post' }, undefined, [{ field: 'name', before: 'Post' }]],
    [{ tags: ['a'] }, { tags: ['a', 'b'] }, [{ field: 'tags', before: ['a'], after: ['a', 'b'] }]],
    [
      {
        rates: [
          { id: 'x', price: '1' },
          { id: 'y', price: '2' },
        ],
      },
      { rates: [{ id: 'y', price: '3' }] },
      [
        { field: 'rates[id=x].id', before: 'x' },
        { field: 'rates[id=x].price', before: '1' },
        { field: 'rates[id=y].price', before: '2', after: '3' },
      ],
    ],
    [{ zones: [{ upTo: 1 }] }, { zones: [{ upTo: 2 }] }, [{ field: 'zones[0].upTo', before: 1, after: 2 }]],
    [{ a: 1 }, { a: { b: 1 } }, [{ field: 'a', before: 1, after: { b: 1 } }]],
  ];
  for (const [before, after, found] of table) assert.deepEqual(differencesBetween(before, after), found);
});

test('secrets and card numbers are never kept, and people only as having changed', () => {
  const rules: FieldRules = {
    hidden: [['items', '*', 'email']],
    guarded: [{ path: ['cost'], permission: 'costs:read' }],
  };
  const before = {
    ...{ secret: 'whsec_1', cost: { amount: '1' }, note: 'none' },
    items: [{ id: '1', email: 'ada@example.org' }],
  };
  const after = {
    ...{ secret: 'whsec_2', cost: { amount: '2' }, note: 'paid with 4242 4242 4242 4242, they said' },
    items: [{ id: '1', email: 'bob@example.org' }],
  };
  const found = differencesBetween(before, after, rules);
  assert.deepEqual(found, [
    { field: 'secret', isHidden: true },
    { field: 'cost.amount', before: '1', after: '2', permission: 'costs:read' },
    { field: 'note', before: 'none', after: 'paid with [card number], they said' },
    { field: 'items[id=1].email', isHidden: true },
  ]);
  assert.doesNotMatch(JSON.stringify(found), /whsec|example\.org|4242/);
});

test('long texts, long lists and many fields are cut, and say so', () => {
  const long = differencesBetween(
    {},
    { text: 'x'.repeat(600), list: Array.from({ length: 60 }, (_, n) => n) },
  );
  assert.equal(String(long[0]?.after).length, 501);
  assert.deepEqual([long[1]?.after].flat().at(-1), '… 10 more');
  const many = Object.fromEntries(Array.from({ length: 250 }, (_, n) => [`f${n}`, n]));
  assert.deepEqual(differencesBetween({}, many).at(-1), { field: '…', after: '50 more fields' });
});

test('a thing does not differ from itself, and what differs one way differs the other way round', () => {
  const json = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>;
  fc.assert(fc.property(json, (one) => assert.deepEqual(differencesBetween(one, structuredClone(one)), [])));
  fc.assert(
    fc.property(json, json, (one, other) => {
      const fields = (a: Json, b: Json) =>
        differencesBetween(a, b)
          .map(({ field }) => field)
          .toSorted();
      assert.deepEqual(fields(one, other), fields(other, one));
    }),
  );
});
