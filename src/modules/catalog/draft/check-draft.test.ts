import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { currencyOf, idFrom } from '../../../kernel/index.ts';
import type { AttributeDefinition, AttributeType, AttributeValue } from '../attribute.ts';
import { LIMITS } from '../limits.ts';
import type { ProductDraft, VariantDraft } from '../product-draft.ts';
import { checkAttributes } from './check-attributes.ts';
import { checkDraft } from './check-draft.ts';
import { tidyDraft } from './tidy-draft.ts';

const MUG: ProductDraft = { handle: 'mug', title: 'Mug' };
const long = (length: number) => 'x'.repeat(length + 1);

function verdict(draft: ProductDraft): string {
  const refusal = checkDraft(tidyDraft(draft));
  return refusal === undefined ? 'taken' : `${refusal.code} ${refusal.field}`;
}

test('a field at its limit is taken and one beyond it is refused by name', () => {
  assert.equal(verdict({ ...MUG, title: 'x'.repeat(LIMITS.title) }), 'taken');
  const table: [Partial<ProductDraft>, string][] = [
    [{ handle: '' }, 'missing handle'],
    [{ handle: 'Mug' }, 'invalid handle'],
    [{ handle: 'a b' }, 'invalid handle'],
    [{ handle: '../etc' }, 'invalid handle'],
    [{ handle: long(LIMITS.handle) }, 'too_long handle'],
    [{ title: '  ' }, 'invalid title'],
    [{ title: long(LIMITS.title) }, 'too_long title'],
    [{ title: 'a\0b' }, 'invalid title'],
    [{ descriptionHtml: long(LIMITS.descriptionHtml) }, 'too_long descriptionHtml'],
    [{ seoTitle: long(LIMITS.seoTitle) }, 'too_long seoTitle'],
    [{ seoDescription: long(LIMITS.seoDescription) }, 'too_long seoDescription'],
    [{ productType: long(LIMITS.productType) }, 'too_long productType'],
    [{ brand: long(LIMITS.brandName) }, 'too_long brand'],
    [{ safetyWarnings: long(LIMITS.safetyWarnings) }, 'too_long safetyWarnings'],
    [{ tags: Array.from({ length: 251 }, (_, index) => `t${index}`) }, 'too_many tags'],
    [{ tags: ['ok', long(LIMITS.tag)] }, 'too_long tags[1]'],
    [{ categories: [['a'], Array.from({ length: 9 }, () => 'b')] }, 'too_many categories[1]'],
    [{ categories: [['Home', ' ']] }, 'invalid categories[0]'],
    [{ manufacturer: { name: '', postalAddress: '', electronicAddress: '' } }, 'invalid manufacturer.name'],
    [{ options: [1, 2, 3, 4].map((name) => ({ name: `${name}`, values: ['a'] })) }, 'too_many options'],
    [{ options: ['Size', 'size '].map((name) => ({ name, values: ['a'] })) }, 'duplicate options[1].name'],
    [{ options: [{ name: 'Size', values: ['a', ''] }] }, 'invalid options[0].values'],
    [{ foreignFields: { note: long(LIMITS.foreignValue) } }, 'too_long foreignFields.note'],
    [{ variants: [] }, 'missing variants'],
    [{ media: [{ assetId: idFrom(0, new Uint8Array(10)), alt: long(LIMITS.alt) }] }, 'too_long media[0].alt'],
  ];
  for (const [change, expected] of table) assert.equal(verdict({ ...MUG, ...change }), expected);
});

