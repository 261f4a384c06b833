import { writtenIn } from '../../../../platform/cockpit/text/index.ts';
import { reportingWords } from '../words.ts';
import type { Cadence } from './draft.ts';

/** `every Monday at 07:00` */
export function cadenceText(cadence: Cadence): string {
  const t = reportingWords();
  const hour = hourText(cadence.hour);
  if (cadence.every === 'day') return t.every.day(hour);
  return cadence.every === 'week'
    ? t.every.week(weekdayName(cadence.weekday), hour)
    : t.every.month(cadence.monthDay, hour);
}

export function hourText(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

/** @param weekday 1 is Monday */
export function weekdayName(weekday: number): string {
  // The first of January 2024 was a Monday.
  const day = new Date(Date.UTC(2024, 0, weekday));
  return new Intl.DateTimeFormat(writtenIn().region, { weekday: 'long', timeZone: 'UTC' }).format(day);
}
