import type { Product } from '../product.ts';
import type { VariantDraft } from '../product-draft.ts';
import type { Variant } from '../variant.ts';
import type { WantedVariant } from './product-plan.ts';

/**
 * The variants that the drafts ask for. A draft is an existing variant's when it has its id, else its SKU,
 * else its option values; so a variant keeps its id, and with it price, stock and orders, when it is renamed
 * or gets a SKU.
 */
export function matchVariants(
  existing: readonly Variant[],
  drafts: readonly VariantDraft[],
  kind: Product['kind'],
): WantedVariant[] {
  const matches = new Map<VariantDraft, Variant>();
  const free = new Set(existing);
  const claim = (draft: VariantDraft, variant: Variant | undefined) => {
    if (variant === undefined || matches.has(draft) || !free.has(variant)) return;
    matches.set(draft, variant);
    free.delete(variant);
  };
  const byId = new Map(existing.map((variant) => [variant.id, variant]));
  for (const draft of drafts) {
    if (draft.id !== undefined) claim(draft, byId.get(draft.id));
  }
  const bySku = new Map(existing.map((variant) => [variant.sku, variant]));
  for (const draft of drafts) {
    if (draft.sku !== undefined) claim(draft, bySku.get(draft.sku));
  }
  const byValues = new Map(existing.map((variant) => [JSON.stringify(variant.optionValues), variant]));
  for (const draft of drafts) claim(draft, byValues.get(JSON.stringify(draft.optionValues)));
  return drafts.map((draft) => applyVariant(matches.get(draft) ?? newVariant(kind), draft));
}

/** A variant as nobody has described it yet. */
export function newVariant(kind: Product['kind']): WantedVariant {
  return {
    id: undefined,
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
    requiresShipping: kind === 'physical' || kind === 'bundle',
    isTaxable: kind !== 'gift_card',
    taxCode: '',
    unitPrice: undefined,
    assetId: undefined,
    attributes: {},
    foreignFields: {},
  };
}

function applyVariant(before: WantedVariant, draft: VariantDraft): WantedVariant {
  const or = <Name extends keyof VariantDraft & keyof WantedVariant>(name: Name) =>
    name in draft ? draft[name] : before[name];
  return {
    id: before.id,
    sku: or('sku'),
    barcode: or('barcode'),
    optionValues: draft.optionValues,
    cost: or('cost'),
    weightGrams: or('weightGrams'),
    lengthMm: or('lengthMm'),
    widthMm: or('widthMm'),
    heightMm: or('heightMm'),
    hsCode: or('hsCode'),
    originCountry: or('originCountry'),
    requiresShipping: draft.requiresShipping ?? before.requiresShipping,
    isTaxable: draft.isTaxable ?? before.isTaxable,
    taxCode: draft.taxCode ?? before.taxCode,
    unitPrice: or('unitPrice'),
    assetId: or('assetId'),
    attributes: draft.attributes ?? before.attributes,
    foreignFields: draft.foreignFields ?? before.foreignFields,
  };
}
