import type { BuyXGetY } from '../../promotions/promotion.ts';
import type { Cart } from '../cart.ts';
import { goodsIn } from '../goods.ts';
import type { WhyNot } from '../verdict.ts';
import { type Cut, linesCut, type Standing } from './cut.ts';
import { piecesOff } from './pieces-off.ts';

/**
 * As many pieces as possible are reduced, and of the ways to do so the one that takes the cheapest. A piece
 * that is reduced is not one that was bought: "buy 2, get 1" of the same goods is three for two. The last time
 * may be incomplete: who buys 2 and has one of two free pieces in the cart gets that one.
 */
export function buyXGetYCut(cart: Cart, benefit: BuyXGetY, standing: Standing): Cut | WhyNot {
  const bought = new Set(goodsIn(cart, benefit.buy));
  const reducible = goodsIn(cart, benefit.get).filter((place) => (standing.left[place] ?? 0n) > 0n);
  const quantityOf = (place: number): number => cart.lines[place]?.quantity ?? 0;
  const piecesIn = (places: Iterable<number>): number => {
    let sum = 0;
    for (const place of places) sum += quantityOf(place);
    return sum;
  };
  const both = piecesIn(reducible.filter((place) => bought.has(place)));
  const counts = { bought: piecesIn(bought), both, only: piecesIn(reducible) - both };
  const reduced = mostReduced(benefit, counts);
  if (reduced === 0) {
    const ownPiece = both > 0 && counts.only === 0 ? 1 : 0;
    const missing = benefit.buyQuantity + ownPiece - counts.bought;
    return missing > 0 ? { code: 'minimum_quantity', missing } : { code: 'no_goods' };
  }
  let [wanted, mayTakeBoth] = [reduced, counts.bought - boughtFor(benefit, reduced)];
  const places: number[] = [];
  const off: bigint[] = [];
  for (const place of cheapestFirst(reducible, standing, quantityOf)) {
    const isBoth = bought.has(place);
    const pieces = Math.min(quantityOf(place), wanted, isBoth ? mayTakeBoth : wanted);
    if (pieces <= 0) continue;
    wanted -= pieces;
    if (isBoth) mayTakeBoth -= pieces;
    places.push(place);
    off.push(piecesOff(standing.left[place] ?? 0n, quantityOf(place), pieces, benefit.rateMillionths));
  }
  return linesCut(places, off);
}

type Counts = { readonly bought: number; readonly both: number; readonly only: number };

/** How many must be bought so that this many may be reduced. */
function boughtFor({ buyQuantity, getQuantity }: BuyXGetY, reduced: number): number {
  return Math.ceil(reduced / getQuantity) * buyQuantity;
}

/** The most pieces for which enough others are bought, by halving: more are never easier than fewer. */
function mostReduced(benefit: BuyXGetY, { bought, both, only }: Counts): number {
  const isPossible = (reduced: number): boolean => {
    const spare = bought - boughtFor(benefit, reduced);
    return spare >= 0 && reduced <= only + Math.min(spare, both);
  };
  const most = (benefit.mostTimes ?? Number.MAX_SAFE_INTEGER) * benefit.getQuantity;
  let [possible, impossible] = [0, Math.min(only + both, most) + 1];
  while (impossible - possible > 1) {
    const middle = Math.floor((possible + impossible) / 2);
    if (isPossible(middle)) possible = middle;
    else impossible = middle;
  }
  return possible;
}

/** By what is left of one piece; of equals the earlier place. */
function cheapestFirst(
  places: readonly number[],
  { left }: Standing,
  quantityOf: (place: number) => number,
): number[] {
  return places.toSorted((a, b) => {
    const [one, other] = [(left[a] ?? 0n) * BigInt(quantityOf(b)), (left[b] ?? 0n) * BigInt(quantityOf(a))];
    return one < other ? -1 : one > other ? 1 : a - b;
  });
}
