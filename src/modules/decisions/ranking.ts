import type { Decision } from './decision.ts';

/** What a decision is worth being looked at, and of what that consists. */
export type Rank = {
  /** What it is ordered by: the two together. */
  readonly worthMinor: bigint;
  readonly valueMinor: bigint;
  /** What is lost when nobody decides before the next look. */
  readonly waitMinor: bigint;
  readonly daysToNextLook: number;
};

type Ranked = Pick<Decision, 'predicted' | 'waitCostMinorPerDay' | 'expiresAt'>;

/**
 * In words: *what it is expected to bring, plus what waiting for the next look costs*. Somebody looks again on the next
 * working day. What expires before that is lost as a whole, so that is what waiting costs then.
 *
 * @example
 * // On a Friday: 120.00 expected, 10.00 a day: 120 + 3 × 10 = 150. Expiring on Saturday: 120 + 120 = 240.
 */
export function rankOf(decision: Ranked, { now, zone }: { now: Temporal.Instant; zone: string }): Rank {
  const daysToNextLook = daysUntilNextLook(now, zone);
  const { valueMinor } = decision.predicted;
  const slow = decision.waitCostMinorPerDay * BigInt(daysToNextLook);
  const nextLook = now.add({ hours: 24 * daysToNextLook });
  const isGone = Temporal.Instant.compare(decision.expiresAt, nextLook) < 0;
  const waitMinor = isGone && valueMinor > slow ? valueMinor : slow;
  return { worthMinor: valueMinor + waitMinor, valueMinor, waitMinor, daysToNextLook };
}

/** The most worth first; of equals what was proposed first, then by id: the order is always the same. */
export function ranked<One extends Decision>(
  decisions: readonly One[],
  at: { readonly now: Temporal.Instant; readonly zone: string },
): (One & { readonly rank: Rank })[] {
  return decisions
    .map((decision) => ({ ...decision, rank: rankOf(decision, at) }))
    .toSorted(
      (a, b) =>
        order(b.rank.worthMinor, a.rank.worthMinor) ||
        Temporal.Instant.compare(a.proposedAt, b.proposedAt) ||
        (a.id < b.id ? -1 : 1),
    );
}

/** Of Monday to Thursday one, of a Friday three, of a Saturday two. */
export function daysUntilNextLook(now: Temporal.Instant, zone: string): number {
  return DAYS_FROM[now.toZonedDateTimeISO(zone).dayOfWeek] ?? 1;
}

/** By the number of the weekday, 5 is Friday. */
const DAYS_FROM: Readonly<Record<number, number>> = { 5: 3, 6: 2 };

function order(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
