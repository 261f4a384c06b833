import type { Placement } from './collection.ts';

/**
 * The placements with this one among them. A pin takes its place; a pin that stood there moves one down, and so on to
 * the first gap. A product has one placement: an earlier one of its own goes.
 */
export function placed(placements: readonly Placement[], wanted: Placement): Placement[] {
  const others = placements.filter((placement) => placement.productId !== wanted.productId);
  if (wanted.place === undefined) return [...others, wanted];
  let free = wanted.place;
  const pins = others.filter((placement) => placement.place !== undefined);
  const moved = new Map<Placement, Placement>();
  for (const pin of pins.toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0))) {
    if (pin.place !== free) continue;
    free += 1;
    moved.set(pin, { ...pin, place: free });
  }
  return [...others.map((placement) => moved.get(placement) ?? placement), wanted];
}
