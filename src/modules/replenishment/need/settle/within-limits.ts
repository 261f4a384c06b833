import { chooseWithinLimits } from '../../../../statistics/index.ts';
import type { Adjustment, NeedFacts } from '../need.ts';
import { predictionOf } from '../predict.ts';

/** A need as it is by itself. Money in minor units of the shop's currency. */
export type OwnNeed = { readonly facts: NeedFacts; readonly quantity: number };

/** What is left of what all open orders keep to; `Infinity` where nobody set a limit. */
export type Room = { readonly budget: number; readonly pieces: number };

const SHARES = [1, 0.75, 0.5, 0.25];

/** What a quantity costs at the price that it reaches. */
export function costOf({ prices }: NeedFacts, quantity: number): number {
  return (prices.findLast(({ from }) => from <= quantity)?.unitCost ?? prices[0]?.unitCost ?? 0) * quantity;
}

/** A need with what it may be cut to, and what each is worth. */
export type LimitedNeed<Of extends OwnNeed = OwnNeed> = Of & {
  readonly cuts: readonly { readonly pieces: number; readonly value: number }[];
};

export function limitedNeed<Of extends OwnNeed>(need: Of): LimitedNeed<Of> {
  const { facts, quantity } = need;
  const cuts = sizesOf(facts, quantity).map((pieces) => {
    return { pieces, value: predictionOf(facts, pieces).valueMinor };
  });
  return { ...need, cuts };
}

/**
 * What each need is cut to where all of them together are more than the budget or the room: all of it, a quarter, half or three
 * quarters in whole packs, or nothing, so that what they bring together is as much as can be (`chooseWithinLimits`, Sinha and
 * Zoltners 1979). Nothing where all of them fit.
 *
 * @returns by their places in `needs`, those that are cut
 */
export function withinLimits(needs: readonly LimitedNeed[], room: Room): Map<number, Adjustment> {
  const limits = [room.budget, room.pieces].map((left) => Math.max(0, left));
  const uses = (facts: NeedFacts, quantity: number) =>
    [costOf(facts, quantity), quantity].filter((_, limit) => Number.isFinite(limits[limit]));
  const given = limits.filter(Number.isFinite);
  const all = needs.map(({ facts, quantity }) => uses(facts, quantity));
  const isWithin = given.every((limit, at) => all.reduce((sum, one) => sum + (one[at] ?? 0), 0) <= limit);
  if (isWithin) return new Map();
  const { chosen } = chooseWithinLimits(
    needs.map(({ facts, cuts }) => cuts.map(({ pieces, value }) => ({ value, uses: uses(facts, pieces) }))),
    given,
  );
  return new Map(
    needs.flatMap(({ quantity, cuts }, index): [number, Adjustment][] => {
      const pieces = cuts[chosen[index] ?? -1]?.pieces ?? 0;
      return pieces < quantity ? [[index, { why: 'limited', pieces }]] : [];
    }),
  );
}

function sizesOf({ source: { packSize, minimumQuantity } }: NeedFacts, quantity: number): number[] {
  const sizes = SHARES.map((share) =>
    share === 1 ? quantity : Math.floor((quantity * share) / packSize) * packSize,
  );
  return [...new Set(sizes)].filter(
    (pieces) => pieces > 0 && (pieces >= minimumQuantity || pieces === quantity),
  );
}
