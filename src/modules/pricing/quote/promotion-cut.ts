import type { Promotion } from '../promotions/promotion.ts';
import { type Cut, isCut, type Standing, standingAfter, sumOf } from './benefits/cut.ts';
import { cutOf } from './benefits/cut-of.ts';
import type { Cart } from './cart.ts';
import type { WhyNot } from './verdict.ts';

/**
 * What all benefits of a promotion take off, one after the other, or why it does not apply. A benefit that can
 * take nothing (free delivery before a delivery is chosen) does not keep the others from it.
 *
 * @param standing what it is computed on
 * @param present what is left by now, where others of the same lane went before: nothing more is taken
 */
export function promotionCut(
  cart: Cart,
  promotion: Promotion,
  standing: Standing,
  present = standing,
): Cut | WhyNot {
  const whole = wholeCut(cart, promotion, standing);
  if (!isCut(whole)) return whole;
  const cut = present === standing ? whole : clipped(whole, present);
  if (cut.totalMinor === 0n) return { code: 'nothing_left' };
  return budgetRefusal(cart, promotion, cut.totalMinor) ?? cut;
}

function wholeCut(cart: Cart, { benefits }: Promotion, standing: Standing): Cut | WhyNot {
  const cuts: Cut[] = [];
  let refusal: WhyNot | undefined;
  let rest = standing;
  for (const [index, benefit] of benefits.entries()) {
    const cut = cutOf(cart, benefit, rest);
    if (!isCut(cut)) {
      refusal ??= cut;
      continue;
    }
    cuts.push(cut);
    if (index < benefits.length - 1) rest = standingAfter(rest, cut);
  }
  const [only, ...others] = cuts;
  if (only === undefined) return refusal ?? { code: 'nothing_left' };
  return others.length === 0 ? only : merged(cuts);
}

function merged(cuts: readonly Cut[]): Cut {
  const lines = new Map<number, bigint>();
  for (const cut of cuts) {
    const amounts = cut.amounts();
    for (const [index, place] of cut.places.entries()) {
      lines.set(place, (lines.get(place) ?? 0n) + (amounts[index] ?? 0n));
    }
  }
  const amounts = [...lines.values()];
  return {
    totalMinor: sumOf(cuts.map((cut) => cut.totalMinor)),
    places: [...lines.keys()],
    amounts: () => amounts,
    deliveryMinor: sumOf(cuts.map((cut) => cut.deliveryMinor)),
    gifts: cuts.flatMap((cut) => cut.gifts),
  };
}

function clipped(cut: Cut, { left, deliveryLeft }: Standing): Cut {
  const amounts = cut.amounts().map((amount, index) => smaller(amount, left[cut.places[index] ?? -1] ?? 0n));
  const deliveryMinor = smaller(cut.deliveryMinor, deliveryLeft);
  const gifts = sumOf(cut.gifts.map(({ amountMinor }) => amountMinor));
  return {
    ...cut,
    totalMinor: sumOf(amounts) + deliveryMinor + gifts,
    amounts: () => amounts,
    deliveryMinor,
  };
}

/** A budget pays a discount whole or not at all. */
function budgetRefusal({ input }: Cart, { id, limits }: Promotion, amountMinor: bigint): WhyNot | undefined {
  if (limits.budget === undefined) return undefined;
  const budget = limits.budget[input.currency];
  if (budget === undefined) return { code: 'not_in_currency' };
  const spent = input.usage.promotions.get(id)?.spentMinor.get(input.currency) ?? 0n;
  return spent + amountMinor > budget ? { code: 'budget_spent' } : undefined;
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
