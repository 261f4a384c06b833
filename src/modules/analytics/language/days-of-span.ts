import type { QuerySpan, SpanName } from './query.ts';

type Days = { readonly from: string; readonly to: string };

const DAY_MS = 86_400_000;
const DAYS_BACK: Readonly<Partial<Record<SpanName, number>>> = {
  ...{ today: 1, last_7_days: 7, last_28_days: 28, last_90_days: 90, last_365_days: 365 },
};

/**
 * The days of a span, both included. Those that are still open go until today; weeks begin on Monday.
 *
 * @example daysOfSpan('last_7_days', '2026-11-27') // from 2026-11-21 to 2026-11-27
 */
export function daysOfSpan(span: QuerySpan, today: string): Days {
  if (typeof span !== 'string') return span;
  const back = DAYS_BACK[span];
  if (back !== undefined) return { from: addDays(today, 1 - back), to: today };
  if (span === 'yesterday') return { from: addDays(today, -1), to: addDays(today, -1) };
  const [which, unit = ''] = span.split('_');
  const from = beginningOf(unit, today);
  if (which === 'this') return { from, to: today };
  const to = addDays(from, -1);
  return { from: beginningOf(unit, to), to };
}

function beginningOf(unit: string, day: string): string {
  const [year = '', month = ''] = day.split('-');
  if (unit === 'year') return `${year}-01-01`;
  if (unit === 'month') return `${year}-${month}-01`;
  if (unit === 'quarter')
    return `${year}-${String(Math.floor((Number(month) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`;
  // Sunday is the seventh.
  return addDays(day, 1 - (new Date(`${day}T00:00:00Z`).getUTCDay() || 7));
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
