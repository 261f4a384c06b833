import type { CurrencyCode } from '../../kernel/index.ts';
import type { Db } from '../../platform/database/index.ts';
import type { VariantId } from '../catalog/index.ts';
import { announcedReduction, lowestPrior, type Reduction } from './reduction.ts';
import { readPriceHistory } from './store.ts';

/** The reduction that may be announced for each variant; see `announcedReduction`. One round trip. */
export async function readReductions(
  db: Db,
  input: {
    readonly variantIds: readonly VariantId[];
    readonly currency: CurrencyCode;
    readonly now: Temporal.Instant;
  },
): Promise<Map<VariantId, Reduction>> {
  const histories = await readPriceHistory(db, { ...input, onlyReduced: true });
  const reductions = new Map<VariantId, Reduction>();
  for (const [variantId, history] of histories) {
    const reduction = announcedReduction(history, input.now);
    if (reduction !== undefined) reductions.set(variantId, reduction);
  }
  return reductions;
}

/**
 * The lowest price that applied in the 30 days before a reduction (Directive 98/6/EC, article 6a), in minor
 * units.
 *
 * @param input.since30DaysBefore when the reduction began: the 30 days before this instant are looked at
 */
export async function lowestPriorPrice(
  db: Db,
  input: {
    readonly variantId: VariantId;
    readonly currency: CurrencyCode;
    readonly since30DaysBefore: Temporal.Instant;
  },
): Promise<bigint | undefined> {
  const histories = await readPriceHistory(db, { variantIds: [input.variantId], currency: input.currency });
  return lowestPrior(histories.get(input.variantId) ?? [], input.since30DaysBefore);
}
