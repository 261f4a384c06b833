import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { currencyOf, expectOk } from '../../kernel/index.ts';
import { type ProductDraft, saveProducts, setBundleComponents, setDigitalFiles } from '../catalog/index.ts';
import { defaultLocation, setOnHand, setPolicies } from '../inventory/index.ts';
import { openOriginal, storeAsset, storeFile } from '../media/index.ts';
import { setPrices } from '../pricing/index.ts';
import {
  exportProducts,
  type NamedAsset,
  openPictures,
  readIssues,
  runImport,
  startImport,
} from './index.ts';
import { NOW, openTestShop } from './test-shop.ts';

type Shop = Awaited<ReturnType<typeof openTestShop>>;

const SIZES = { name: 'Size', values: ['S', 'L; |'] };
const svg = (color: string) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="${color}" d="M0 0h9v9H0z"/></svg>`,
  );

async function fill({ db, deps }: Shop): Promise<void> {
  const picture = expectOk(await storeAsset(deps, { data: svg('#00aa11'), fileName: 'front.svg' }));
  const other = expectOk(await storeAsset(deps, { data: svg('#bb0011'), fileName: 'front.svg' }));
  const manual = expectOk(await storeFile(deps, { data: Buffer.from('%PDF-1.4 x'), fileName: 'manual.pdf' }));
  const drafts: ProductDraft[] = [
    {
      handle: 'cup',
      title: 'Cup',
      descriptionHtml: '<p>A cup</p>',
      brand: 'Nørd',
      status: 'active',
      tags: ['a', 'b'],
      productType: 'Cups',
      categories: [['Home', 'Cups']],
      seoTitle: '=SEO',
      foreignFields: { 'Old field': 'kept' },
      attributes: { material: 'Clay; fired once' },
      options: [SIZES],
      variants: [
        { optionValues: ['S'], weightGrams: 200, barcode: '4006381333931', foreignFields: {} },
        { optionValues: ['L; |'], weightGrams: 300, foreignFields: { 'Old field': 'of L' } },
      ],
      media: [
        { assetId: picture.assetId, alt: 'From the front' },
        { assetId: other.assetId, alt: '' },
      ],
    },
    { handle: 'set', title: 'Set', kind: 'bundle', variants: [{ optionValues: [], sku: 'product:x' }] },
    { handle: 'book', title: 'Book', kind: 'digital', variants: [{ optionValues: [], sku: 'BOOK' }] },
  ];
  await db.transaction().execute(async (tx) => {
    const saved = await saveProducts(tx, { drafts, now: NOW, cause: 'test', defineAttributes: true });
    const variants = saved.flatMap((product) => ('refusal' in product ? [] : product.variants));
    const [small, large, set, book] = variants.map((variant) => variant.id);
    assert.ok(small && large && set && book);
    expectOk(
      await setBundleComponents(tx, set, [
        { variantId: large, quantity: 2 },
        { variantId: book, quantity: 1 },
      ]),
    );
    const file = { assetId: manual.assetId, name: 'Manual; 1', downloadLimit: 3, expiryDays: undefined };
    expectOk(await setDigitalFiles(tx, book, [file]));
    const price = (variantId: typeof small, currency: string, amountMinor: bigint) => ({
      variantId,
      currency: currencyOf(currency),
      amountMinor,
      compareAtMinor: amountMinor + 100n,
    });
    const prices = [price(small, 'EUR', 1_000n), price(large, 'EUR', 1_200n), price(small, 'USD', 1_100n)];
    await setPrices(tx, { prices, now: NOW, reason: 'test' });
    const { id: locationId } = await defaultLocation(tx);
    const counts = [{ variantId: small, locationId, onHand: 7 }];
    await setOnHand(tx, { counts, now: NOW, reason: 'count', reference: 'test' });
    await setPolicies(tx, [{ variantId: small, isTracked: true, mayBackorder: false, lowStockAt: 4 }]);
  });
}

async function exported(shop: Shop, format: 'institor' | 'shopify') {
  const assets = new Map<string, NamedAsset>();
  let text = '';
  await exportProducts(
    shop.db,
    async (part) => {
      text += part;
    },
    { format, onAssets: async (named) => named.forEach((one) => void assets.set(one.assetId, one)) },
  );
  return { text, assets: [...assets.values()] };
}

test('pictures, downloads and parts without SKU reach an empty shop with a folder of files', async () => {
  const first = await openTestShop(await testDatabase());
  await fill(first);
  const { text, assets } = await exported(first, 'institor');
  assert.match(text, /1 × BOOK; 2 × product:cup\| L/);
  const again = await first.bring(text);
  assert.deepEqual([again.issues, again.run.counts.unchanged], [[], 3]);
  const folder = await mkdtemp(join(tmpdir(), 'institor-export-'));
  for (const { assetId, fileName } of assets) {
    const original = await openOriginal(first.deps, assetId);
    assert.ok(original);
    await writeFile(join(folder, fileName), await buffer(original.stream));
  }
  assert.equal(assets.length, 3);
  const second = await openTestShop(await testDatabase());
  const pictures = await openPictures(second.deps, folder);
  const runId = await startImport(second.deps, {
    fileName: 'a.csv',
    stream: Readable.from([Buffer.from(text)]),
    options: {},
    isDryRun: false,
    now: NOW,
  });
  const run = await runImport({ ...second.deps, pictures }, { runId, now: NOW });
  assert.deepEqual(await readIssues(second.db, runId, { limit: 10 }), []);
  assert.equal(run.counts.created, 3);
  assert.equal((await exported(second, 'institor')).text, text);
  await rm(folder, { recursive: true });
});

test('an export in Shopify’s dialect changes nothing where it comes from, and gives itself elsewhere', async () => {
  const first = await openTestShop(await testDatabase());
  await fill(first);
  const { text } = await exported(first, 'shopify');
  assert.match(text, /Variant Inventory Qty/);
  assert.match(text, /Price \/ International/);
  assert.match(text, /'=SEO/);
  const again = await first.bring(text);
  assert.deepEqual(
    [again.run.format, again.issues, again.run.counts],
    ['shopify', [], { created: 0, updated: 0, unchanged: 3, skipped: 0 }],
  );
  const second = await openTestShop(await testDatabase());
  const named = text.replaceAll(/front[^,]*\.svg/g, '');
  const there = await second.bring(named);
  assert.deepEqual([there.issues, there.run.counts.created], [[], 3]);
  const { text: back } = await exported(second, 'shopify');
  const third = await openTestShop(await testDatabase());
  await third.bring(back);
  assert.equal((await exported(third, 'shopify')).text, back);
});
