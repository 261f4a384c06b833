import type { Tx } from '../../platform/database/index.ts';
import type { VariantId } from '../catalog/index.ts';
import type { BackorderTerms } from './reservation.ts';
import { STOCK_LIMIT } from './set-on-hand.ts';
import { upsertTerms } from './store/policies.ts';
import { tellLevelsChanged } from './tell-changed.ts';

/**
 * Says how far variants are sold beyond their stock; the same terms again write nothing. A limit below what
 * is promised already takes no promise back: there are just no more.
 */
export async function setBackorderTerms(
  tx: Tx,
  terms: readonly BackorderTerms[],
): Promise<{ readonly changed: VariantId[] }> {
  if (terms.length > STOCK_LIMIT) throw new RangeError(`at most ${STOCK_LIMIT} terms a call`);
  for (const { backorderLimit, preorder } of terms) {
    for (const limit of [backorderLimit, preorder?.limit]) {
      const isCount = limit === undefined || (Number.isInteger(limit) && limit >= 0);
      if (!isCount) throw new RangeError(`a limit is a whole number from 0, not ${limit}`);
    }
  }
  const wanted = new Map(terms.map((one) => [one.variantId, one]));
  const changed = await upsertTerms(tx, [...wanted.values()]);
  await tellLevelsChanged(tx, changed);
  return { changed };
}
