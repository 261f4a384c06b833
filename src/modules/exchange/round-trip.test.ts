import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { testDatabase } from '../../../test/database.ts';
import { currencyOf, localeOf } from '../../kernel/index.ts';
import {
  type ProductDraft,
  readProductByHandle,
  saveAttributeDefinition,
  saveProducts,
  setBundleComponents,
  setRelations,
  setTranslations,
} from '../catalog/index.ts';
import { defaultLocation, saveLocation, setOnHand, setPolicies } from '../inventory/index.ts';
import { setPrices } from '../pricing/index.ts';
import { NOW, openTestShop } from './test-shop.ts';

const NASTY = [
  '"',
  '""',
  "'",
  "'=",
  '=1+1',
  '+',
  '-5',
  '@x',
  '\t',
  '\r\n',
  '\n',
  ',',
  ';',
  '|',
  '\\',
  '\\,',
  '>',
  '<b>',
  '&amp;',
  '😀',
  '👩‍👩‍👧',
  'مرحبا',
  '\u202e',
  'ß',
  '[',
  ']',
  '[de]',
  '{"a":1}',
  '1,234',
  '00123',
  'TRUE',
  ' ',
  'é',
];
const text = (max: number) =>
  fc
    .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'grapheme', maxLength: 5 })), {
      maxLength: 6,
    })
    .map((parts) => parts.join('').replaceAll('\0', '').slice(0, max).toWellFormed());
const word = (max: number) => text(max).map((part) => `x${part}y`.slice(0, max));

