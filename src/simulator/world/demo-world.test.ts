import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isGtin } from '../../modules/catalog/index.ts';
import { demoWorld } from './demo-world.ts';
import type { WorldPrice } from './world.ts';

const world = demoWorld(1);
const variants = world.products.flatMap((product) => product.variants);

describe('demoWorld', () => {
  test('is the same for the same seed, byte for byte, and another for another', () => {
    assert.equal(text(demoWorld(1)), text(world));
    assert.notEqual(text(demoWorld(2)), text(world));
  });

  test('has about 150 products and 600 variants, with handles, SKUs, codes and names of their own', () => {
    assert.equal(world.products.length, 150);
    assert.ok(variants.length > 550 && variants.length < 750, String(variants.length));
    assertDistinct(world.products.map((product) => product.handle));
    assertDistinct(world.products.map((product) => product.draft.title));
    assertDistinct(variants.map((variant) => variant.sku));
    assertDistinct(variants.map((variant) => variant.barcode));
  });

  test('gives every variant a GTIN-13 of the in-store range with its right check digit', () => {
    for (const { barcode = '' } of variants) {
      assert.ok(isGtin(barcode), barcode);
      assert.match(barcode, /^2\d{12}$/);
    }
  });

  test('describes every product, brand, category, collection and page in English and German', () => {
    for (const { handle, draft, german } of world.products) {
      const words = draft.descriptionHtml ?? '';
      assert.ok(words.length > 300 && (german['description_html'] ?? '').length > 300, handle);
      assert.notEqual(words, german['description_html']);
      assert.ok(german['title'] && german['seo_description'], handle);
      assert.ok((draft.seoDescription ?? '').length <= 155, handle);
    }
    for (const { title, descriptionHtml } of world.collections) {
      assert.ok(title.en && title.de && descriptionHtml.en !== descriptionHtml.de);
    }
    for (const { bodyHtml } of world.pages) assert.notEqual(bodyHtml.en, bodyHtml.de);
    for (const { descriptionHtml } of world.brands) assert.notEqual(descriptionHtml.en, descriptionHtml.de);
  });

  test('ends prices the way its shoppers know, above cost, with a compare-at price above the price', () => {
    const endings: Record<WorldPrice['currency'], readonly bigint[]> = {
      EUR: [0n, 90n],
      GBP: [0n, 50n],
      USD: [0n],
    };
    for (const { sku, prices, cost } of variants) {
      assert.deepEqual(
        prices.map((price) => price.currency),
        ['EUR', 'GBP', 'USD'],
      );
      for (const { currency, amountMinor, compareAtMinor } of prices) {
        assert.ok(endings[currency].includes(amountMinor % 100n), `${sku} ${currency} ${amountMinor}`);
        assert.ok(compareAtMinor === undefined || compareAtMinor > amountMinor, sku);
      }
      assert.ok((cost?.minor ?? 0n) * 10n < (prices[0]?.amountMinor ?? 0n) * 8n, sku);
    }
  });

  test('points only at things that exist: related products, components, pins, pictures, categories', () => {
    const handles = new Set(world.products.map((product) => product.handle));
    const skus = new Set(variants.map((variant) => variant.sku));
    const paths = new Set(world.categories.map((category) => category.path.join('/')));
    for (const product of world.products) {
      for (const other of [...product.related, ...product.crossSold]) assert.ok(handles.has(other), other);
      for (const { sku } of product.components) assert.ok(skus.has(sku), sku);
      for (const path of product.draft.categories ?? []) assert.ok(paths.has(path.join('/')), path.join('/'));
      const keys = new Set(product.pictures.map((picture) => picture.key));
      for (const { picture = '' } of product.variants) assert.ok(keys.has(picture), picture);
    }
    for (const { pins, boosts, buries, products } of world.collections) {
      for (const handle of [...pins, ...boosts, ...buries, ...products])
        assert.ok(handles.has(handle), handle);
    }
    for (const { pinned } of world.searchRules) {
      for (const handle of pinned) assert.ok(handles.has(handle), handle);
    }
  });

  test('has a digital product, two sets, sold-out and scarce variants, sales and new arrivals', () => {
    const kinds = world.products.map((product) => product.draft.kind);
    assert.equal(kinds.filter((kind) => kind === 'bundle').length, 2);
    assert.equal(kinds.filter((kind) => kind === 'digital').length, 1);
    assert.ok(variants.filter((variant) => variant.onHand === 0).length > 20);
    assert.ok(variants.filter((variant) => variant.onHand > 0 && variant.onHand < 4).length > 20);
    assert.ok(variants.filter((variant) => variant.prices[0]?.compareAtMinor !== undefined).length > 50);
    const ages = world.products.map((product) => product.ageDays);
    assert.ok(ages.filter((age) => age < 30).length > 8 && Math.max(...ages) <= 548);
  });
});

function assertDistinct(values: readonly unknown[]): void {
  assert.equal(new Set(values).size, values.length);
}

function text(value: unknown): string {
  return JSON.stringify(value, (_key, part) => (typeof part === 'bigint' ? `${part}n` : part));
}
