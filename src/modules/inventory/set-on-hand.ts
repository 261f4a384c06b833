import { refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import { readProductIdsOfVariants, type VariantId } from '../catalog/index.ts';
import { bookCounts } from './book-counts.ts';
import type { Level, LocationId, StockRefusal } from './level.ts';
import { serveBackorders } from './serve-backorders.ts';
import { type LevelKey, lockLevels, type Move, writeMoves } from './store/levels.ts';
import { lockPromises } from './store/lock-stock.ts';
import { tellLevelsChanged } from './tell-changed.ts';

/** Most counts or movements of one call. */
export const STOCK_LIMIT = 10_000;
const LARGEST = 2_147_483_647;

export type Count = LevelKey & { readonly onHand: number };
export type RefusedCount = { readonly count: Count; readonly refusal: StockRefusal };

/**
 * Makes what is counted what there is: the difference to each level is kept as a movement, and a level that
 * is right already writes nothing. What was found or lost is in the books with it. Of two counts of one level the later
 * counts.
 *
 * @returns the variants whose stock changed, and the counts refused while the others went in: fewer on hand
 * than are
 *   promised to orders would make available go below zero
 */
export async function setOnHand(
  tx: Tx,
  input: {
    readonly counts: readonly Count[];
    readonly now: Temporal.Instant;
    readonly reason: 'import' | 'count';
    readonly reference: string;
    readonly actor?: string | undefined;
  },
): Promise<{ readonly changed: VariantId[]; readonly refused: RefusedCount[] }> {
  const { counts } = input;
  if (counts.length > STOCK_LIMIT) throw new RangeError(`at most ${STOCK_LIMIT} counts a call`);
  if (counts.length === 0) return { changed: [], refused: [] };
  const known = await readProductIdsOfVariants(tx, [...new Set(counts.map((count) => count.variantId))]);
  const refused: RefusedCount[] = [];
  const wanted = new Map<string, Count>();
  for (const count of counts) {
    const refusal = countRefusal(count, known);
    if (refusal === undefined) wanted.set(keyOf(count), count);
    else refused.push({ count, refusal });
  }
  await lockPromises(tx, [...new Set([...wanted.values()].map((count) => count.variantId))]);
  const levels = await lockLevels(tx, [...wanted.values()]);
  const moves: Move[] = [];
  for (const level of levels) {
    const count = wanted.get(keyOf(level));
    if (count === undefined || count.onHand === level.onHand) continue;
    const refusal = promisedRefusal(count, level);
    if (refusal === undefined) moves.push({ ...count, quantity: count.onHand - level.onHand });
    else refused.push({ count, refusal });
  }
  await writeMoves(tx, { ...input, moves });
  await bookCounts(tx, { found: moves, reference: `${input.reference} ${newId()}`, now: input.now });
  await serveBackorders(
    tx,
    moves.filter((move) => move.quantity > 0),
  );
  const changed = [...new Set(moves.map((move) => move.variantId))];
  await tellLevelsChanged(tx, changed);
  return { changed, refused };
}

/** One text per level. */
export function keyOf(key: { readonly variantId: VariantId; readonly locationId: LocationId }): string {
  return `${key.variantId} ${key.locationId}`;
}

function countRefusal(count: Count, known: ReadonlyMap<VariantId, unknown>): StockRefusal | undefined {
  if (!known.has(count.variantId)) {
    return refuse('unknown_variant', `no variant has the id ${count.variantId}`, 'variantId').refusal;
  }
  if (!Number.isInteger(count.onHand) || count.onHand > LARGEST) {
    const message = `${count.onHand} is no whole number of pieces up to ${LARGEST}`;
    return refuse('not_a_quantity', message, 'onHand').refusal;
  }
  if (count.onHand >= 0) return undefined;
  return refuse('would_go_below_zero', `there cannot be ${count.onHand} pieces on hand`, 'onHand').refusal;
}

function promisedRefusal(count: Count, level: Level): StockRefusal | undefined {
  if (count.onHand >= level.reserved) return undefined;
  const message = `${level.reserved} are promised to orders, so there cannot be ${count.onHand} on hand`;
  return refuse('would_go_below_zero', message, 'onHand').refusal;
}
