/** How many backups are kept: the last of each of so many days, weeks and months. */
export type Keeping = { readonly daily: number; readonly weekly: number; readonly monthly: number };

export const USUAL_KEEPING: Keeping = { daily: 7, weekly: 4, monthly: 12 };

/** `7/4/12`: daily, weekly and monthly ones; undefined for anything else, or where nothing would be kept. */
export function parseKeeping(text: string): Keeping | undefined {
  const [, daily, weekly, monthly] = /^(\d{1,3})\/(\d{1,3})\/(\d{1,3})$/.exec(text) ?? [];
  if (daily === undefined) return undefined;
  const keeping = { daily: Number(daily), weekly: Number(weekly), monthly: Number(monthly) };
  return keeping.daily > 0 ? keeping : undefined;
}

type Dated = { readonly name: string; readonly at: Temporal.Instant };

/**
 * Names of the backups that stay: all of the 24 hours before the latest, and the latest of each of the last days, weeks
 * (from Monday) and months that have one, in UTC. Days without a backup do not count, so that a shop that was away loses nothing.
 *
 * @example
 * keptOf(backups, { daily: 7, weekly: 4, monthly: 12 }) // about two dozen names
 */
export function keptOf(backups: readonly Dated[], keeping: Keeping): ReadonlySet<string> {
  const latestFirst = backups.toSorted((a, b) => Temporal.Instant.compare(b.at, a.at));
  const dayBefore = latestFirst[0]?.at.subtract({ hours: 24 });
  const recent = latestFirst.filter(({ at }) => dayBefore && Temporal.Instant.compare(at, dayBefore) >= 0);
  return new Set([
    ...recent.map(({ name }) => name),
    ...latestOfEach(latestFirst, keeping.daily, (day) => day.toString()),
    ...latestOfEach(latestFirst, keeping.weekly, (day) => `${day.yearOfWeek}-${day.weekOfYear}`),
    ...latestOfEach(latestFirst, keeping.monthly, (day) => day.toPlainYearMonth().toString()),
  ]);
}

/** The oldest backup to which the log is kept: of the daily ones. Older ones are restored to their own moment. */
export function logKeptFrom(backups: readonly Dated[], keeping: Keeping): string | undefined {
  const latestFirst = backups.toSorted((a, b) => Temporal.Instant.compare(b.at, a.at));
  return latestOfEach(latestFirst, keeping.daily, (day) => day.toString()).at(-1);
}

function latestOfEach(
  latestFirst: readonly Dated[],
  count: number,
  spanOf: (day: Temporal.PlainDate) => string,
): string[] {
  const bySpan = new Map<string, string>();
  for (const { name, at } of latestFirst) {
    const span = spanOf(at.toZonedDateTimeISO('UTC').toPlainDate());
    if (!bySpan.has(span)) bySpan.set(span, name);
  }
  return [...bySpan.values()].slice(0, count);
}
