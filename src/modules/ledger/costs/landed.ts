import { divideRounded, splitMinor } from '../../../kernel/index.ts';
import { type CostLevel, stillThere } from './moving-average.ts';

/** What one source (a landed cost, an invoice) put onto a variant's goods. */
export type Landed = {
  /** All that was landed and not taken back. */
  readonly landedMinor: bigint;
  /** What of it was in stock when the level's decay was `decay`. */
  readonly stockMinor: bigint;
  readonly decay: number;
};

export const NOT_LANDED: Landed = { landedMinor: 0n, stockMinor: 0n, decay: 0 };

/**
 * A cost that goods brought with them, known after they came: as much of it goes onto what is in stock as there is still of
 * those pieces, the rest onto the cost of what left. Below zero it takes off, and never more than what is there. What was
 * landed before and is taken back leaves stock with what is still there of it, as if it had never been landed.
 *
 * @example
 * // 10 came, 4 are left at 20.00 together, freight 5.00: 2.00 onto the 4, which are 22.00 then, 3.00 onto those sold.
 * // 2 of the 4 are sold, 8 others come, the freight is taken back: 1.00 leaves stock, 4.00 the cost of what was sold.
 */
export function withLanded(
  level: CostLevel,
  { pieces, valueMinor }: { readonly pieces: bigint; readonly valueMinor: bigint },
  before: Landed = NOT_LANDED,
): {
  readonly level: CostLevel;
  readonly landed: Landed;
  readonly inventoryMinor: bigint;
  readonly soldMinor: bigint;
} {
  const there = stillThere(before, level);
  const inventoryMinor = isTakenBack(before, valueMinor)
    ? takenOff(level, partOf(there, valueMinor, before.landedMinor))
    : clamped(level, stockShare(level, pieces, valueMinor));
  return {
    level: { ...level, valueMinor: level.valueMinor + inventoryMinor },
    landed: {
      landedMinor: before.landedMinor + valueMinor,
      stockMinor: there + inventoryMinor,
      decay: level.decay,
    },
    inventoryMinor,
    soldMinor: valueMinor - inventoryMinor,
  };
}

/** Whether it turns what was landed, or a part of that. */
function isTakenBack({ landedMinor }: Landed, valueMinor: bigint): boolean {
  return landedMinor > 0n
    ? valueMinor < 0n && -valueMinor <= landedMinor
    : valueMinor > 0n && valueMinor <= -landedMinor;
}

/** As much of what is there as `part` is of the whole. */
function partOf(there: bigint, part: bigint, whole: bigint): bigint {
  return whole < 0n ? divideRounded(-there * part, -whole) : divideRounded(there * part, whole);
}

function takenOff(level: CostLevel, change: bigint): bigint {
  return level.quantity === 0n ? 0n : clamped(level, change);
}

function stockShare(level: CostLevel, pieces: bigint, valueMinor: bigint): bigint {
  if (level.quantity === 0n) return 0n;
  if (pieces <= level.quantity) return valueMinor;
  const [share = 0n] = splitMinor(valueMinor, [level.quantity, pieces - level.quantity]);
  return share;
}

function clamped({ valueMinor }: CostLevel, change: bigint): bigint {
  return valueMinor + change < 0n ? -valueMinor : change;
}
