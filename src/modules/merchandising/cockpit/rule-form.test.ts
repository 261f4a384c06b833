import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OPERATORS, parseRule } from '../index.ts';
import { conditionsOf, operatorsOf, ruleOf, withField } from './rule-form.ts';

test('what a person states is a rule that the shop takes, and reads back as it was stated', () => {
  const forms = [
    { join: 'all', conditions: [{ field: 'tag', is: 'equal_to', value: 'gift' }] },
    {
      join: 'any',
      conditions: [
        { field: 'price:EUR', is: 'less_than', value: '50.00' },
        { field: 'stock', is: 'at_least', value: '3' },
        { field: 'brand', is: 'one_of', value: 'Halden, Nord' },
        { field: 'compare_at:EUR', is: 'set', value: '' },
        { field: 'status', is: 'equal_to', value: 'active' },
      ],
    },
  ] as const;
  for (const form of forms) {
    const rule = ruleOf(form);
    assert.ok(parseRule(rule).ok, JSON.stringify(rule));
    assert.deepEqual(conditionsOf(rule), form);
  }
});

test('a rule that is more than a list of conditions is left to who made it', () => {
  const nested = { all: [{ any: [{ field: 'tag', is: 'set' }] }] };
  assert.equal(conditionsOf(nested), undefined);
  assert.equal(conditionsOf({ not: { field: 'tag', is: 'set' } }), undefined);
  assert.equal(conditionsOf({ all: [{ field: 'stock', is: 'between', value: [1, 2] }] }), undefined);
  assert.deepEqual(conditionsOf({ field: 'tag', is: 'set' })?.conditions.length, 1);
});

test('every comparison that is offered is one that the field has', () => {
  const kinds = [
    ...([
      ['title', 'text'],
      ['category', 'path'],
      ['status', 'status'],
      ['stock', 'number'],
    ] as const),
    ...([
      ['price:EUR', 'money'],
      ['attribute:material', 'open'],
    ] as const),
  ];
  for (const [field, kind] of kinds) {
    const known: readonly string[] = OPERATORS[kind];
    assert.ok(
      operatorsOf(field).every((is) => known.includes(is)),
      field,
    );
  }
});

test('another field of the same kind keeps the comparison and the value', () => {
  const condition = { field: 'tag', is: 'containing', value: 'x' };
  assert.deepEqual(withField(condition, 'brand'), { field: 'brand', is: 'containing', value: 'x' });
  assert.deepEqual(withField(condition, 'stock'), { field: 'stock', is: 'equal_to', value: '' });
});
