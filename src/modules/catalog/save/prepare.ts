import type { Db } from '../../../platform/database/index.ts';
import type { AttributeDefinition, Attributes } from '../attribute.ts';
import { definitionFor } from '../draft/check-attributes.ts';
import { type CheckedDraft, type DraftPlan, planBatch } from '../plan/plan-batch.ts';
import type { ProductDraft } from '../product-draft.ts';
import { findHandlesBySku } from '../store/find-variants.ts';
import { readProductsByHandle } from '../store/read-products.ts';
import { findComponents, readAttributeDefinitions } from '../store/read-references.ts';
import { type BrandReferences, findBrands } from './brand-references.ts';
import { type CategoryReferences, findCategories } from './category-references.ts';

export type PreparedBatch = {
  readonly plans: readonly DraftPlan[];
  readonly brands: BrandReferences;
  readonly categories: CategoryReferences;
  /** Definitions that are to be made if a draft that uses them is taken. */
  readonly missingDefinitions: readonly AttributeDefinition[];
};

/**
 * Reads what the drafts touch, in a number of statements that does not depend on theirs, and decides each
 * one.
 */
export async function prepareBatch(
  db: Db,
  checked: readonly CheckedDraft[],
  options: { readonly now: Temporal.Instant; readonly defineAttributes: boolean },
): Promise<PreparedBatch> {
  const drafts = checked.filter(({ refusal }) => refusal === undefined).map(({ draft }) => draft);
  const products = await readProductsByHandle(db, [...new Set(drafts.map((draft) => draft.handle))]);
  const variantIds = [...products.values()].flatMap(({ variants }) => variants.map(({ id }) => id));
  const skus = drafts.flatMap((draft) => (draft.variants ?? []).flatMap(({ sku }) => sku ?? []));
  const skuOwners = await findHandlesBySku(db, [...new Set(skus)]);
  const componentIds = await findComponents(db, variantIds);
  const brands = await findBrands(db, drafts);
  const categories = await findCategories(db, drafts);
  const defined = await readAttributeDefinitions(db);
  const known = new Map(defined.map((definition) => [definition.key, definition]));
  const missing = options.defineAttributes ? missingDefinitions(drafts, known) : [];
  const definitions = new Map([
    ...known,
    ...missing.map((definition) => [definition.key, definition] as const),
  ]);
  const plans = planBatch(checked, {
    products,
    skuOwners,
    componentIds,
    definitions,
    brandIdOf: brands.idOf,
    categoryIdOf: categories.idOf,
    now: options.now,
  });
  return { plans, brands, categories, missingDefinitions: missing };
}

function missingDefinitions(
  drafts: readonly ProductDraft[],
  known: ReadonlyMap<string, AttributeDefinition>,
): AttributeDefinition[] {
  const missing = new Map<string, AttributeDefinition>();
  for (const attributes of drafts.flatMap(attributesOf)) {
    for (const [key, value] of Object.entries(attributes)) {
      if (known.has(key) || missing.has(key)) continue;
      const definition = definitionFor(key, value);
      if (definition !== undefined) missing.set(key, definition);
    }
  }
  return [...missing.values()];
}

function attributesOf(draft: ProductDraft): Attributes[] {
  const ofVariants = (draft.variants ?? []).map((variant) => variant.attributes ?? {});
  return [draft.attributes ?? {}, ...ofVariants];
}
