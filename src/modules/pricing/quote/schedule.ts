import type { Schedule } from '../promotions/promotion.ts';
import type { WhyNot } from './verdict.ts';

/**
 * Why a schedule does not hold at `now`, by the clocks of `timeZone`, or `undefined` when it does.
 *
 * Start and end are moments: where the clocks go back and show a time twice it is the first, where they skip
 * it, the same distance after the skip (RFC 5545, section 3.3.5). Hours are what the clocks show: an hour
 * shown twice counts twice, one that is skipped does not come. Hours that run past midnight belong to the
 * weekday on which they begin.
 */
export function scheduleRefusal(
  schedule: Schedule,
  { now, timeZone }: { readonly now: Temporal.Instant; readonly timeZone: string },
): WhyNot | undefined {
  const { startsAt, endsAt, weekdays, hours } = schedule;
  if (startsAt !== undefined) {
    const instant = momentOf(startsAt, timeZone);
    if (Temporal.Instant.compare(now, instant) < 0) return { code: 'not_started', startsAt: instant };
  }
  if (endsAt !== undefined) {
    const instant = momentOf(endsAt, timeZone);
    if (Temporal.Instant.compare(now, instant) >= 0) return { code: 'ended', endedAt: instant };
  }
  if (weekdays === undefined && hours === undefined) return undefined;
  const local = now.toZonedDateTimeISO(timeZone);
  return isOpen(local.toPlainTime(), local.dayOfWeek, schedule) ? undefined : { code: 'not_at_this_time' };
}

function isOpen(time: Temporal.PlainTime, day: number, { weekdays, hours }: Schedule): boolean {
  const isOn = (weekday: number) => weekdays === undefined || weekdays.includes(weekday);
  if (hours === undefined) return isOn(day);
  const compare = Temporal.PlainTime.compare;
  const isAfterStart = compare(time, hours.from) >= 0;
  const isBeforeEnd = compare(time, hours.to) < 0;
  if (compare(hours.from, hours.to) < 0) return isOn(day) && isAfterStart && isBeforeEnd;
  const yesterday = day === 1 ? 7 : day - 1;
  return (isAfterStart && isOn(day)) || (isBeforeEnd && isOn(yesterday));
}

// A rulebook lives through thousands of quotes, and a shop has one zone.
const MOMENTS = new WeakMap<
  Temporal.PlainDateTime,
  { readonly timeZone: string; readonly at: Temporal.Instant }
>();

export function momentOf(local: Temporal.PlainDateTime, timeZone: string): Temporal.Instant {
  const known = MOMENTS.get(local);
  if (known?.timeZone === timeZone) return known.at;
  const at = local.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).toInstant();
  MOMENTS.set(local, { timeZone, at });
  return at;
}
