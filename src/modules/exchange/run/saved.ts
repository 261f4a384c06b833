import type { SavedProduct, VariantId } from '../../catalog/index.ts';
import type { ProductRecord, VariantRecord } from '../record.ts';

/** A record and the product it became. */
export type Saved = {
  readonly record: ProductRecord;
  readonly product: Extract<SavedProduct, { outcome: string }>;
};

export function* variantsOf(saved: readonly Saved[]): Iterable<{ id: VariantId; variant: VariantRecord }> {
  for (const { record, product } of saved) {
    for (const [place, variant] of record.variants.entries()) {
      const id = product.variants[place]?.id;
      if (id === undefined)
        throw new RangeError(`the product ${product.handle} came back with fewer variants than were saved`);
      yield { id, variant };
    }
  }
}
