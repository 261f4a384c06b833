import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { isGtin } from '../../modules/catalog/index.ts';
import { writeCatalogueCsv } from './csv.ts';
import { generateProducts, PICTURE_POOL } from './generate.ts';
import { word } from './vocabulary.ts';

describe('generateProducts', () => {
  const products = [...generateProducts({ seed: 1, count: 3_000 })];

  test('is the same for the same seed', () => {
    assert.deepEqual([...generateProducts({ seed: 1, count: 3_000 })], products);
    assert.notDeepEqual([...generateProducts({ seed: 2, count: 3_000 })], products);
  });

  test('gives one to twelve variants, right GTINs, and handles and SKUs of their own', () => {
    const variants = products.flatMap((product) => product.variants);
    const counts = new Set(products.map((product) => product.variants.length));
    assert.ok(counts.has(1) && Math.max(...counts) === 12);
    for (const { barcode } of variants) assert.ok(isGtin(barcode), barcode);
    assert.equal(new Set(products.map((product) => product.handle)).size, products.length);
    assert.equal(new Set(variants.map((variant) => variant.sku)).size, variants.length);
    assert.ok(products.every((product) => product.pictures.every((picture) => picture < PICTURE_POOL)));
  });

  test('has brands of Zipf sizes: the first sells far more than the median one', () => {
    const sizes = [...Map.groupBy(products, (product) => product.brand).values()]
      .map((group) => group.length)
      .toSorted((a, b) => b - a);
    assert.ok(sizes.length > 50);
    assert.ok((sizes[0] ?? 0) > 10 * (sizes[Math.floor(sizes.length / 2)] ?? 0), sizes.slice(0, 5).join());
  });

  test('no two ranks share a word', () => {
    const words = Array.from({ length: 20_000 }, (_, rank) => word(rank));
    assert.equal(new Set(words).size, words.length);
  });
});

describe('writeCatalogueCsv', () => {
  test('writes a file that reads back as the products it was made from', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'institor-csv-'));
    try {
      const path = join(folder, 'catalogue.csv');
      const written = await writeCatalogueCsv(path, { seed: 1, variants: 500 });
      const rows: Record<string, string>[] = parse(await readFile(path), { columns: true });
      assert.equal(rows.length, written.variants);
      const [first] = [...generateProducts({ seed: 1, count: 500 })];
      assert.equal(rows[0]?.['Title'], first?.title);
      assert.equal(rows[0]?.['Body (HTML)'], first?.descriptionHtml);
      assert.equal(rows[0]?.['Variant Barcode'], first?.variants[0]?.barcode);
      assert.equal(new Set(rows.map((row) => row['Handle'])).size, written.products);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
