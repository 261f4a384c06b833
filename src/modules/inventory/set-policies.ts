import type { Tx } from '../../platform/database/index.ts';
import type { VariantId } from '../catalog/index.ts';
import type { Policy } from './level.ts';
import { STOCK_LIMIT } from './set-on-hand.ts';
import { upsertPolicies } from './store/policies.ts';
import { tellLevelsChanged } from './tell-changed.ts';

/**
 * Says how variants are sold when stock runs out; the same policy again writes nothing. Of two for one
 * variant the later counts.
 */
export async function setPolicies(
  tx: Tx,
  policies: readonly Policy[],
): Promise<{ readonly changed: VariantId[] }> {
  if (policies.length > STOCK_LIMIT) throw new RangeError(`at most ${STOCK_LIMIT} policies a call`);
  for (const { lowStockAt } of policies) {
    const isCount = lowStockAt === undefined || (Number.isInteger(lowStockAt) && lowStockAt >= 0);
    if (!isCount) throw new RangeError(`lowStockAt is ${lowStockAt}; a whole number from 0 is needed`);
  }
  const wanted = new Map(policies.map((policy) => [policy.variantId, policy]));
  const changed = await upsertPolicies(tx, [...wanted.values()]);
  await tellLevelsChanged(tx, changed);
  return { changed };
}
