import type { Grain, ReportParameters, Span } from './report.ts';

/** The days that a span is compared with. 29 February is compared with the 28th of a year that has none. */
export function comparedSpan({ from, to }: Span, compare: NonNullable<ReportParameters['compare']>): Span {
  if (compare === 'last_year') return { from: from.subtract({ years: 1 }), to: to.subtract({ years: 1 }) };
  const days = daysOf({ from, to });
  return { from: from.subtract({ days }), to: to.subtract({ days }) };
}

export function daysOf({ from, to }: Span): number {
  return from.until(to).days + 1;
}

/**
 * The beginnings of every hour, day, week (from Monday) or month that has part in the span, as rows over time name them:
 * `2026-03-29`, of hours `2026-03-29T01:00`. An hour that the clocks leave out is none; one that they repeat is one.
 */
export function bucketsOf(span: Span, grain: Grain, zone: string): string[] {
  if (grain === 'hour') return hoursOf(span, zone);
  const buckets: string[] = [];
  let day = beginningOf(span.from, grain);
  while (Temporal.PlainDate.compare(day, span.to) <= 0) {
    buckets.push(day.toString());
    day = day.add(grain === 'month' ? { months: 1 } : { days: grain === 'week' ? 7 : 1 });
  }
  return buckets;
}

function beginningOf(day: Temporal.PlainDate, grain: Exclude<Grain, 'hour'>): Temporal.PlainDate {
  if (grain === 'month') return day.with({ day: 1 });
  return grain === 'week' ? day.subtract({ days: day.dayOfWeek - 1 }) : day;
}

function hoursOf({ from, to }: Span, zone: string): string[] {
  const end = to.add({ days: 1 }).toZonedDateTime(zone);
  const hours = new Set<string>();
  // By half hours: some zones move their clocks by one.
  let moment = from.toZonedDateTime(zone);
  while (Temporal.ZonedDateTime.compare(moment, end) < 0) {
    hours.add(`${moment.toPlainDate()}T${String(moment.hour).padStart(2, '0')}:00`);
    moment = moment.add({ minutes: 30 });
  }
  return [...hours];
}
