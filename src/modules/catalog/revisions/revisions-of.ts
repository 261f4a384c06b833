import { isSame } from '../plan/is-same.ts';
import type { Product } from '../product.ts';
import type { WrittenProduct } from '../save/write-batch.ts';
import { type PlacedInProduct, REVISED_FIELDS, type RevisedFields, type Revision } from './revision.ts';

/** The history's rows for products that were just written; a new product has none: it begins there. */
export function revisionsOf(
  written: readonly WrittenProduct[],
  by: { readonly now: Temporal.Instant; readonly cause: string; readonly actor?: string },
): Revision[] {
  return written.flatMap(({ existing, product }) => {
    if (existing === undefined) return [];
    const [before, after] = [fieldsThatDiffer(existing, product), fieldsThatDiffer(product, existing)];
    const about = { productId: product.id, version: existing.version + 1n, madeAt: by.now };
    return [{ ...about, actor: by.actor ?? '', cause: by.cause, before, after }];
  });
}

/** The fields of `one` that are others in `other`, and the variants that are not the same and in the same place. */
function fieldsThatDiffer(one: Product, other: Product): RevisedFields {
  const names = REVISED_FIELDS.filter((name) => !isSame(one[name], other[name]));
  const fields = Object.fromEntries(names.map((name) => [name, one[name]]));
  const placed = new Map(placedVariants(other).map((variant) => [variant.id, variant]));
  const variants = placedVariants(one).filter((variant) => !isSame(variant, placed.get(variant.id)));
  return variants.length === 0 ? fields : { ...fields, variants };
}

function placedVariants({ variants }: Product): PlacedInProduct[] {
  return variants.map((variant, position) => ({ ...variant, position }));
}