test('a variant with a field that cannot be is refused with the path to it', () => {
  const EUR = currencyOf('EUR');
  const unit = { total: 500, totalUnit: 'g', base: 1, baseUnit: 'kg' };
  const table: [Partial<VariantDraft>, string][] = [
    [{ barcode: '6291041500213' }, 'taken'],
    [{ barcode: '6291041500214' }, 'wrong_check_digit variants[1].barcode'],
    [{ barcode: '96385075' }, 'wrong_check_digit variants[1].barcode'],
    [{ barcode: '036000291453' }, 'wrong_check_digit variants[1].barcode'],
    [{ barcode: 'ABC-1234' }, 'taken'],
    [{ barcode: '12345' }, 'taken'],
    [{ barcode: long(LIMITS.barcode) }, 'too_long variants[1].barcode'],
    [{ sku: long(LIMITS.sku) }, 'too_long variants[1].sku'],
    [{ sku: '  ' }, 'taken'],
    [{ cost: { minor: -1n, currency: EUR } }, 'invalid variants[1].cost'],
    [{ weightGrams: 1.5 }, 'invalid variants[1].weightGrams'],
    [{ weightGrams: -1 }, 'invalid variants[1].weightGrams'],
    [{ heightMm: 2 ** 31 }, 'invalid variants[1].heightMm'],
    [{ hsCode: '6205.20' }, 'taken'],
    [{ hsCode: '12345' }, 'invalid variants[1].hsCode'],
    [{ originCountry: 'de' }, 'taken'],
    [{ originCountry: 'Germany' }, 'invalid variants[1].originCountry'],
    [{ unitPrice: unit }, 'taken'],
    [{ unitPrice: { ...unit, base: 0 } }, 'invalid variants[1].unitPrice'],
    [{ unitPrice: { ...unit, totalUnit: ' ' } }, 'invalid variants[1].unitPrice.totalUnit'],
    [{ optionValues: ['a', ' '] }, 'invalid variants[1].optionValues'],
    [
      { foreignFields: { [long(LIMITS.foreignName)]: 'x' } },
      `too_long variants[1].foreignFields.${long(255)}`,
    ],
  ];
  for (const [change, expected] of table) {
    assert.equal(
      verdict({ ...MUG, variants: [{ optionValues: [] }, { optionValues: [], ...change }] }),
      expected,
    );
  }
});

test('an attribute has a value of its type', () => {
  const table: [AttributeType, AttributeValue, boolean][] = [
    ['text', 'linen', true],
    ['text', 1, false],
    ['text', ['linen'], false],
    ['number', 1.5, true],
    ['number', '1.5', false],
    ['number', Number.NaN, false],
    ['measure', 30, true],
    ['boolean', false, true],
    ['boolean', 'false', false],
    ['date', '2026-02-28', true],
    ['date', '2026-02-29', false],
    ['date', '28.2.2026', false],
    ['choice', 'red', true],
    ['choice', 'green', false],
    ['choices', ['red', 'blue'], true],
    ['choices', ['red', 'green'], false],
    ['choices', 'red', false],
    ['color', '#1a2B3c', true],
    ['color', 'red', false],
    ['url', 'https://a.example/b', true],
    ['url', 'javascript:alert(1)', false],
  ];
  for (const [type, value, isRight] of table) {
    const definition: AttributeDefinition = {
      ...{
        key: 'k',
        name: 'K',
        type,
        unit: undefined,
        choices: ['red', 'blue'],
        isFacet: false,
        position: 0,
      },
    };
    const refusal = checkAttributes('attributes', { k: value }, new Map([['k', definition]]));
    assert.equal(refusal?.field, isRight ? undefined : 'attributes.k', `${type}: ${value}`);
  }
  assert.equal(checkAttributes('attributes', { constructor: 'x' }, new Map())?.code, 'unknown_attribute');
});

test('a customs code of nothing but points is none', () => {
  const tidy = (hsCode: string) =>
    tidyDraft({ handle: 'mug', variants: [{ optionValues: [], hsCode }] }).variants?.[0]?.hsCode;
  assert.deepEqual([tidy(' 6912.00 '), tidy('. .'), tidy('')], ['691200', undefined, undefined]);
});

test('tidying twice is tidying once', () => {
  const draft = fc.record(
    {
      handle: fc.string(),
      title: fc.string({ unit: 'binary' }),
      descriptionHtml: fc.string(),
      tags: fc.array(fc.string({ unit: 'grapheme' })),
      categories: fc.array(fc.array(fc.string(), { maxLength: 3 }), { maxLength: 3 }),
      attributes: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.array(fc.string()))),
      foreignFields: fc.dictionary(fc.string(), fc.string({ unit: 'binary' })),
      variants: fc.array(
        fc.record({ optionValues: fc.array(fc.string()), sku: fc.string(), hsCode: fc.string() }),
      ),
    },
    { requiredKeys: ['handle'] },
  );
  fc.assert(
    fc.property(draft, (one) => {
      const tidy = tidyDraft(one);
      assert.deepEqual(tidyDraft(tidy), tidy);
    }),
    { numRuns: 40 },
  );
});
