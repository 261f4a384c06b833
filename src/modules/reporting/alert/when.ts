import type { Alert, AlertGrain } from './alert.ts';

/** The hour, day or week that a moment is in, as reports over time name it. */
export function bucketOf(grain: AlertGrain, zone: string, at: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO(zone);
  if (grain === 'hour') return `${local.toPlainDate()}T${String(local.hour).padStart(2, '0')}:00`;
  const day = local.toPlainDate();
  return (grain === 'day' ? day : day.subtract({ days: day.dayOfWeek - 1 })).toString();
}

/**
 * Whether an hour, day or week is over, and late events have had their time: its name comes before that of the one that
 * everything is known of. An hour that the clocks repeat is over after the second.
 *
 * @param knownTo everything that happened until then is counted
 */
export function isComplete(
  bucket: string,
  { grain, graceMinutes }: Pick<Alert, 'grain' | 'graceMinutes'>,
  { zone, knownTo }: { readonly zone: string; readonly knownTo: Temporal.Instant },
): boolean {
  return bucket < bucketOf(grain, zone, knownTo.subtract({ minutes: graceMinutes }));
}

/** When somebody may be told of something now: after the snooze, and not in quiet hours; `undefined`: never. */
export function tellableAt(
  { isMuted, snoozedUntil, quiet }: Pick<Alert, 'isMuted' | 'snoozedUntil' | 'quiet'>,
  { zone, now }: { readonly zone: string; readonly now: Temporal.Instant },
): Temporal.Instant | undefined {
  if (isMuted) return undefined;
  const isSnoozed = snoozedUntil !== undefined && Temporal.Instant.compare(now, snoozedUntil) < 0;
  const earliest = isSnoozed ? snoozedUntil : now;
  const local = earliest.toZonedDateTimeISO(zone);
  if (!isQuiet(quiet, local.hour)) return earliest;
  const end = local
    .toPlainDate()
    .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from({ hour: quiet.to }) });
  return (Temporal.ZonedDateTime.compare(end, local) > 0 ? end : end.add({ days: 1 })).toInstant();
}

function isQuiet({ from, to }: Alert['quiet'], hour: number): boolean {
  return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
}
