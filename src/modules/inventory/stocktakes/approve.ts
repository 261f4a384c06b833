import { type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import { bookCounts } from '../book-counts.ts';
import { moveStock } from '../move-stock.ts';
import { STOCK_LIMIT } from '../set-on-hand.ts';
import { found, notOpen } from './count.ts';
import type { ApproveRefusal, Stocktake, StocktakeId } from './stocktake.ts';
import { insertResults, lockStocktake, noteStocktakeClosed, readStocktake } from './store.ts';

/**
 * Makes what was counted what there is: the difference between the count and the books of that moment is moved, with
 * the reason `count`, so that what was sold since stays sold, and stands in the books. All of it, or nothing when there
 * would be fewer of something than orders are promised.
 */
export async function approveStocktake(
  tx: Tx,
  input: {
    readonly id: StocktakeId;
    /** Goods that nobody counted: there are none of them, or they stay as they are. */
    readonly uncounted: 'none' | 'as_they_are';
    /** Stay as they are, whatever was counted. */
    readonly leavesOut: readonly VariantId[];
    readonly now: Temporal.Instant;
    readonly actor: string;
  },
): Promise<Result<Stocktake, ApproveRefusal>> {
  const { id, leavesOut, now, actor } = input;
  const stocktake = await lockStocktake(tx, id);
  if (stocktake === undefined) return found(undefined, id);
  if (stocktake.state !== 'open') return notOpen(stocktake);
  if (stocktake.progress.counted === 0) {
    return refuse('nothing_counted', `nothing of ${stocktake.number} was counted; cancel it`, 'id');
  }
  const results = await insertResults(tx, { id, leavesOut, areUncountedNone: input.uncounted === 'none' });
  const moves = results.flatMap(({ variantId, difference }) =>
    difference === 0 ? [] : [{ variantId, locationId: stocktake.locationId, quantity: difference }],
  );
  for (let start = 0; start < moves.length; start += STOCK_LIMIT) {
    const moved = await moveStock(tx, {
      ...{ moves: moves.slice(start, start + STOCK_LIMIT), now, actor },
      ...{ reason: 'count', reference: stocktake.number },
    });
    if (moved.ok) continue;
    const { code, message, field } = moved.refusal;
    if (code === 'not_a_quantity') throw new RangeError(message);
    return refuse(code, message, field);
  }
  await bookCounts(tx, { found: moves, reference: stocktake.number, now });
  await noteStocktakeClosed(tx, id, { at: now, by: actor, state: 'approved' });
  return found(await readStocktake(tx, id), id);
}
