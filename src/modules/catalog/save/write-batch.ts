import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { isSame } from '../plan/is-same.ts';
import type { WantedProduct } from '../plan/product-plan.ts';
import type { Product } from '../product.ts';
import { replaceCategories, replaceMedia, replaceOptions, takeApart } from '../store/write-lists.ts';
import { insertProducts, updateProducts } from '../store/write-products.ts';
import { insertBrands, insertCategories, insertDefinitions } from '../store/write-references.ts';
import {
  deleteVariants,
  insertVariants,
  type PlacedVariant,
  releaseSkus,
  updateVariants,
} from '../store/write-variants.ts';
import type { VariantId } from '../variant.ts';
import type { PreparedBatch } from './prepare.ts';

/** A product that is written: what it was, if it was, and what it now is. */
export type WrittenProduct = { readonly existing: Product | undefined; readonly product: Product };

/**
 * Writes all plans that create or update, a statement per table whatever their number, and returns them by
 * handle.
 */
export async function writeBatch(
  tx: Tx,
  batch: PreparedBatch,
  now: Temporal.Instant,
): Promise<Map<string, WrittenProduct>> {
  const written = batch.plans.flatMap(({ plan }): WrittenProduct[] => {
    if (plan.outcome === 'created') return [{ existing: undefined, product: ready(plan.wanted, now) }];
    if (plan.outcome === 'updated') return [{ existing: plan.existing, product: ready(plan.wanted, now) }];
    return [];
  });
  await writeReferences(tx, batch, written, now);
  const products = written.map(({ product }) => product);
  await insertProducts(
    tx,
    products.filter((_, index) => written[index]?.existing === undefined),
  );
  await updateProducts(
    tx,
    products.filter((_, index) => written[index]?.existing !== undefined),
  );
  await writeVariants(tx, written);
  await takeApart(
    tx,
    products.filter(
      (product, index) => product.kind !== 'bundle' && written[index]?.existing?.kind === 'bundle',
    ),
  );
  await replaceOptions(tx, changed(written, 'options'));
  await replaceMedia(tx, changed(written, 'media'));
  await replaceCategories(tx, changed(written, 'categoryIds'));
  return new Map(written.map((one) => [one.product.handle, one]));
}

function ready(wanted: WantedProduct, now: Temporal.Instant): Product {
  const variants = wanted.variants.map((variant) => ({ ...variant, id: variant.id ?? newId<'variant'>() }));
  return { ...wanted, id: wanted.id ?? newId<'product'>(), variants, updatedAt: now };
}

/**
 * Makes the brands, categories and definitions that a taken draft asked for; those of refused drafts are not
 * made.
 */
async function writeReferences(
  tx: Tx,
  batch: PreparedBatch,
  written: readonly WrittenProduct[],
  now: Temporal.Instant,
): Promise<void> {
  const brandIds = new Set(written.map(({ product }) => product.brandId));
  const categoryIds = new Set(written.flatMap(({ product }) => product.categoryIds));
  const keys = new Set(written.flatMap(({ product }) => attributeKeys(product)));
  // Parents come before their children: walking backwards, a child that is needed asks for its parent.
  const categories = batch.categories.missing.toReversed().filter((category) => {
    if (!categoryIds.has(category.id)) return false;
    if (category.parentId !== undefined) categoryIds.add(category.parentId);
    return true;
  });
  await insertBrands(
    tx,
    batch.brands.missing.filter((brand) => brandIds.has(brand.id)),
    now,
  );
  await insertCategories(tx, categories.toReversed());
  await insertDefinitions(
    tx,
    batch.missingDefinitions.filter((definition) => keys.has(definition.key)),
  );
}

function attributeKeys({ attributes, variants }: Product): string[] {
  return [attributes, ...variants.map((variant) => variant.attributes)].flatMap((each) => Object.keys(each));
}

async function writeVariants(tx: Tx, written: readonly WrittenProduct[]): Promise<void> {
  const inserted: PlacedVariant[] = [];
  const updated: PlacedVariant[] = [];
  const removed: VariantId[] = [];
  const released: VariantId[] = [];
  for (const { existing, product } of written) {
    const before = new Map(
      (existing?.variants ?? []).map((variant, place) => [variant.id, { variant, place }]),
    );
    for (const variant of placed(product)) {
      const { productId: _product, position, ...after } = variant;
      const was = before.get(variant.id);
      before.delete(variant.id);
      if (was === undefined) inserted.push(variant);
      else if (was.place !== position || !isSame(was.variant, after)) updated.push(variant);
      if (was?.variant.sku !== undefined && was.variant.sku !== variant.sku) released.push(variant.id);
    }
    removed.push(...before.keys());
  }
  await deleteVariants(tx, removed);
  await releaseSkus(tx, released);
  await updateVariants(tx, updated);
  await insertVariants(tx, inserted);
}

function placed(product: Product): PlacedVariant[] {
  return product.variants.map((variant, position) => ({ ...variant, productId: product.id, position }));
}

function changed(written: readonly WrittenProduct[], field: 'options' | 'media' | 'categoryIds'): Product[] {
  return written
    .filter(({ existing, product }) => !isSame(existing?.[field] ?? [], product[field]))
    .map(({ product }) => product);
}
