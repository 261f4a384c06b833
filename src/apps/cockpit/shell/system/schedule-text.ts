import { writtenIn } from '../../../../platform/cockpit/text/index.ts';
import type { en } from './messages/en.ts';

type Words = (typeof en)['schedules'];

const SUNDAY = Date.UTC(2026, 10, 29);
const DAY_MS = 86_400_000;

/**
 * A schedule of crontab(5) in words; one that is none of the usual ones stays as it is.
 *
 * @example
 * scheduleText('17 3 * * *', words) // every day at 03:17
 */
export function scheduleText(schedule: string, words: Words): string {
  const [minute = '', hour = '', day, month, weekday = ''] = schedule.split(' ');
  if (day !== '*' || month !== '*') return schedule;
  const every = /^\*\/(\d+)$/.exec(minute)?.[1];
  if (hour === '*' && weekday === '*') {
    if (minute === '*') return words.minute;
    if (every !== undefined) return words.minutes(Number(every));
    return isNumber(minute) ? words.hour(minute.padStart(2, '0')) : schedule;
  }
  if (!isNumber(minute) || !isNumber(hour)) return schedule;
  const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  if (weekday === '*') return words.day(time);
  return isNumber(weekday) ? words.week(weekdayName(Number(weekday)), time) : schedule;
}

function isNumber(text: string): boolean {
  return /^\d+$/.test(text);
}

function weekdayName(day: number): string {
  const format = new Intl.DateTimeFormat(writtenIn().region, { weekday: 'long', timeZone: 'UTC' });
  return format.format(SUNDAY + (day % 7) * DAY_MS);
}
