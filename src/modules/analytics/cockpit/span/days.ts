/** Days of the shop's zone, both included: `2026-11-27`. */
export type Days = { readonly from: string; readonly to: string };
export type Grain = 'hour' | 'day' | 'week' | 'month';

export const SPANS = [
  ...(['today', 'yesterday', '7d', '28d', '90d', '365d', 'week', 'month', 'year', 'custom'] as const),
] as const;
export type SpanName = (typeof SPANS)[number];

/** What a report may be asked for at once. */
export const MOST_DAYS = 3_700;
const DAY_MS = 86_400_000;
const DAYS_BACK: Readonly<Partial<Record<SpanName, number>>> = {
  ...{ today: 1, '7d': 7, '28d': 28, '90d': 90, '365d': 365 },
};

/**
 * The days of a span that has a name; those that are open still go until today.
 *
 * @example daysOf('7d', '2026-11-27') // from 2026-11-21 to 2026-11-27
 */
export function daysOf(span: Exclude<SpanName, 'custom'>, today: string): Days {
  if (span === 'yesterday') return { from: addDays(today, -1), to: addDays(today, -1) };
  if (span === 'week') return { from: mondayOf(today), to: today };
  if (span === 'month') return { from: `${today.slice(0, 8)}01`, to: today };
  if (span === 'year') return { from: `${today.slice(0, 5)}01-01`, to: today };
  return { from: addDays(today, 1 - (DAYS_BACK[span] ?? 1)), to: today };
}

/** Weeks begin on Monday. */
function mondayOf(day: string): string {
  // Sunday is the seventh.
  return addDays(day, 1 - (new Date(`${day}T00:00:00Z`).getUTCDay() || 7));
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

export function lengthOf({ from, to }: Days): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS + 1;
}

export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

/** What is neither a heap of points nor a single one. */
export function grainOf(days: Days): Grain {
  const length = lengthOf(days);
  if (length <= 2) return 'hour';
  if (length <= 92) return 'day';
  return length <= 400 ? 'week' : 'month';
}

/** Grains that make a readable line of so many days; the API gives hours of at most 31. */
export function grainsOf(days: Days): readonly Grain[] {
  const length = lengthOf(days);
  const fits: Readonly<Record<Grain, boolean>> = {
    ...{ hour: length <= 14, day: length <= 400, week: length > 13, month: length > 45 },
  };
  return (['hour', 'day', 'week', 'month'] as const).filter((grain) => fits[grain]);
}

/** Day and hour in a zone, as rows over time are named: `2026-11-27T15:00`. */
export function hourIn(timeZone: string, moment: Date): string {
  const options = { dateStyle: 'short', timeStyle: 'short', timeZone } as const;
  // Swedish dates are those of ISO 8601.
  const text = new Intl.DateTimeFormat('sv-SE', options).format(moment);
  return `${text.slice(0, 10)}T${text.slice(11, 13)}:00`;
}
