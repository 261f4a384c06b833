import { drawBeta, drawExponential, drawGamma } from '../../statistics/index.ts';
import type { Random } from '../random.ts';
import type { TradeDate } from './calendar.ts';
import { drawByShare } from './chance.ts';
import type { ChannelTruth, Truths } from './truths.ts';

/** A visit to come of somebody who has bought. */
export type KnownVisit = {
  readonly index: number;
  readonly channel: ChannelTruth;
  readonly buys: boolean;
};

/**
 * All further visits of somebody who bought first on `first`, until they leave for good or the days end. They visit at
 * random, and buy with the conversion of the channel that each visit comes by; so they buy as BG/NBD says, with a rate and a
 * probability of leaving of their own. Within a week their time runs by the pace of its weekdays.
 */
export function drawKnownVisits(
  random: Random,
  truths: Truths,
  { first, days }: { readonly first: TradeDate; readonly days: number },
): KnownVisit[] {
  const { r, alpha, a, b } = truths.purchases;
  const rate = drawGamma(random.next, r, alpha) / conversionOfKnown(truths);
  const leaving = drawBeta(random.next, a, b);
  const channels = truths.channels.map((channel) => ({ ...channel, share: channel.shareOfKnown }));
  const clock = weekClock(truths, first);
  const visits: KnownVisit[] = [];
  let time = clock.begin(random.next());
  for (;;) {
    time += drawExponential(random.next, rate);
    const index = clock.indexAt(time);
    if (index >= days) return visits;
    const channel = drawByShare(random, channels);
    const buys = random.chance(channel.conversion);
    visits.push({ index, channel, buys });
    if (buys && random.chance(leaving)) return visits;
  }
}

/** Share of the visits of known shoppers that end in an order. */
export function conversionOfKnown({ channels }: Truths): number {
  const all = channels.reduce((sum, { shareOfKnown }) => sum + shareOfKnown, 0);
  return channels.reduce((sum, { shareOfKnown, conversion }) => sum + shareOfKnown * conversion, 0) / all;
}

/** Time in days of which each week has seven, but a busy weekday is longer than a quiet one. */
function weekClock({ weekdays }: Truths, { index, day }: TradeDate) {
  const monday = index - (day.dayOfWeek - 1);
  const ends: number[] = [];
  for (const [place, pace] of weekdays.entries()) ends.push((ends[place - 1] ?? 0) + pace);
  const week = ends.at(-1) ?? 7;
  return {
    /** The moment of the first day at which so much of it has passed. */
    begin: (share: number) => {
      const pace = weekdays[day.dayOfWeek - 1] ?? 1;
      return (((ends[day.dayOfWeek - 2] ?? 0) + share * pace) / week) * 7;
    },
    indexAt: (time: number) => {
      const passed = ((time % 7) / 7) * week;
      const weekday = ends.findIndex((end) => passed < end);
      return monday + Math.floor(time / 7) * 7 + (weekday === -1 ? 6 : weekday);
    },
  };
}
