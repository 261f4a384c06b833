import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Variant } from '../../../modules/catalog/index.ts';
import { newId } from '../../../platform/id.ts';
import { choicesOf, chooseVariant, type Offer, variantQuery } from './variant-choice.ts';

const OPTIONS = [
  { name: 'Size', values: ['S', 'M', 'L'] },
  { name: 'Color', values: ['Red', 'Blue & Co'] },
];
const anOffer = (isBuyable: boolean, ...optionValues: string[]): Offer => ({
  variant: { ...PLAIN, id: newId<'variant'>(), optionValues },
  isBuyable,
});
const PLAIN: Variant = {
  id: newId<'variant'>(),
  sku: undefined,
  barcode: undefined,
  optionValues: [],
  cost: undefined,
  weightGrams: undefined,
  lengthMm: undefined,
  widthMm: undefined,
  heightMm: undefined,
  hsCode: undefined,
  originCountry: undefined,
  requiresShipping: true,
  isTaxable: true,
  taxCode: '',
  unitPrice: undefined,
  assetId: undefined,
  attributes: {},
  foreignFields: {},
};
const OFFERS = [
  anOffer(false, 'S', 'Red'),
  anOffer(true, 'S', 'Blue & Co'),
  anOffer(true, 'M', 'Red'),
  anOffer(false, 'M', 'Blue & Co'),
];

test('an address chooses the variant it asks for, or the nearest one', () => {
  const rows: readonly [string, string][] = [
    ['', 'S/Blue & Co'],
    ['?Size=M', 'M/Red'],
    ['?Size=M&Color=Blue+%26+Co', 'M/Blue & Co'],
    ['?Color=Red', 'M/Red'],
    ['?Size=XXL&Color=Red', 'M/Red'],
    ['?Size=L', 'S/Blue & Co'],
    ['?Size=S&Color=Green', 'S/Blue & Co'],
    [`?variant=${OFFERS[3]?.variant.id}`, 'M/Blue & Co'],
    ['?variant=none&Size=M', 'M/Red'],
  ];
  for (const [query, expected] of rows) {
    const chosen = chooseVariant(OPTIONS, OFFERS, new URLSearchParams(query));
    assert.equal(chosen?.variant.optionValues.join('/'), expected, query);
  }
  assert.equal(chooseVariant(OPTIONS, [], new URLSearchParams()), undefined);
});

test('a value is available when it can be bought together with the other chosen values', () => {
  const chosen = OFFERS[2]?.variant;
  assert.ok(chosen);
  const choices = choicesOf(OPTIONS, OFFERS, chosen).map((values) =>
    values.map(({ value, isChosen, isAvailable }) => [value, isChosen, isAvailable]),
  );
  assert.deepEqual(choices, [
    [
      ['S', false, false],
      ['M', true, true],
    ],
    [
      ['Red', true, true],
      ['Blue & Co', false, false],
    ],
  ]);
});

test('every choice leads to an address that chooses it', () => {
  const chosen = OFFERS[0]?.variant;
  assert.ok(chosen);
  for (const choice of choicesOf(OPTIONS, OFFERS, chosen).flat()) {
    const next = chooseVariant(OPTIONS, OFFERS, new URLSearchParams(choice.query));
    assert.ok(next?.variant.optionValues.includes(choice.value), choice.query);
  }
  assert.equal(variantQuery([], []), '');
});
