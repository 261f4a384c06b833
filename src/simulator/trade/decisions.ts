import { randomFor } from '../random.ts';
import type { TradeDay } from './trade.ts';
import type { Truths } from './truths.ts';

/** How those who came for the first time on a day decided about being known again. */
export type DayOfDecisions = {
  readonly accepted: number;
  readonly rejected: number;
  /** Of the accepted: after how many days each of those took it back who did. */
  readonly withdrawnAfter: readonly number[];
};

const LAST_DAYS = 60;

/** Who agreed says so at their first visit, as do most of the others. A stream of its own leaves the visits as they were. */
export function decisionsOn(
  { date, visits }: Pick<TradeDay, 'date' | 'visits'>,
  { decisions }: Truths,
  seed: number,
): DayOfDecisions {
  const random = randomFor(seed, `trade:decisions:${date.index}`);
  let [accepted, rejected] = [0, 0];
  const withdrawnAfter: number[] = [];
  for (const { isKnown, shopper } of visits) {
    if (isKnown) continue;
    if (shopper.visitor !== undefined) {
      accepted += 1;
      if (random.chance(decisions.withdrawn)) withdrawnAfter.push(random.integer(1, LAST_DAYS));
    } else if (random.chance(decisions.refused)) rejected += 1;
  }
  return { accepted, rejected, withdrawnAfter };
}
