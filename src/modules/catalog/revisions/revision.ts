import type { Product, ProductId } from '../product.ts';
import type { Variant } from '../variant.ts';

/** A variant and where it stood in its product. */
export type PlacedInProduct = Variant & { readonly position: number };

/**
 * Fields of a product by name, those that one change touched. `variants` are only the ones that the change added,
 * changed, moved or removed. A field that is missing on one side was, or became, empty.
 */
export type RevisedFields = Partial<Omit<Product, 'variants'>> & {
  readonly variants?: readonly PlacedInProduct[];
};

/** One change of a product: who made which version of it when, what was before and what came of it. */
export type Revision = {
  readonly productId: ProductId;
  /** The version that the change made; the product before it had one less. */
  readonly version: bigint;
  readonly madeAt: Temporal.Instant;
  readonly actor: string;
  readonly cause: string;
  readonly before: RevisedFields;
  readonly after: RevisedFields;
};

/** What a product's history is about: what a save keeps by itself is not. */
export const REVISED_FIELDS = [
  ...(['handle', 'title', 'descriptionHtml', 'kind', 'brandId', 'productType', 'tags', 'status'] as const),
  ...(['publishAt', 'unpublishAt', 'seoTitle', 'seoDescription', 'attributes', 'manufacturer'] as const),
  ...(['euResponsiblePerson', 'safetyWarnings', 'foreignFields', 'categoryIds', 'options', 'media'] as const),
] as const satisfies readonly (keyof Product)[];

export type RevisedField = (typeof REVISED_FIELDS)[number];

/** The names of what a change touched, in the order of a product's page. */
export function fieldsIn({ before, after }: Pick<Revision, 'before' | 'after'>): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...REVISED_FIELDS, 'variants'].filter((name) => names.has(name));
}
