import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ProductFacts } from './facts.ts';
import { fieldsOf, matches, type Rule } from './rule.ts';
import type { Operator } from './rule-fields.ts';
import { describeRule } from './rule-words.ts';

const NOW = Temporal.Instant.from('2026-11-23T08:00:00Z');
const DAY_MS = 86_400_000;

const MUG: ProductFacts = {
  title: ['Café Mug'],
  type: ['Mug'],
  tag: ['gift', 'Summer'],
  category: ['home', 'home/kitchen', 'home/kitchen/mugs'],
  status: ['active'],
  age_days: [NOW.epochMilliseconds - 30 * DAY_MS],
  discount_percent: [20],
  stock: [12],
  sales_30d: [3],
  'price:EUR': ['1200', '1999'],
  'attribute:material': ['stoneware'],
  'attribute:weight_g': [320],
  'attribute:washable': [true],
  'variant_option:color': ['Sand', 'Sea'],
};

const VERDICTS: readonly [string, Operator, unknown, boolean][] = [
  ['title', 'equal_to', 'CAFÉ MUG', true],
  ['title', 'equal_to', 'cafe\u0301 mug', true],
  ['title', 'containing', 'fé m', true],
  ['title', 'not_containing', 'cup', true],
  ['title', 'starting_with', 'mug', false],
  ['title', 'ending_with', 'mug', true],
  ['brand', 'set', undefined, false],
  ['brand', 'not_set', undefined, true],
  ['brand', 'not_equal_to', 'Halden', true],
  ['tag', 'equal_to', 'summer', true],
  ['tag', 'not_equal_to', 'gift', false],
  ['tag', 'none_of', ['winter', 'sale'], true],
  ['tag', 'one_of', ['winter', 'gift'], true],
  ['category', 'equal_to', 'home/kitchen', true],
  ['category', 'equal_to', 'home/kit', false],
  ['category', 'not_equal_to', 'garden', true],
  ['price:EUR', 'less_than', '12.00', false],
  ['price:EUR', 'at_most', '12.00', true],
  ['price:EUR', 'more_than', '19.98', true],
  ['price:EUR', 'between', ['13.00', '19.00'], false],
  ['price:EUR', 'equal_to', '19.99', true],
  ['price:USD', 'at_least', '0.00', false],
  ['price:USD', 'not_set', undefined, true],
  ['discount_percent', 'at_least', 20, true],
  ['stock', 'between', [1, 12], true],
  ['stock', 'more_than', 12, false],
  ['age_days', 'at_least', 30, true],
  ['age_days', 'at_most', 29, false],
  ['sales_30d', 'one_of', [2, 3], true],
  ['attribute:material', 'equal_to', 'Stoneware', true],
  ['attribute:weight_g', 'less_than', 400, true],
  ['attribute:material', 'less_than', 400, false],
  ['attribute:washable', 'equal_to', true, true],
  ['variant_option:color', 'equal_to', 'sea', true],
  ['variant_option:size', 'not_set', undefined, true],
];

for (const [field, is, value, verdict] of VERDICTS) {
  test(`${field} ${is} ${JSON.stringify(value) ?? ''} is ${verdict} of the mug`, () => {
    const rule = (value === undefined ? { field, is } : { field, is, value }) as Rule;
    assert.equal(matches(rule, MUG, NOW), verdict);
    assert.equal(matches({ not: rule }, MUG, NOW), !verdict);
  });
}

test('stock that is not counted is more than any number', () => {
  const rule: Rule = { field: 'stock', is: 'more_than', value: 1_000_000 };
  assert.ok(matches(rule, { stock: ['unlimited'] }, NOW));
});

test('a product turns a day older to the millisecond', () => {
  const rule: Rule = { field: 'age_days', is: 'at_least', value: 31 };
  assert.ok(!matches(rule, MUG, NOW.add({ hours: 24 }).subtract({ milliseconds: 1 })));
  assert.ok(matches(rule, MUG, NOW.add({ hours: 24 })));
});

const FIELDS = ['title', 'type', 'tag'] as const;
const WORDS = fc.constantFrom('a', 'b', 'ab');
const facts = fc.record(
  Object.fromEntries(FIELDS.map((field) => [field, fc.array(WORDS, { maxLength: 3 })])),
);
const { rule } = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record({
      field: fc.constantFrom(...FIELDS),
      is: fc.constantFrom<Operator>('equal_to', 'not_equal_to', 'containing', 'not_containing'),
      value: WORDS,
    }),
    fc.record({ all: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('rule') }),
  ),
}));

test('only the fields that a rule names can change its verdict', () => {
  fc.assert(
    fc.property(rule, facts, facts, (some, before, after) => {
      const named = new Set(fieldsOf(some));
      const mixed = Object.fromEntries(
        FIELDS.map((field) => [field, (named.has(field) ? before : after)[field] ?? []]),
      );
      return matches(some, before, NOW) === matches(some, mixed, NOW);
    }),
  );
});

test('a rule and its negation never agree; not any is all not', () => {
  fc.assert(
    fc.property(fc.array(rule, { minLength: 1, maxLength: 3 }), facts, (some, product) => {
      const none = matches({ not: { any: some } }, product, NOW);
      const allNot = matches({ all: some.map((one) => ({ not: one })) }, product, NOW);
      return none === allNot && none !== matches({ any: some }, product, NOW);
    }),
  );
});

test('a rule reads as words', () => {
  const rule: Rule = {
    all: [
      { field: 'price:EUR', is: 'less_than', value: '50.00' },
      {
        any: [
          { field: 'tag', is: 'one_of', value: ['sale', 'last'] },
          { field: 'stock', is: 'between', value: [1, 5] },
        ],
      },
      { not: { field: 'attribute:material', is: 'set' } },
    ],
  };
  assert.equal(
    describeRule(rule),
    'price in EUR is less than 50.00 and (tag is one of "sale", "last" or stock is between 1 and 5)' +
      ' and not (attribute material is given)',
  );
});
