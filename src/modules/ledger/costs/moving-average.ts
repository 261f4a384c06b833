import { divideRounded, splitMinor } from '../../../kernel/index.ts';

/** Pieces and what they cost together, in minor units. */
export type Valued = { readonly quantity: bigint; readonly valueMinor: bigint };

/** Goods in stock. */
export type CostLevel = Valued & {
  /** How much of what was there once left since: of what was there at a decay d, e^(d - decay) is there. No money. */
  readonly decay: number;
};

export const NOTHING: CostLevel = { quantity: 0n, valueMinor: 0n, decay: 0 };

/** Goods come in at what they cost: the average moves. */
export function withReceived(level: CostLevel, quantity: bigint, valueMinor: bigint): CostLevel {
  return { ...level, quantity: level.quantity + quantity, valueMinor: level.valueMinor + valueMinor };
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
    return { left: emptied(level), valueMinor: level.valueMinor, unvalued: quantity - level.quantity };
  }
  const [valueMinor = 0n] = splitMinor(level.valueMinor, [quantity, level.quantity - quantity]);
  const rest = level.quantity - quantity;
  const decay = level.decay + Math.log(Number(level.quantity) / Number(rest));
  return {
    left: { quantity: rest, valueMinor: level.valueMinor - valueMinor, decay },
    valueMinor,
    unvalued: 0n,
  };
}

/** All of it left: of what was there nothing is. e^-100 of any amount is less than a minor unit. */
export function emptied({ decay }: CostLevel): CostLevel {
  return { ...NOTHING, decay: decay + 100 };
}

const FINE = 10n ** 15n;

/**
 * What is still in stock of an amount that was at an earlier decay.
 *
 * @example
 * // 10.00 came onto 10 pieces, 4 were sold, 20 came, 13 were sold: 6/10 and 13/26 of it are there, 3.00.
 */
export function stillThere(
  { stockMinor, decay }: { readonly stockMinor: bigint; readonly decay: number },
  level: CostLevel,
): bigint {
  const share = BigInt(Math.round(Math.exp(decay - level.decay) * Number(FINE)));
  return divideRounded(stockMinor * share, FINE);
}
