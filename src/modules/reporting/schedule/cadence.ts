/** How often: the hour is the shop's. The 31st of a month that has fewer days is its last. */
export type Cadence =
  | { readonly every: 'day'; readonly hour: number }
  /** 1 is Monday. */
  | { readonly every: 'week'; readonly weekday: number; readonly hour: number }
  | { readonly every: 'month'; readonly monthDay: number; readonly hour: number };

/**
 * The next moment after `after` that the cadence names. An hour that the clocks leave out is the one after it, one that
 * they repeat is its first: every day, week or month has exactly one.
 *
 * @example nextRun({ every: 'month', monthDay: 31, hour: 8 }, 'Europe/Oslo', 2026-02-01T00:00Z) // 2026-02-28T07:00Z
 */
export function nextRun(cadence: Cadence, zone: string, after: Temporal.Instant): Temporal.Instant {
  let day = after.toZonedDateTimeISO(zone).toPlainDate();
  // The run of today may be to come; at most the days of two months are looked through, the shortest way being the plainest.
  for (let tries = 0; tries < 70; tries += 1) {
    if (isDayOf(cadence, day)) {
      const at = momentOf(cadence, zone, day);
      if (Temporal.Instant.compare(at, after) > 0) return at;
    }
    day = day.add({ days: 1 });
  }
  throw new RangeError('a cadence that names no day');
}

/** The last moment until `now` that the cadence names, from `due` on: what was missed meanwhile is not made up for. */
export function latestDue(
  cadence: Cadence,
  zone: string,
  { due, now }: { readonly due: Temporal.Instant; readonly now: Temporal.Instant },
): Temporal.Instant {
  let [latest, next] = [due, nextRun(cadence, zone, due)];
  while (Temporal.Instant.compare(next, now) <= 0) [latest, next] = [next, nextRun(cadence, zone, next)];
  return latest;
}

function isDayOf(cadence: Cadence, day: Temporal.PlainDate): boolean {
  if (cadence.every === 'day') return true;
  if (cadence.every === 'week') return day.dayOfWeek === cadence.weekday;
  return day.day === Math.min(cadence.monthDay, day.daysInMonth);
}

function momentOf({ hour }: Cadence, zone: string, day: Temporal.PlainDate): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from({ hour }) }).toInstant();
}
