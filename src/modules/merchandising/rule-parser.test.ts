import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRule } from './rule-parser.ts';

const TAG = { field: 'tag', is: 'equal_to', value: 'sale' };

test('a rule comes out as it went in, with field names in canonical form', () => {
  const rule = {
    all: [{ any: [TAG, { not: TAG }] }, { field: 'price:EUR', is: 'between', value: ['5', '9.50'] }],
  };
  assert.deepEqual(parseRule(rule), { ok: true, value: rule });
  assert.deepEqual(parseRule({ field: 'price:eur', is: 'set' }), {
    ok: true,
    value: { field: 'price:EUR', is: 'set' },
  });
  assert.deepEqual(parseRule({ field: 'variant_option:Size', is: 'equal_to', value: ' M ' }), {
    ok: true,
    value: { field: 'variant_option:size', is: 'equal_to', value: 'M' },
  });
});

const nested = (depth: number): unknown => (depth === 0 ? TAG : { not: nested(depth - 1) });

const REFUSED: readonly [string, unknown, string][] = [
  ['nothing', undefined, 'rule'],
  ['text', 'tag is sale', 'rule'],
  ['an unknown field', { all: [TAG, { field: 'colour', is: 'set' }] }, 'rule.all[1].field'],
  ['an unknown currency', { field: 'price:XYZ', is: 'set' }, 'rule.field'],
  ['an unknown operator', { not: { field: 'tag', is: 'like', value: 'x' } }, 'rule.not.is'],
  ['an operator of another kind', { field: 'title', is: 'less_than', value: 'x' }, 'rule.is'],
  ['two kinds of part at once', { all: [TAG], any: [TAG] }, 'rule'],
  ['a part with more to it', { ...TAG, colour: 'red' }, 'rule'],
  ['an empty group', { any: [] }, 'rule.any'],
  ['a missing value', { field: 'tag', is: 'equal_to' }, 'rule.value'],
  ['a value too many', { field: 'tag', is: 'set', value: 'x' }, 'rule.value'],
  ['an empty text', { field: 'tag', is: 'equal_to', value: ' ' }, 'rule.value'],
  ['money as a number', { field: 'price:EUR', is: 'less_than', value: 50 }, 'rule.value'],
  ['money with too many digits', { field: 'price:EUR', is: 'less_than', value: '9.999' }, 'rule.value'],
  ['money below zero', { field: 'price:EUR', is: 'less_than', value: '-1' }, 'rule.value'],
  ['bounds the wrong way round', { field: 'stock', is: 'between', value: [5, 1] }, 'rule.value'],
  [
    'money bounds the wrong way round',
    { field: 'price:EUR', is: 'between', value: ['10', '9'] },
    'rule.value',
  ],
  ['a list with a wrong value', { field: 'tag', is: 'one_of', value: ['a', 3] }, 'rule.value[1]'],
  ['a status that is none', { field: 'status', is: 'equal_to', value: 'live' }, 'rule.value'],
  [
    'a category that is no path',
    { field: 'category', is: 'equal_to', value: 'Home / Kitchen' },
    'rule.value',
  ],
  ['six levels', nested(5), 'rule.not.not.not.not.not'],
  ['a thousand levels', nested(1_000), 'rule.not.not.not.not.not'],
  [
    '51 conditions',
    { all: [{ all: Array(26).fill(TAG) }, { all: Array(25).fill(TAG) }] },
    'rule.all[1].all[24]',
  ],
];

for (const [what, input, path] of REFUSED) {
  test(`${what} is refused at ${path}`, () => {
    const parsed = parseRule(input);
    assert.ok(!parsed.ok);
    assert.equal(parsed.refusal.code, 'rule_invalid');
    assert.equal(parsed.refusal.field, path);
  });
}

test('five levels and 50 conditions are accepted', () => {
  assert.ok(parseRule(nested(4)).ok);
  assert.ok(parseRule({ any: Array(50).fill(TAG) }).ok);
});
