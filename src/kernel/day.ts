/** When the day ends in which `now` is, by the clocks of `timeZone`. */
export function nextMidnight(now: Temporal.Instant, timeZone: string): Temporal.Instant {
  return now.toZonedDateTimeISO(timeZone).startOfDay().add({ days: 1 }).toInstant();
}

/** The earliest of those that are known. */
export function earliest(
  ...instants: readonly (Temporal.Instant | undefined)[]
): Temporal.Instant | undefined {
  let first: Temporal.Instant | undefined;
  for (const instant of instants) {
    if (instant === undefined) continue;
    if (first === undefined || Temporal.Instant.compare(instant, first) < 0) first = instant;
  }
  return first;
}
