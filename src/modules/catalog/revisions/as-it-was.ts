import type { Product } from '../product.ts';
import type { Variant } from '../variant.ts';
import { REVISED_FIELDS, type Revision } from './revision.ts';

/**
 * The product as it was before these changes, which are all that came after that moment, the latest first: each field
 * is what the earliest of them found there.
 *
 * @example asItWas({ …, title: 'C' }, [b to c, a to b]).title // 'A'
 */
export function asItWas(product: Product, laterFirst: readonly Revision[]): Product {
  return laterFirst.reduce(undone, product);
}

function undone(product: Product, revision: Revision): Product {
  const { before, after } = revision;
  const touched = REVISED_FIELDS.filter((name) => name in before || name in after);
  const fields = Object.fromEntries(touched.map((name) => [name, before[name]]));
  return { ...product, ...fields, variants: variantsBefore(product.variants, revision) };
}

function variantsBefore(now: readonly Variant[], { before, after }: Revision): Variant[] {
  const others = new Set([...(before.variants ?? []), ...(after.variants ?? [])].map(({ id }) => id));
  const variants = now.filter(({ id }) => !others.has(id));
  const back = (before.variants ?? []).toSorted((a, b) => a.position - b.position);
  for (const { position, ...variant } of back) variants.splice(position, 0, variant);
  return variants;
}
