import { writtenIn } from '../../../platform/cockpit/text/index.ts';

/** A day as people write it: `7 Dec 2026`; '' where there is none. */
export function dayOf(day: string | undefined): string {
  if (day === undefined) return '';
  const format = new Intl.DateTimeFormat(writtenIn().region, { dateStyle: 'medium', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}
