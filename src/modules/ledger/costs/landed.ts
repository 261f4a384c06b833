import { splitMinor } from '../../../kernel/index.ts';
import type { CostLevel } from './moving-average.ts';

/**
 * A cost that goods brought with them, known after they came: as much of it goes onto what is in stock as there is still of
 * those pieces, the rest onto the cost of what left. Below zero it takes off, and never more than what is there.
 *
 * @example
 * // 10 came, 4 are left at 20.00 together, freight 5.00: 2.00 onto the 4, which are 22.00 then, 3.00 onto those sold.
 */
export function withLanded(
  level: CostLevel,
  { pieces, valueMinor }: { readonly pieces: bigint; readonly valueMinor: bigint },
): { readonly level: CostLevel; readonly inventoryMinor: bigint; readonly soldMinor: bigint } {
  const inventoryMinor = clamped(level, stockShare(level, pieces, valueMinor));
  return {
    level: { ...level, valueMinor: level.valueMinor + inventoryMinor },
    inventoryMinor,
    soldMinor: valueMinor - inventoryMinor,
  };
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