const nasty = fc.record({
  title: word(100),
  descriptionHtml: text(200),
  brand: fc.oneof(fc.constant(''), fc.constantFrom('Nørd', '=Brand', 'A, B; C')),
  productType: text(50),
  tags: fc.array(word(40), { maxLength: 4 }),
  categories: fc.array(
    fc.array(fc.constantFrom('Home', 'A > B', 'C, D; E', '=x'), { minLength: 1, maxLength: 3 }),
    { maxLength: 2 },
  ),
  status: fc.constantFrom('draft' as const, 'active' as const, 'archived' as const),
  seoTitle: text(50),
  seoDescription: text(80),
  safetyWarnings: text(80),
  foreignFields: fc.dictionary(word(20), word(40), { maxKeys: 3 }),
  publishAt: fc.option(fc.constant(Temporal.Instant.from('2027-01-02T03:04:05.678Z')), { nil: undefined }),
  manufacturer: fc.option(
    fc.record({ name: word(30), postalAddress: word(50), electronicAddress: word(30) }),
    { nil: undefined },
  ),
  attributes: fc.record(
    {
      care: word(40),
      warmth: fc.constantFrom(-5, 0.5, 12),
      is_new: fc.boolean(),
      tones: fc.uniqueArray(word(20), { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: [] },
  ),
  values: fc.uniqueArray(word(30), {
    minLength: 1,
    maxLength: 4,
    selector: (value) => value.trim().toLowerCase(),
  }),
  sku: fc.boolean(),
  details: fc.record({
    barcode: fc.constantFrom(undefined, '4006381333931', "'=X"),
    cost: fc.option(
      fc.bigInt(0n, 99_999n).map((minor) => ({ minor, currency: currencyOf('USD') })),
      { nil: undefined },
    ),
    weightGrams: fc.option(fc.nat(5000), { nil: undefined }),
    hsCode: fc.constantFrom(undefined, '691200'),
    originCountry: fc.constantFrom(undefined, 'DE'),
    requiresShipping: fc.boolean(),
    taxCode: text(20),
    unitPrice: fc.constantFrom(undefined, { total: 0.5, totalUnit: 'kg', base: 1, baseUnit: 'kg' }),
    foreignFields: fc.dictionary(word(20), word(40), { maxKeys: 2 }),
  }),
  price: fc.bigInt(0n, 10n ** 12n),
  stock: fc.nat(500),
});

test('an export fills an empty shop that exports the same bytes, whatever the texts are', async () => {
  const first = await openTestShop(await testDatabase());
  const samples = fc.sample(nasty, { numRuns: 80, seed: 20261123 });
  const drafts = samples.map(
    ({ values, sku, details, price: _price, stock: _stock, ...product }, index): ProductDraft => ({
      ...product,
      handle: `product-${index}`,
      options: values.length === 1 ? [] : [{ name: '=Option, "1"', values: values.toReversed() }],
      variants: values.map((value, place) => ({
        ...details,
        optionValues: values.length === 1 ? [] : [value],
        sku: sku ? `=SKU ${index};${place}` : undefined,
      })),
    }),
  );
  await first.db.transaction().execute(async (tx) => {
    for (const [key, type] of [
      ['care', 'text'],
      ['warmth', 'measure'],
      ['is_new', 'boolean'],
      ['tones', 'choices'],
    ] as const) {
      const unit = type === 'measure' ? '°C ]' : undefined;
      await saveAttributeDefinition(tx, {
        key,
        type,
        name: `${key} [x]`,
        unit,
        choices: [],
        isFacet: type === 'choices',
        position: 0,
      });
    }
    const saved = await saveProducts(tx, { drafts, now: NOW, cause: 'test' });
    const main = await defaultLocation(tx);
    const second = await saveLocation(tx, {
      code: 'shop-2',
      name: 'Second',
      country: undefined,
      isActive: true,
      position: 1,
    });
    assert.ok(second.ok);
    for (const [index, product] of saved.entries()) {
      assert.ok(!('refusal' in product), `refused: ${JSON.stringify(product)}`);
      const { price = 0n, stock = 0 } = samples[index] ?? {};
      const variantIds = product.variants.map((variant) => variant.id);
      await setPrices(tx, {
        prices: variantIds.flatMap((variantId) => [
          { variantId, currency: currencyOf('EUR'), amountMinor: price, compareAtMinor: price + 100n },
          { variantId, currency: currencyOf('JPY'), amountMinor: price, compareAtMinor: undefined },
        ]),
        now: NOW,
        reason: 'test',
      });
      const counts = variantIds.flatMap((variantId) => [
        { variantId, locationId: main.id, onHand: stock },
        { variantId, locationId: second.value.id, onHand: stock % 7 },
      ]);
      await setOnHand(tx, { counts, now: NOW, reason: 'count', reference: 'test' });
      await setPolicies(
        tx,
        variantIds.map((variantId) => ({
          variantId,
          isTracked: stock % 2 === 0,
          mayBackorder: stock % 3 === 0,
          lowStockAt: stock % 5 || undefined,
        })),
      );
      const fields = { title: `=Titel "${index}"`, 'option:0:name': 'Größe', 'attribute:care': '+pflege' };
      await setTranslations(tx, { entity: 'product', entityId: product.id, locale: localeOf('de'), fields });
    }
    const [a, b, c] = saved.map((product) => ('refusal' in product ? undefined : product.id));
    assert.ok(a && b && c);
    await setRelations(tx, a, 'related', [c, b]);
    await setRelations(tx, b, 'up_sell', [a]);
  });
  await makeBundle(first);
  const exported = await first.exportText();
  const again = await first.bring(exported);
  assert.deepEqual(again.issues, []);
  assert.deepEqual(again.run.counts, { created: 0, updated: 0, unchanged: 81, skipped: 0 });
  const second = await openTestShop(await testDatabase());
  const there = await second.bring(exported);
  assert.deepEqual(there.issues, []);
  assert.equal(there.run.counts.created, 81);
  assert.equal(await second.exportText(), exported);
  const cells = parse(exported, { bom: true, relax_column_count: false }).flat();
  assert.deepEqual(
    cells.filter((cell) => /^[=+@\t\r]|^-(?!\d+(\.\d+)?$)/.test(cell)),
    [],
  );
});

async function makeBundle(shop: Awaited<ReturnType<typeof openTestShop>>): Promise<void> {
  await shop.db.transaction().execute(async (tx) => {
    const drafts: ProductDraft[] = [
      { handle: 'set', title: 'A set', kind: 'bundle', variants: [{ optionValues: [], sku: 'SET' }] },
    ];
    const [set] = await saveProducts(tx, { drafts, now: NOW, cause: 'test' });
    assert.ok(set && !('refusal' in set));
    const products = await Promise.all(
      ['product-0', 'product-1', 'product-2', 'product-3', 'product-4', 'product-5'].map((handle) =>
        readProductByHandle(tx, handle),
      ),
    );
    const part = products
      .flatMap((product) => product?.variants ?? [])
      .find((variant) => variant.sku !== undefined);
    const [bundle] = set.variants;
    assert.ok(part && bundle);
    const done = await setBundleComponents(tx, bundle.id, [{ variantId: part.id, quantity: 2 }]);
    assert.ok(done.ok);
  });
}
