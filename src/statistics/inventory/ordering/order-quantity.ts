/** In which quantities a supplier sells something. Whole units. */
export type OrderSizes = {
  /** The least that may be ordered; 1 where it is left out. */
  readonly minimum?: number;
  /** Only multiples of it; 1 where it is left out. */
  readonly pack?: number;
  /** The most that may be ordered, or that there is room for. */
  readonly maximum?: number;
};

export type SizedOrder = {
  readonly quantity: number;
  /** Which sizes made it another than what is missing. */
  readonly because: readonly (keyof OrderSizes)[];
};

/**
 * What to order so that `position` (on hand + on order − promised) reaches `level`: what is missing, not the
 * level; whole units, up to a multiple of the pack and at least the minimum, and no more than the maximum
 * (down to a multiple). Nothing where nothing is missing, whatever the minimum; nothing where no quantity is
 * within the sizes. Throws a RangeError for sizes that are not whole and positive,
 * and for a position or a level that is no number.
 *
 * @example orderQuantity({ position: 7, level: 30.2 }, { pack: 6, minimum: 12 }).quantity // 24
 */
export function orderQuantity(
  { position, level }: { readonly position: number; readonly level: number },
  sizes: OrderSizes,
): SizedOrder {
  const { least, pack, most } = sizesOf(sizes);
  if (!Number.isFinite(level - position)) throw new RangeError(`no order from ${position} to ${level}`);
  // 23.200000000000003 − 0.2 are 23 units and a rounding error.
  const missing = Math.ceil(level - position - 1e-9);
  if (!(missing > 0)) return { quantity: 0, because: [] };
  const because: (keyof OrderSizes)[] = [];
  const packed = Math.ceil(missing / pack) * pack;
  if (packed !== missing) because.push('pack');
  if (least > packed) because.push('minimum');
  const wanted = Math.max(packed, least);
  if (wanted > most) because.push('maximum');
  return { quantity: most < least ? 0 : Math.min(wanted, most), because };
}

/** The least and the most quantity that are multiples of the pack; `most` may be below `least`. */
export function sizesOf({ minimum = 1, pack = 1, maximum = Number.POSITIVE_INFINITY }: OrderSizes): {
  readonly least: number;
  readonly pack: number;
  readonly most: number;
} {
  for (const size of [minimum, pack, maximum === Number.POSITIVE_INFINITY ? 1 : maximum]) {
    if (!(Number.isSafeInteger(size) && size >= 1)) throw new RangeError(`no size of an order: ${size}`);
  }
  const most = Number.isFinite(maximum) ? Math.floor(maximum / pack) * pack : maximum;
  return { least: Math.max(pack, Math.ceil(minimum / pack) * pack), pack, most };
}
