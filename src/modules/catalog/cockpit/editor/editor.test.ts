import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { changesOf, NEW_PRODUCT, newVariant, type ProductForm, type VariantForm } from './form.ts';
import { mergeForms, withFields } from './merge.ts';
import { renamed, variantsOf } from './variants-of.ts';

const variant = (id: string, ...optionValues: string[]): VariantForm => ({ ...newVariant(optionValues), id });
const valuesOf = (variants: readonly VariantForm[]) =>
  variants.map(({ id, optionValues }) => [id, ...optionValues]);
const size = { name: 'Size', values: ['S', 'M'] };
const colour = { name: 'Colour', values: ['Red', 'Blue'] };

test('options make a variant for every combination, and what was there stays itself', () => {
  const table: [ProductForm['options'], VariantForm[], string[][]][] = [
    [[], [variant('a')], [['a']]],
    [
      [size],
      [variant('a')],
      [
        ['a', 'S'],
        ['', 'M'],
      ],
    ],
    [
      [size, colour],
      [variant('a', 'S'), variant('b', 'M')],
      [
        ['a', 'S', 'Red'],
        ['', 'S', 'Blue'],
        ['b', 'M', 'Red'],
        ['', 'M', 'Blue'],
      ],
    ],
    [
      [size],
      [variant('a', 'S', 'Red'), variant('b', 'M', 'Red'), variant('c', 'S', 'Blue')],
      [
        ['a', 'S'],
        ['b', 'M'],
      ],
    ],
    [[{ name: 'Size', values: ['M'] }], [variant('a', 'S'), variant('b', 'M')], [['b', 'M']]],
    [[{ name: 'Size', values: [] }], [variant('a')], [['a']]],
  ];
  for (const [options, before, after] of table)
    assert.deepEqual(valuesOf(variantsOf(options, before)), after);
});

test('no variant is in two places, whatever the options become', () => {
  const values = fc.uniqueArray(fc.constantFrom('1', '2', '3', '4'), { maxLength: 4 });
  const options = fc.array(fc.record({ name: fc.string(), values }), { maxLength: 3 });
  fc.assert(
    fc.property(options, options, (first, second) => {
      const made = variantsOf(first, [variant('v')]).map((one, index) => ({ ...one, id: `${index}` }));
      const ids = variantsOf(second, made).flatMap(({ id }) => (id === '' ? [] : [id]));
      assert.equal(new Set(ids).size, ids.length);
    }),
  );
});

test('a value that gets another name takes its variants along', () => {
  const named = renamed([variant('a', 'S', 'S'), variant('b', 'M', 'S')], 0, 'S', 'Small');
  assert.deepEqual(valuesOf(named), [
    ['a', 'Small', 'S'],
    ['b', 'M', 'S'],
  ]);
});

test('only what differs is sent', () => {
  const base: ProductForm = { ...NEW_PRODUCT, title: 'Cup', variants: [variant('a')] };
  assert.deepEqual(changesOf(base, base, 'EUR'), {});
  assert.deepEqual(changesOf(base, { ...base, title: 'Mug', publishAt: '' }, 'EUR'), { title: 'Mug' });
  const priced = { ...variant('a'), prices: { EUR: { price: '5.00', compareAt: '' } }, onHand: { p: '3' } };
  const sent = changesOf(base, { ...base, variants: [priced] }, 'EUR') as {
    variants: Record<string, unknown>[];
  };
  assert.deepEqual(Object.keys(sent), ['variants']);
  assert.deepEqual(sent.variants[0]?.['prices'], [{ price: { amount: '5.00', currency: 'EUR' } }]);
  assert.deepEqual(sent.variants[0]?.['onHand'], [{ locationId: 'p', onHand: 3 }]);
  const gone = { ...priced, prices: { EUR: { price: '', compareAt: '' } } };
  const removed = changesOf({ ...base, variants: [priced] }, { ...base, variants: [gone] }, 'EUR');
  assert.deepEqual((removed as typeof sent).variants[0]?.['removedPrices'], ['EUR']);
});

test('of two who change different things both are kept; of the same thing, both are shown', () => {
  const base = { ...NEW_PRODUCT, title: 'A', brand: 'X' };
  const mine = { ...base, title: 'B', tags: ['mine'] };
  const theirs = { ...base, title: 'C', brand: 'Y', tags: ['mine'] };
  const { merged, conflicts, taken } = mergeForms(base, mine, theirs);
  assert.deepEqual([merged.title, merged.brand, merged.tags], ['B', 'Y', ['mine']]);
  assert.deepEqual([conflicts, taken], [['title'], ['brand']]);
  assert.equal(withFields(merged, theirs, ['title']).title, 'C');
});

test('a merge of any two neither loses nor invents a field', () => {
  const text = fc.constantFrom('a', 'b', 'c');
  const form = fc
    .record({ title: text, brand: text, seoTitle: text })
    .map((some) => ({ ...NEW_PRODUCT, ...some }));
  fc.assert(
    fc.property(form, form, form, (base, mine, theirs) => {
      const { merged } = mergeForms(base, mine, theirs);
      for (const name of ['title', 'brand', 'seoTitle'] as const) {
        const wanted = mine[name] === base[name] ? theirs[name] : mine[name];
        assert.equal(merged[name], wanted);
      }
    }),
  );
});
