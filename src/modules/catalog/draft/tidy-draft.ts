import { sanitiseHtml } from '../../../platform/html/index.ts';
import type { Attributes } from '../attribute.ts';
import { LIMITS } from '../limits.ts';
import type { ProductMedia, SafetyContact } from '../product.ts';
import type { ProductDraft, VariantDraft } from '../product-draft.ts';
import type { Option, UnitPriceMeasure } from '../variant.ts';
import { tidyForeign, tidyOptional, tidyTags, tidyText } from './tidy-text.ts';

/**
 * The draft in the form in which it would be kept: texts trimmed, HTML sanitised, lists without repeats,
 * instants cut to the microsecond that PostgreSQL keeps. Tidying twice is tidying once, so a second import
 * compares as equal.
 */
export function tidyDraft(draft: ProductDraft): ProductDraft {
  return {
    ...draft,
    handle: tidyText(draft.handle),
    ...given(draft, 'title', tidyText),
    ...given(draft, 'descriptionHtml', tidyHtml),
    ...given(draft, 'productType', tidyText),
    ...given(draft, 'seoTitle', tidyText),
    ...given(draft, 'seoDescription', tidyText),
    ...given(draft, 'safetyWarnings', tidyText),
    ...given(draft, 'brand', tidyText),
    ...given(draft, 'tags', tidyTags),
    ...given(draft, 'categories', tidyCategories),
    ...given(draft, 'options', (options) => options.map(tidyOption)),
    ...given(draft, 'media', tidyMedia),
    ...given(draft, 'attributes', tidyAttributes),
    ...given(draft, 'foreignFields', tidyForeign),
    ...given(draft, 'variants', (variants) => variants.map(tidyVariant)),
    ...nullable(draft, 'publishAt', tidyInstant),
    ...nullable(draft, 'unpublishAt', tidyInstant),
    ...nullable(draft, 'manufacturer', tidyContact),
    ...nullable(draft, 'euResponsiblePerson', tidyContact),
  };
}

function tidyVariant(draft: VariantDraft): VariantDraft {
  return {
    ...draft,
    optionValues: draft.optionValues.map(tidyText),
    ...('sku' in draft ? { sku: tidyOptional(draft.sku) } : {}),
    ...('barcode' in draft ? { barcode: tidyOptional(draft.barcode) } : {}),
    ...('hsCode' in draft ? { hsCode: tidyOptional(draft.hsCode?.replace(/[ .]/g, '')) } : {}),
    ...('originCountry' in draft ? { originCountry: tidyOptional(draft.originCountry)?.toUpperCase() } : {}),
    ...given(draft, 'taxCode', tidyText),
    ...nullable(draft, 'unitPrice', tidyUnitPrice),
    ...given(draft, 'attributes', tidyAttributes),
    ...given(draft, 'foreignFields', tidyForeign),
  };
}

/** The field tidied when it is there; a field with `undefined` where none is meant counts as left out. */
function given<Holder extends object, Name extends keyof Holder>(
  holder: Holder,
  name: Name,
  tidy: (value: NonNullable<Holder[Name]>) => unknown,
): object {
  const value = holder[name];
  return value === undefined || value === null ? {} : { [name]: tidy(value) };
}

/** The field tidied when it is there, `undefined` kept: it empties the field. */
function nullable<Holder extends object, Name extends keyof Holder>(
  holder: Holder,
  name: Name,
  tidy: (value: NonNullable<Holder[Name]>) => unknown,
): object {
  if (!(name in holder)) return {};
  return { [name]: undefined, ...given(holder, name, tidy) };
}

function tidyHtml(html: string): string {
  // What is over the limit is refused later; there is no point in parsing it first.
  return html.length > LIMITS.descriptionHtml ? html : sanitiseHtml(html.toWellFormed()).trim();
}

function tidyInstant(instant: Temporal.Instant): Temporal.Instant {
  return instant.round({ smallestUnit: 'microsecond', roundingMode: 'floor' });
}

function tidyCategories(paths: readonly (readonly string[])[]): string[][] {
  const kept = new Map<string, string[]>();
  for (const path of paths) {
    const names = path.map(tidyText);
    const key = JSON.stringify(names).toLowerCase();
    if (names.length > 0 && !kept.has(key)) kept.set(key, names);
  }
  return [...kept.values()];
}

function tidyOption(option: Option): Option {
  return { name: tidyText(option.name), values: [...new Set(option.values.map(tidyText))] };
}

function tidyMedia(media: readonly ProductMedia[]): ProductMedia[] {
  const kept = new Map<string, ProductMedia>();
  for (const { assetId, alt } of media) {
    if (!kept.has(assetId)) kept.set(assetId, { assetId, alt: tidyText(alt) });
  }
  return [...kept.values()];
}

function tidyContact(contact: SafetyContact): SafetyContact {
  return {
    name: tidyText(contact.name),
    postalAddress: tidyText(contact.postalAddress),
    electronicAddress: tidyText(contact.electronicAddress),
  };
}

function tidyUnitPrice(measure: UnitPriceMeasure): UnitPriceMeasure {
  return { ...measure, totalUnit: tidyText(measure.totalUnit), baseUnit: tidyText(measure.baseUnit) };
}

function tidyAttributes(attributes: Attributes): Attributes {
  const entries = Object.entries(attributes).map(([key, value]) => {
    if (typeof value === 'string') return [key, tidyText(value)] as const;
    return [key, Array.isArray(value) ? [...new Set(value.map(tidyText))] : value] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== '' && !isEmptyList(value)));
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
