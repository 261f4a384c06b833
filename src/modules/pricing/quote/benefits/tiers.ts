import type { TierOff, Tiers } from '../../promotions/promotion.ts';
import type { Cart } from '../cart.ts';
import { goodsIn } from '../goods.ts';
import type { WhyNot } from '../verdict.ts';
import { type Cut, leftOf, type Standing, spreadCut, sumOf } from './cut.ts';
import { shareOf } from './percent-off.ts';

/** The highest tier that is reached, off the goods together. */
export function tiersCut(cart: Cart, benefit: Tiers, standing: Standing): Cut | WhyNot {
  const places = goodsIn(cart, benefit.goods);
  if (places.length === 0) return { code: 'no_goods' };
  const reached =
    benefit.by === 'quantity' ? byQuantity(cart, benefit, places) : byValue(cart, benefit, places);
  if ('code' in reached) return reached;
  if ('rateMillionths' in reached) {
    return spreadCut(shareOf(leftOf(places, standing), reached.rateMillionths), places, standing);
  }
  const amount = reached.amount[cart.input.currency];
  return amount === undefined ? { code: 'not_in_currency' } : spreadCut(amount, places, standing);
}

function byQuantity(
  cart: Cart,
  { tiers }: Extract<Tiers, { by: 'quantity' }>,
  places: readonly number[],
): TierOff | WhyNot {
  const quantity = places.reduce((sum, place) => sum + (cart.lines[place]?.quantity ?? 0), 0);
  const sorted = tiers.toSorted((a, b) => a.from - b.from);
  const reached = sorted.findLast(({ from }) => from <= quantity);
  return reached?.off ?? { code: 'minimum_quantity', missing: (sorted[0]?.from ?? 0) - quantity };
}

function byValue(
  cart: Cart,
  { tiers }: Extract<Tiers, { by: 'value' }>,
  places: readonly number[],
): TierOff | WhyNot {
  const value = sumOf(places.map((place) => cart.lines[place]?.subtotalMinor ?? 0n));
  const sorted: { readonly from: bigint; readonly off: TierOff }[] = [];
  for (const { from, off } of tiers) {
    const amount = from[cart.input.currency];
    if (amount === undefined) return { code: 'not_in_currency' };
    sorted.push({ from: amount, off });
  }
  sorted.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const reached = sorted.findLast(({ from }) => from <= value);
  return reached?.off ?? { code: 'minimum_value', missingMinor: (sorted[0]?.from ?? 0n) - value };
}
