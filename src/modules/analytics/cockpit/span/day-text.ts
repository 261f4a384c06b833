import { writtenIn } from '../../../../platform/cockpit/text/index.ts';
import type { Days, Grain } from './days.ts';

/** `31 Oct – 27 Nov 2026`; a single day is itself. */
export function daysText({ from, to }: Days): string {
  const format = new Intl.DateTimeFormat(writtenIn().region, { dateStyle: 'medium', timeZone: 'UTC' });
  return format.formatRange(moment(from), moment(to));
}

/** A row over time, short enough for an axis: `27 Nov`, `15:00`, `Nov 2026`. */
export function timeText(time: string, grain: Grain): string {
  const options: Intl.DateTimeFormatOptions =
    grain === 'hour'
      ? { hour: '2-digit', minute: '2-digit' }
      : grain === 'month'
        ? { month: 'short', year: 'numeric' }
        : { day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat(writtenIn().region, { ...options, timeZone: 'UTC' }).format(moment(time));
}

/** The same with its year or its day, for tables and for what is pointed at. */
export function wholeTimeText(time: string, grain: Grain): string {
  const options: Intl.DateTimeFormatOptions =
    grain === 'hour'
      ? { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }
      : grain === 'month'
        ? { month: 'long', year: 'numeric' }
        : { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' };
  return new Intl.DateTimeFormat(writtenIn().region, { ...options, timeZone: 'UTC' }).format(moment(time));
}

/** The name of a day of the week: 1 is Monday. */
export function weekdayText(weekday: string, weekdayStyle: 'short' | 'long'): string {
  // The first of January 2024 was a Monday.
  const day = moment(`2024-01-0${weekday}`);
  return new Intl.DateTimeFormat(writtenIn().region, { weekday: weekdayStyle, timeZone: 'UTC' }).format(day);
}

function moment(time: string): Date {
  return new Date(time.includes('T') ? `${time}:00Z` : `${time}T00:00:00Z`);
}
