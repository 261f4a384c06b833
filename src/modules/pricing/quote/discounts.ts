import type { Cart } from './cart.ts';
import type { Applied } from './outcome.ts';
import type { LineDiscount } from './quoted.ts';

/** What applied promotions take off each place of the cart, in the order in which they applied. */
export function discountsOf(
  cart: Cart,
  applied: readonly Applied[],
): {
  readonly byLine: readonly (readonly LineDiscount[])[];
  readonly ofDelivery: readonly LineDiscount[];
  /** Pieces given of each offered gift. */
  readonly given: readonly number[];
} {
  const byLine: LineDiscount[][] = cart.lines.map(() => []);
  const ofDelivery: LineDiscount[] = [];
  const given = cart.lines.map(() => 0);
  for (const { promotion, code, cut } of applied) {
    const about = { promotionId: promotion.id, code };
    const amounts = cut.amounts();
    for (const [index, place] of cut.places.entries()) {
      const amountMinor = amounts[index] ?? 0n;
      if (amountMinor > 0n) byLine[place]?.push({ ...about, amountMinor });
    }
    for (const { place, quantity, amountMinor } of cut.gifts) {
      given[place] = (given[place] ?? 0) + quantity;
      byLine[place]?.push({ ...about, amountMinor });
    }
    if (cut.deliveryMinor > 0n) ofDelivery.push({ ...about, amountMinor: cut.deliveryMinor });
  }
  return { byLine, ofDelivery, given };
}
