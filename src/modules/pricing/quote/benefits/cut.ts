import { splitMinor } from '../../../../kernel/index.ts';
import type { WhyNot } from '../verdict.ts';

/** What is left to take from. Places are those of `Cart.lines`. */
export type Standing = {
  readonly left: readonly bigint[];
  readonly deliveryLeft: bigint;
  /** Pieces given of each offered gift. */
  readonly given: readonly number[];
};

/** What is taken off: never more than is left. */
export type Cut = {
  /** Lines, delivery and gifts together. */
  readonly totalMinor: bigint;
  readonly places: readonly number[];
  /** What each of `places` has off. Worked out when it is asked for: most cuts are only compared. */
  readonly amounts: () => readonly bigint[];
  readonly deliveryMinor: bigint;
  readonly gifts: readonly GiftCut[];
};

export type GiftCut = { readonly place: number; readonly quantity: number; readonly amountMinor: bigint };

const NOTHING = { places: [], amounts: () => [], deliveryMinor: 0n, gifts: [] } as const;

export function isCut(outcome: Cut | WhyNot): outcome is Cut {
  return 'totalMinor' in outcome;
}

/** An amount off lines together, each in proportion to what is left of it, at most all of it. */
export function spreadCut(wantedMinor: bigint, places: readonly number[], standing: Standing): Cut {
  const most = leftOf(places, standing);
  const totalMinor = wantedMinor < most ? wantedMinor : most;
  const amounts = () => {
    const weights = places.map((place) => standing.left[place] ?? 0n);
    return totalMinor === 0n ? weights.map(() => 0n) : splitMinor(totalMinor, weights);
  };
  return { ...NOTHING, totalMinor, places, amounts };
}

/** These amounts off these lines; where they are more than `mostMinor` together, in proportion to them. */
export function linesCut(places: readonly number[], off: readonly bigint[], mostMinor?: bigint): Cut {
  const all = sumOf(off);
  if (mostMinor === undefined || all <= mostMinor) {
    return { ...NOTHING, totalMinor: all, places, amounts: () => off };
  }
  return { ...NOTHING, totalMinor: mostMinor, places, amounts: () => splitMinor(mostMinor, off) };
}

export function deliveryCut(deliveryMinor: bigint): Cut {
  return { ...NOTHING, totalMinor: deliveryMinor, deliveryMinor };
}

export function giftCut(gift: GiftCut): Cut {
  return { ...NOTHING, totalMinor: gift.amountMinor, gifts: [gift] };
}

/** What is left after a cut; amounts that are more than is left take what is left. */
export function standingAfter(standing: Standing, cut: Cut): Standing {
  const left = [...standing.left];
  const amounts = cut.amounts();
  for (const [index, place] of cut.places.entries()) {
    left[place] = atLeastZero((left[place] ?? 0n) - (amounts[index] ?? 0n));
  }
  const given = [...standing.given];
  for (const gift of cut.gifts) given[gift.place] = (given[gift.place] ?? 0) + gift.quantity;
  return { left, given, deliveryLeft: atLeastZero(standing.deliveryLeft - cut.deliveryMinor) };
}

/** What is left of these lines together. */
export function leftOf(places: readonly number[], { left }: Standing): bigint {
  let sum = 0n;
  for (const place of places) sum += left[place] ?? 0n;
  return sum;
}

export function sumOf(amounts: readonly bigint[]): bigint {
  let sum = 0n;
  for (const amount of amounts) sum += amount;
  return sum;
}

function atLeastZero(amount: bigint): bigint {
  return amount < 0n ? 0n : amount;
}
