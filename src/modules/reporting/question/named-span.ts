import type { Span } from '../../analytics/index.ts';
import type { SpanName } from './question.ts';

const DAYS: Readonly<Partial<Record<SpanName, number>>> = {
  ...{ last_7_days: 7, last_28_days: 28, last_90_days: 90, last_365_days: 365 },
};

/**
 * The days of a span that has a name. `last_…` are whole and over; `this_…` go until yesterday where a day of them is
 * over, so that a mail in the morning speaks of no day that has just begun.
 *
 * @example namedSpan('last_7_days', PlainDate.from('2026-11-27')) // from 2026-11-20 to 2026-11-26
 */
export function namedSpan(name: SpanName, today: Temporal.PlainDate): Span {
  const yesterday = today.subtract({ days: 1 });
  const days = DAYS[name];
  if (days !== undefined) return { from: today.subtract({ days }), to: yesterday };
  switch (name) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: yesterday, to: yesterday };
    case 'last_week': {
      const monday = mondayOf(today).subtract({ days: 7 });
      return { from: monday, to: monday.add({ days: 6 }) };
    }
    case 'last_month': {
      const first = today.with({ day: 1 });
      return { from: first.subtract({ months: 1 }), to: first.subtract({ days: 1 }) };
    }
    case 'last_quarter': {
      const first = quarterOf(today);
      return { from: first.subtract({ months: 3 }), to: first.subtract({ days: 1 }) };
    }
    case 'last_year': {
      const first = today.with({ month: 1, day: 1 });
      return { from: first.subtract({ years: 1 }), to: first.subtract({ days: 1 }) };
    }
    case 'this_week':
      return untilYesterday(mondayOf(today), today);
    case 'this_month':
      return untilYesterday(today.with({ day: 1 }), today);
    case 'this_quarter':
      return untilYesterday(quarterOf(today), today);
    default:
      return untilYesterday(today.with({ month: 1, day: 1 }), today);
  }
}

function untilYesterday(from: Temporal.PlainDate, today: Temporal.PlainDate): Span {
  return { from, to: from.equals(today) ? today : today.subtract({ days: 1 }) };
}

function mondayOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 });
}

function quarterOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.with({ day: 1, month: day.month - ((day.month - 1) % 3) });
}
