import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { VariantId } from '../catalog/index.ts';
import type { LocationId } from './level.ts';
import type { OwnerId } from './reservation.ts';
import { serveBackorders } from './serve-backorders.ts';
import { keyOf } from './set-on-hand.ts';
import { makeLevels, writeMoves } from './store/levels.ts';
import { lockPromises, lockStock } from './store/lock-stock.ts';
import { type Take, takeOut } from './store/move-reservations.ts';
import { type Held, lockHeld } from './store/reservations.ts';
import { tellShownSince } from './tell-shown.ts';

/** Pieces that leave one location or come to it. */
export type StockItem = {
  readonly variantId: VariantId;
  readonly locationId: LocationId;
  readonly quantity: number;
  /** Whose promise goes: where an order has a piece by itself and in a bundle, the one and not the other. */
  readonly lineVariantId?: VariantId | undefined;
};

/**
 * Sends an owner's reserved pieces out of the door: reserved and on hand go down together, so that what
 * others can buy stays as it is. What is not tracked and not held needs nothing.
 *
 * Refused as a whole when more is to go from a location than the owner holds there.
 */
export async function shipStock(
  tx: Tx,
  input: {
    readonly owner: OwnerId;
    readonly items: readonly StockItem[];
    readonly now: Temporal.Instant;
    readonly reference: string;
  },
): Promise<Result<undefined, Refusal<'not_reserved'>>> {
  const items = summed(input.items);
  const variantIds = [...new Set(items.map((item) => item.variantId))];
  const { variants } = await lockStock(tx, variantIds);
  const held = await lockHeld(tx, { owners: [input.owner], variantIds });
  const takes: Take[] = [];
  for (const item of items) {
    const found = takesAt(held, item);
    const pieces = found.reduce((sum, take) => sum + take.quantity, 0);
    const isNeeded = pieces > 0 || (variants.get(item.variantId)?.promising.isTracked ?? true);
    if (pieces < item.quantity && isNeeded) {
      const message = `${pieces} of ${item.variantId} are held for the order there, ${item.quantity} would go`;
      return refuse('not_reserved', message, item.variantId);
    }
    takes.push(...found);
  }
  if (takes.length > 0) await takeOut(tx, { ...input, takes, reason: 'sold' });
  return ok(undefined);
}

/**
 * Takes goods back: sellable ones are on hand again and go to those who wait; damaged ones are kept as two
 * movements, in and written off.
 */
export async function returnStock(
  tx: Tx,
  input: {
    readonly items: readonly (StockItem & { readonly condition: 'sellable' | 'damaged' })[];
    readonly now: Temporal.Instant;
    readonly reference: string;
  },
): Promise<void> {
  // A level is moved once, whatever its goods were sold as.
  const items = input.items.map((item) => ({ ...item, lineVariantId: undefined }));
  const all = summed(items);
  const damaged = summed(items.filter((item) => item.condition === 'damaged'));
  const variantIds = [...new Set(all.map((item) => item.variantId))];
  await lockPromises(tx, variantIds);
  await makeLevels(tx, all);
  const before = await lockStock(tx, variantIds);
  const isTracked = ({ variantId }: StockItem) => before.variants.get(variantId)?.promising.isTracked ?? true;
  const moves = all.filter(isTracked);
  if (moves.length === 0) return;
  const { now, reference } = input;
  await writeMoves(tx, { moves, now, reference, reason: 'returned' });
  const writtenOff = damaged.filter(isTracked).map((item) => ({ ...item, quantity: -item.quantity }));
  await writeMoves(tx, { moves: writtenOff, now, reference, reason: 'damaged' });
  await serveBackorders(tx, moves);
  await tellShownSince(tx, before);
}

function summed(items: readonly StockItem[]): StockItem[] {
  const sums = new Map<string, StockItem>();
  for (const item of items) {
    if (!Number.isInteger(item.quantity) || item.quantity < 1) {
      throw new RangeError(`${item.quantity} of ${item.variantId} is no number of pieces`);
    }
    const { variantId, locationId, lineVariantId } = item;
    const key = `${keyOf(item)} ${lineVariantId ?? ''}`;
    const quantity = (sums.get(key)?.quantity ?? 0) + item.quantity;
    sums.set(key, { variantId, locationId, lineVariantId, quantity });
  }
  return [...sums.values()];
}

function takesAt(held: readonly Held[], item: StockItem): Take[] {
  const { variantId, locationId, lineVariantId = undefined } = item;
  let open = item.quantity;
  return held.flatMap((one) => {
    if (one.variantId !== variantId || one.locationId !== locationId) return [];
    if (lineVariantId !== undefined && one.lineVariantId !== lineVariantId) return [];
    const pieces = Math.min(open, one.quantity);
    open -= pieces;
    return pieces > 0 ? [{ id: one.id, quantity: pieces }] : [];
  });
}
