import type { LeadTimes } from '../../../statistics/index.ts';
import type { ClosedDays, SupplierDraft } from './supplier.ts';

type Rhythm = Pick<SupplierDraft, 'orderWeekdays' | 'orderWeeks'>;

/**
 * The longest time between two days on which orders are given, in days: what stock must last for beside the lead time.
 *
 * @example
 * // Mondays and Thursdays: 4. Mondays, every second week: 14. Any day: 1.
 */
export function reviewDays({ orderWeekdays, orderWeeks }: Rhythm): number {
  const days = [...new Set(orderWeekdays)].sort((a, b) => a - b);
  const [first] = days;
  if (first === undefined) return orderWeeks === 1 ? 1 : 7 * orderWeeks;
  const last = days.at(-1) ?? first;
  const between = days.slice(1).map((day, index) => day - (days[index] ?? day));
  return Math.max(...between, first + 7 * orderWeeks - last);
}

/** The first day from `from` on that is none of the closed ones. */
export function openDay(from: Temporal.PlainDate, closed: readonly ClosedDays[]): Temporal.PlainDate {
  return spansOf(closed).reduce((day, { from: start, until }) => {
    const isClosed =
      Temporal.PlainDate.compare(day, start) >= 0 && Temporal.PlainDate.compare(day, until) <= 0;
    return isClosed ? until.add({ days: 1 }) : day;
  }, from);
}

/**
 * When goods of an order given on a day are expected. A lead time is in days on which the supplier is open, stated and learned
 * alike: it begins when they are, and no closed day in between counts, since nothing is made or sent then.
 *
 * @example
 * // Ordered on 21 December, 10 days, closed from 24 to 31 December: 8 January.
 */
export function expectedDay(
  orderedOn: Temporal.PlainDate,
  leadDays: number,
  closed: readonly ClosedDays[],
): Temporal.PlainDate {
  const begin = openDay(orderedOn, closed);
  return spansOf(closed).reduce(
    (day, span) => {
      const isBetween =
        Temporal.PlainDate.compare(span.from, begin) > 0 && Temporal.PlainDate.compare(span.from, day) <= 0;
      return isBetween ? day.add({ days: daysOf(span) }) : day;
    },
    begin.add({ days: leadDays }),
  );
}

/**
 * How long an order took that came on a day, in days on which the supplier was open: what `expectedDay` turns into that day
 * again.
 *
 * @example
 * // Ordered on 21 December, came on 8 January, closed from 24 to 31 December: 10.
 */
export function openDaysUntil(
  orderedOn: Temporal.PlainDate,
  cameOn: Temporal.PlainDate,
  closed: readonly ClosedDays[],
): number {
  const begin = openDay(orderedOn, closed);
  const all = begin.until(cameOn, { largestUnit: 'day' }).days;
  const shut = spansOf(closed).reduce((sum, { from, until }) => {
    if (Temporal.PlainDate.compare(from, begin) <= 0) return sum;
    const last = Temporal.PlainDate.compare(until, cameOn) < 0 ? until : cameOn;
    return sum + Math.max(daysOf({ from, until: last }), 0);
  }, 0);
  return Math.max(all - shut, 0);
}

/**
 * How long an order given on a day takes, in days of the calendar, each length with its probability: what was learned, in open
 * days, and the closed days that lie in between for each length by itself, since who comes sooner may come before they close.
 *
 * @example
 * // 5 or 10 days, half and half, ordered on 21 December, closed from 28 to 31 December: 5, or 14.
 */
export function leadTimesOn(
  orderedOn: Temporal.PlainDate,
  learned: LeadTimes,
  closed: readonly ClosedDays[],
): LeadTimes {
  // A day more never comes sooner, so that the lengths stay in their order, each once.
  return learned.map(({ days, probability }) => ({
    days: orderedOn.until(expectedDay(orderedOn, days, closed), { largestUnit: 'day' }).days,
    probability,
  }));
}

/** In their order, each day in one of them: two that touch or overlap are one. */
function spansOf(closed: readonly ClosedDays[]): readonly ClosedDays[] {
  const spans: ClosedDays[] = [];
  for (const span of closed.toSorted((a, b) => Temporal.PlainDate.compare(a.from, b.from))) {
    const last = spans.at(-1);
    if (last === undefined || Temporal.PlainDate.compare(span.from, last.until.add({ days: 1 })) > 0) {
      spans.push(span);
    } else if (Temporal.PlainDate.compare(span.until, last.until) > 0) {
      spans[spans.length - 1] = { from: last.from, until: span.until };
    }
  }
  return spans;
}

function daysOf({ from, until }: ClosedDays): number {
  return from.until(until, { largestUnit: 'day' }).days + 1;
}
