import { z } from 'zod';
import { LANGUAGES, SPANS } from '../../../../modules/reporting/index.ts';
import { integer, list, text } from '../../../../platform/api/index.ts';

/** What reports by mail, links and alerts are made of. */
export const language = z.enum(LANGUAGES);

export const question = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('query'),
    text: text(4_000, 1).describe(
      'In the language of docs/explore.md. Spans by name are of whole days here.',
    ),
  }),
  z.strictObject({
    kind: z.literal('report'),
    report: text(60, 1).describe('An id of listReports.'),
    span: z.enum(SPANS).describe('Whole days: `last_7_days` ends yesterday.'),
    compare: z.enum(['previous', 'last_year']).exactOptional(),
    grain: z.enum(['hour', 'day', 'week', 'month']).exactOptional(),
    market: text(60).exactOptional(),
  }),
]);

export const block = z.strictObject({
  title: text(120).describe('Empty: what the report is called.'),
  question,
  measures: list(text(60, 1), 4).describe(
    'Numbers that are shown, the first is drawn. None: those that matter most.',
  ),
});
export const blocks = list(block, 8);

export const recipient = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('member'), memberId: text(36, 1) }),
  z.strictObject({ kind: z.literal('address'), email: text(254, 3) }),
]);
export const recipients = list(recipient, 50);

const hour = integer(0, 23).describe('Of the shop’s zone.');
export const cadence = z.discriminatedUnion('every', [
  z.strictObject({ every: z.literal('day'), hour }),
  z.strictObject({ every: z.literal('week'), weekday: integer(1, 7).describe('1 is Monday.'), hour }),
  z.strictObject({
    every: z.literal('month'),
    monthDay: integer(1, 31).describe('In a shorter month, its last day.'),
    hour,
  }),
]);

const amount = z.number().min(-1e12).max(1e12);
const direction = z.enum(['up', 'down', 'either']);
export const rule = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('threshold'),
    above: amount.describe('In the currency’s unit; a share of one.').exactOptional(),
    below: amount.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('change'),
    direction,
    percent: z
      .number()
      .min(0.1)
      .max(10_000)
      .describe('Against the same hour, day or week of the week before.'),
  }),
  z.strictObject({
    kind: z.literal('anomaly'),
    direction,
    falseAlarms: z
      .enum(['month', 'quarter', 'year'])
      .describe('About one in so long, while days are ordinary.'),
  }),
]);

export const hourOfDay = hour;
