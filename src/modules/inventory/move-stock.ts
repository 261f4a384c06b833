import { ok, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import { readProductIdsOfVariants, type VariantId } from '../catalog/index.ts';
import { bookCounts } from './book-counts.ts';
import type { MovementReason, StockRefusal } from './level.ts';
import { serveBackorders } from './serve-backorders.ts';
import { keyOf, STOCK_LIMIT } from './set-on-hand.ts';
import { lockLevels, type Move, writeMoves } from './store/levels.ts';
import { lockPromises } from './store/lock-stock.ts';
import { tellLevelsChanged } from './tell-changed.ts';

const LARGEST = 2_147_483_647;

type StockMoves = {
  readonly moves: readonly Move[];
  readonly now: Temporal.Instant;
  readonly reason: MovementReason;
  readonly reference: string;
  readonly actor?: string | undefined;
};

type Moved = Result<{ readonly changed: VariantId[] }, StockRefusal>;

/** Moves stock because somebody says that there is more or less of it, and is so in the books, too. */
export async function correctStock(tx: Tx, input: StockMoves): Promise<Moved> {
  const moved = await moveStock(tx, input);
  if (moved.ok) {
    await bookCounts(tx, { found: input.moves, reference: `${input.reference} ${newId()}`, now: input.now });
  }
  return moved;
}

/**
 * Moves stock in (quantity above zero) or out (below): all of it or, when one level would go below what is
 * promised, nothing. Several movements of one level count as their sum. A transfer is two movements, out and
 * in. What comes in goes to those who wait for it first. Of money it knows nothing: whoever moves says in the books why.
 */
export async function moveStock(tx: Tx, input: StockMoves): Promise<Moved> {
  const { moves } = input;
  if (moves.length > STOCK_LIMIT) throw new RangeError(`at most ${STOCK_LIMIT} movements a call`);
  const known = await readProductIdsOfVariants(tx, [...new Set(moves.map((move) => move.variantId))]);
  const sums = new Map<string, Move>();
  for (const [index, move] of moves.entries()) {
    const field = `moves[${index}]`;
    if (!known.has(move.variantId)) return refuse('unknown_variant', `no variant ${move.variantId}`, field);
    if (!Number.isInteger(move.quantity) || Math.abs(move.quantity) > LARGEST) {
      return refuse('not_a_quantity', `${move.quantity} is no whole number of pieces`, field);
    }
    const before = sums.get(keyOf(move))?.quantity ?? 0;
    sums.set(keyOf(move), { ...move, quantity: before + move.quantity });
  }
  const netMoves = [...sums.values()].filter((move) => move.quantity !== 0);
  await lockPromises(tx, [...new Set(netMoves.map((move) => move.variantId))]);
  for (const level of await lockLevels(tx, netMoves)) {
    const quantity = sums.get(keyOf(level))?.quantity ?? 0;
    if (level.available + quantity < 0) {
      const message = `${level.available} of ${level.variantId} are available, ${-quantity} would go`;
      return refuse('would_go_below_zero', message, level.variantId);
    }
    if (level.onHand + quantity > LARGEST) return refuse('not_a_quantity', 'more than a level holds');
  }
  await writeMoves(tx, { ...input, moves: netMoves });
  await serveBackorders(
    tx,
    netMoves.filter((move) => move.quantity > 0),
  );
  const changed = [...new Set(netMoves.map((move) => move.variantId))];
  await tellLevelsChanged(tx, changed);
  return ok({ changed });
}
