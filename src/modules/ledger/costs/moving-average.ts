import { splitMinor } from '../../../kernel/index.ts';

/** Goods in stock and what they cost together, in minor units. */
export type CostLevel = { readonly quantity: bigint; readonly valueMinor: bigint };

export const NOTHING: CostLevel = { quantity: 0n, valueMinor: 0n };

/** Goods come in at what they cost: the average moves. */
export function withReceived(level: CostLevel, quantity: bigint, valueMinor: bigint): CostLevel {
  return { quantity: level.quantity + quantity, valueMinor: level.valueMinor + valueMinor };
}

/**
 * Goods go out at the average. What is taken and what is left sum to what there was, and the last piece takes
 * all that is left: the value never drifts, however it is taken. Where more goes than was ever valued,
 * `unvalued` says how many.
 *
 * @example
 * // 3 pieces for 1.00: the first takes 0.33 and leaves 0.67 for two, the next 0.34 (0.335 rounded), the last
 * // 0.33.
 */
export function taken(
  level: CostLevel,
  quantity: bigint,
): { readonly left: CostLevel; readonly valueMinor: bigint; readonly unvalued: bigint } {
  if (quantity >= level.quantity) {
    return { left: NOTHING, valueMinor: level.valueMinor, unvalued: quantity - level.quantity };
  }
  const [valueMinor = 0n] = splitMinor(level.valueMinor, [quantity, level.quantity - quantity]);
  const left = { quantity: level.quantity - quantity, valueMinor: level.valueMinor - valueMinor };
  return { left, valueMinor, unvalued: 0n };
}
