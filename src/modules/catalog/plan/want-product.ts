import type { Product } from '../product.ts';
import type { ProductDraft } from '../product-draft.ts';
import { firstPublished } from '../publication.ts';
import { fitOptions } from './fit-options.ts';
import { matchVariants, newVariant } from './match-variants.ts';
import type { PlanContext, WantedProduct } from './product-plan.ts';

/** The product that the draft makes of what is there, before it is known whether it may. */
export function wantProduct(
  existing: Product | undefined,
  draft: ProductDraft,
  context: PlanContext,
): WantedProduct {
  const before = existing ?? newProduct(draft, context.now);
  const kind = draft.kind ?? before.kind;
  const variants = wantVariants(existing, draft, kind);
  const own = {
    handle: draft.handle,
    title: draft.title ?? before.title,
    descriptionHtml: draft.descriptionHtml ?? before.descriptionHtml,
    kind,
    brandId: wantBrand(before, draft, context),
    productType: draft.productType ?? before.productType,
    tags: draft.tags ?? before.tags,
    status: draft.status ?? before.status,
    publishAt: 'publishAt' in draft ? draft.publishAt : before.publishAt,
    unpublishAt: 'unpublishAt' in draft ? draft.unpublishAt : before.unpublishAt,
    seoTitle: draft.seoTitle ?? before.seoTitle,
    seoDescription: draft.seoDescription ?? before.seoDescription,
    attributes: draft.attributes ?? before.attributes,
    manufacturer: 'manufacturer' in draft ? draft.manufacturer : before.manufacturer,
    euResponsiblePerson:
      'euResponsiblePerson' in draft ? draft.euResponsiblePerson : before.euResponsiblePerson,
    safetyWarnings: draft.safetyWarnings ?? before.safetyWarnings,
    foreignFields: draft.foreignFields ?? before.foreignFields,
    categoryIds: wantCategories(before, draft, context),
    media: draft.media ?? before.media,
  };
  return {
    ...own,
    id: existing?.id,
    options: fitOptions(draft.options ?? before.options, variants),
    variants,
    version: before.version,
    createdAt: before.createdAt,
    updatedAt: before.updatedAt,
    publishedAt: firstPublished(own, before.publishedAt, context.now),
  };
}

function wantVariants(existing: Product | undefined, draft: ProductDraft, kind: Product['kind']) {
  if (draft.variants !== undefined) return matchVariants(existing?.variants ?? [], draft.variants, kind);
  return existing?.variants ?? [newVariant(kind)];
}

function wantBrand(before: WantedProduct, draft: ProductDraft, context: PlanContext) {
  if (draft.brand === undefined) return before.brandId;
  return draft.brand === '' ? undefined : context.brandIdOf(draft.brand);
}

function wantCategories(before: WantedProduct, draft: ProductDraft, context: PlanContext) {
  if (draft.categories === undefined) return before.categoryIds;
  return [...new Set(draft.categories.map(context.categoryIdOf))];
}

function newProduct(draft: ProductDraft, now: Temporal.Instant): WantedProduct {
  return {
    id: undefined,
    handle: draft.handle,
    title: '',
    descriptionHtml: '',
    kind: 'physical',
    brandId: undefined,
    productType: '',
    tags: [],
    status: 'draft',
    publishAt: undefined,
    unpublishAt: undefined,
    seoTitle: '',
    seoDescription: '',
    attributes: {},
    manufacturer: undefined,
    euResponsiblePerson: undefined,
    safetyWarnings: '',
    foreignFields: {},
    categoryIds: [],
    options: [],
    variants: [],
    media: [],
    version: 1n,
    createdAt: now,
    updatedAt: now,
    publishedAt: undefined,
  };
}
