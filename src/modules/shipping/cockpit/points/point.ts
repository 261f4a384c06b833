import { countryName, writtenIn } from '../../../../platform/cockpit/text/index.ts';
import type { Point } from '../words.ts';

type Hours = Point['openingHours'][number];

/** Monday is 1, as the API counts. */
export const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;

export function addressText({ address }: Pick<Point, 'address'>): string {
  const { line1, postalCode, city, country } = address;
  return [line1, [postalCode, city].filter(Boolean).join(' '), countryName(country)]
    .filter(Boolean)
    .join(', ');
}

export function dayName(day: number): string {
  // 1 January 2024 was a Monday.
  const format = new Intl.DateTimeFormat(writtenIn().region, { weekday: 'short', timeZone: 'UTC' });
  return format.format(new Date(Date.UTC(2024, 0, day)));
}

/** `Mon–Fri 09:00–18:00, Sat 10:00–14:00`: days with the same hours stand together. */
export function hoursText({ openingHours }: Pick<Point, 'openingHours'>): string {
  const byDay = DAYS.map((day) => ({ day, hours: textOf(openingHours.filter((one) => one.day === day)) }));
  const spans: { first: number; last: number; hours: string }[] = [];
  for (const { day, hours } of byDay) {
    const before = spans.at(-1);
    if (before?.hours === hours && before.last === day - 1) before.last = day;
    else spans.push({ first: day, last: day, hours });
  }
  return spans
    .filter(({ hours }) => hours !== '')
    .map(({ first, last, hours }) => {
      return `${first === last ? dayName(first) : `${dayName(first)}–${dayName(last)}`} ${hours}`;
    })
    .join(', ');
}

function textOf(hours: readonly Hours[]): string {
  return hours.map(({ opens, closes }) => `${opens}–${closes}`).join(' + ');
}
