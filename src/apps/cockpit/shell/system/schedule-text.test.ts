import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from './messages/en.ts';
import { scheduleText } from './schedule-text.ts';

test('the usual schedules are said in words, any other stays as it is written', () => {
  const table: [schedule: string, text: string][] = [
    ['* * * * *', 'every minute'],
    ['*/5 * * * *', 'every 5 minutes'],
    ['7 * * * *', 'every hour at :07'],
    ['17 3 * * *', 'every day at 03:17'],
    ['0 4 * * 1', 'every Monday at 04:00'],
    ['0 4 * * 7', 'every Sunday at 04:00'],
    ['0 4 1 * *', '0 4 1 * *'],
    ['0 4,16 * * *', '0 4,16 * * *'],
  ];
  for (const [schedule, text] of table) assert.equal(scheduleText(schedule, en.schedules), text);
});
