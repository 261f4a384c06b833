import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { idFrom } from '../../../kernel/index.ts';
import type { Product } from '../product.ts';
import type { ProductDraft, VariantDraft } from '../product-draft.ts';
import type { VariantId } from '../variant.ts';
import { planProduct } from './plan-product.ts';
import type { PlanContext, WantedProduct } from './product-plan.ts';

const NOW = Temporal.Instant.from('2026-11-23T08:00:00Z');
const CONTEXT: PlanContext = {
  definitions: new Map(),
  brandIdOf: () => idFrom(1, new Uint8Array(10)),
  categoryIdOf: () => idFrom(2, new Uint8Array(10)),
  componentIds: new Set(),
  now: NOW,
};

/** As the store would keep it: with ids. */
function kept(wanted: WantedProduct): Product {
  const id = <Name extends string>(number: number) => idFrom<Name>(number, new Uint8Array(10));
  const variants = wanted.variants.map((variant, place) => ({
    ...variant,
    id: variant.id ?? id<'variant'>(100 + place),
  }));
  return { ...wanted, id: wanted.id ?? id<'product'>(3), variants };
}

function product(draft: ProductDraft): Product {
  const plan = planProduct(undefined, draft, CONTEXT);
  assert.equal(plan.outcome, 'created');
  return kept(plan.wanted);
}

function updated(existing: Product, draft: ProductDraft): WantedProduct {
  const plan = planProduct(existing, draft, CONTEXT);
  assert.equal(plan.outcome, 'updated');
  return plan.wanted;
}

const sizes = (...variants: [size: string, sku?: string][]): VariantDraft[] =>
  variants.map(([size, sku]) => ({ optionValues: [size], ...(sku === undefined ? {} : { sku }) }));

const SHIRT = product({
  handle: 'shirt',
  title: 'Shirt',
  options: [{ name: 'Size', values: ['S', 'M', 'L'] }],
  variants: sizes(['S', 'A'], ['M', 'B'], ['L']),
});

test('a product without variants has one, without option values', () => {
  const mug = product({ handle: 'mug', title: 'Mug' });
  assert.deepEqual(
    mug.variants.map((variant) => variant.optionValues),
    [[]],
  );
  assert.equal(mug.status, 'draft');
  assert.equal(mug.publishedAt, undefined);
});

test('variants keep their ids by SKU first, then by option values', () => {
  const [s, m, l] = SHIRT.variants.map((variant) => variant.id);
  const table: [VariantDraft[], (VariantId | undefined)[]][] = [
    [sizes(['M', 'B'], ['S', 'A'], ['L']), [m, s, l]],
    [sizes(['XS', 'A'], ['M', 'B'], ['L', 'C']), [s, m, l]],
    [sizes(['S', 'B'], ['M', 'A'], ['L']), [m, s, l]],
    [sizes(['S', 'A'], ['XL', 'NEW']), [s, undefined]],
    [sizes(['S', 'NEW'], ['M', 'A']), [undefined, s]],
  ];
  for (const [variants, ids] of table) {
    assert.deepEqual(
      updated(SHIRT, { handle: 'shirt', variants }).variants.map((variant) => variant.id),
      ids,
    );
  }
});

test('what a draft leaves out stays, and what it gives as undefined is emptied', () => {
  const full = product({
    handle: 'm',
    title: 'M',
    variants: [{ optionValues: [], sku: 'A', weightGrams: 5 }],
  });
  const { variants } = updated(full, { handle: 'm', variants: [{ optionValues: [], sku: undefined }] });
  assert.deepEqual([variants[0]?.sku, variants[0]?.weightGrams], [undefined, 5]);
});

test('options have the values of the variants and no others', () => {
  const { options } = updated(SHIRT, {
    handle: 'shirt',
    variants: sizes(['XL', 'X'], ['S', 'A'], ['M', 'B']),
  });
  assert.deepEqual(options, [{ name: 'Size', values: ['S', 'M', 'XL'] }]);
});

test('variants that do not go with the options are refused', () => {
  const table: [ProductDraft, string][] = [
    [{ handle: 'shirt', options: [] }, 'options_mismatch variants[0].optionValues'],
    [
      { handle: 'shirt', variants: [{ optionValues: ['S', 'Red'] }] },
      'options_mismatch variants[0].optionValues',
    ],
    [{ handle: 'shirt', variants: sizes(['S'], ['S']) }, 'duplicate variants[1].optionValues'],
    [{ handle: 'shirt', variants: sizes(['S', 'A'], ['M', 'A']) }, 'duplicate variants[1].sku'],
    [{ handle: 'shirt', attributes: { fit: 'slim' } }, 'unknown_attribute attributes.fit'],
    [{ handle: 'shirt', publishAt: NOW, unpublishAt: NOW }, 'invalid unpublishAt'],
  ];
  for (const [draft, expected] of table) {
    const plan = planProduct(SHIRT, draft, CONTEXT);
    assert.equal(plan.outcome, 'refused');
    assert.equal(`${plan.refusal.code} ${plan.refusal.field}`, expected);
  }
  const untitled = planProduct(undefined, { handle: 'new' }, CONTEXT);
  assert.equal(untitled.outcome === 'refused' && untitled.refusal.field, 'title');
});

test('a component of a bundle neither goes nor becomes a bundle', () => {
  const context = { ...CONTEXT, componentIds: new Set(SHIRT.variants.slice(0, 1).map(({ id }) => id)) };
  const gone = planProduct(SHIRT, { handle: 'shirt', variants: sizes(['M', 'B'], ['L']) }, context);
  assert.equal(gone.outcome === 'refused' && gone.refusal.code, 'variant_in_bundle');
  const other = planProduct(SHIRT, { handle: 'shirt', variants: sizes(['S', 'A']) }, context);
  assert.equal(other.outcome, 'updated');
  const bundle = planProduct(SHIRT, { handle: 'shirt', kind: 'bundle' }, context);
  assert.equal(bundle.outcome === 'refused' && bundle.refusal.field, 'kind');
});

test('the same draft again is unchanged, whatever it says', () => {
  const values = fc.uniqueArray(fc.constantFrom('S', 'M', 'L', 'XL'), { minLength: 1 });
  const draft = fc.record(
    {
      title: fc.string({ minLength: 1 }),
      descriptionHtml: fc.string(),
      kind: fc.constantFrom('physical' as const, 'digital' as const),
      brand: fc.constantFrom('', 'Halden'),
      categories: fc.array(fc.constant(['Home'])),
      status: fc.constantFrom('draft' as const, 'active' as const),
      foreignFields: fc.dictionary(fc.string(), fc.string()),
      variants: values.map((all) => sizes(...all.map((size): [string, string] => [size, `SKU ${size}`]))),
    },
    { requiredKeys: ['title', 'variants'] },
  );
  fc.assert(
    fc.property(draft, (fields) => {
      const wanted: ProductDraft = {
        ...fields,
        handle: 'p',
        options: [{ name: 'Size', values: ['XL', 'S'] }],
      };
      assert.equal(planProduct(product(wanted), wanted, CONTEXT).outcome, 'unchanged');
    }),
  );
});
