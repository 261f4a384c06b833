import { z } from 'zod';
import { endpoint, id, instant, integer, list, text, uuid } from '../../../../platform/api/index.ts';
import { person } from './contacts.ts';
import { blocks, cadence, language, recipients } from './report-fields.ts';

const read = { group: 'Reports by mail', audience: 'reports:read', method: 'GET', rate: 'read' } as const;
const write = { group: 'Reports by mail', audience: 'reports:write', rate: 'write' } as const;
const params = z.strictObject({ id: id<'report_schedule'>() });

const run = z.object({
  ...{ id: uuid(), dueAt: instant(), state: z.enum(['waiting', 'sent', 'failed']), attempts: z.int() },
  isTest: z.boolean().describe('Somebody asked to see it.'),
  problem: z.string().describe('Why it could not be sent yet, or what of it could not be shown.'),
  ...{ mails: z.int(), endedAt: instant().optional() },
});
const schedule = z.object({
  ...{ id: uuid(), version: z.string(), name: z.string(), language, blocks, cadence, isPaused: z.boolean() },
  recipients: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('member'), memberId: z.string() }),
      z.object({ kind: z.literal('address'), email: person }),
    ]),
  ),
  ...{
    createdBy: z.string(),
    createdAt: instant(),
    nextRunAt: instant().optional(),
    lastRun: run.optional(),
  },
});

const fields = { name: text(80, 1), language, blocks, cadence, recipients, isPaused: z.boolean() };
const SAVING = {
  ...({
    invalid_name: 422,
    invalid_cadence: 422,
    no_blocks: 422,
    too_many: 422,
    no_recipients: 422,
  } as const),
  ...({ invalid_recipient: 422, unknown_report: 422, invalid_query: 422, invalid_span: 422 } as const),
  ...({ costs_hidden: 403, not_found: 404, version_changed: 409 } as const),
};
const changes = { kind: 'report_schedule', id: 'id', read: 'readReportSchedule' } as const;

const named = z.object({ id: z.string(), name: z.string() });

export const scheduleEndpoints = {
  listReportNames: endpoint({
    ...{ ...read, path: '/report-names', summary: 'What reports and their numbers are called in a language' },
    description: 'As mails, links and alerts call them. What tells of costs is there for who may see them.',
    query: z.strictObject({ language }),
    output: z.object({
      reports: z.array(named.extend({ isOverTime: z.boolean(), measures: z.array(named) })),
      numbers: z.array(named.extend({ query: z.string().describe('The shortest query that asks for it.') })),
    }),
    refusals: {},
  }),
  listReportSchedules: endpoint({
    ...{
      ...read,
      path: '/report-schedules',
      summary: 'Reports that are mailed, by name, each with its last run',
    },
    ...{ output: z.object({ items: z.array(schedule) }), refusals: {} },
  }),
  readReportSchedule: endpoint({
    ...{ ...read, path: '/report-schedules/{id}', summary: 'One of them, with its last runs' },
    ...{ params, refusals: { not_found: 404 } },
    output: schedule.extend({
      runs: z.array(run),
      unsubscribed: z.array(person).describe('Who said that they want no more of it.'),
    }),
  }),
  createReportSchedule: endpoint({
    ...{
      ...write,
      method: 'POST',
      path: '/report-schedules',
      summary: 'Have a report mailed again and again',
    },
    description: 'What goods cost is only shown where whoever saves it may see costs.',
    ...{
      body: z.strictObject(fields),
      output: schedule,
      idempotency: 'transaction',
      status: 201,
      refusals: SAVING,
    },
    changes,
  }),
  changeReportSchedule: endpoint({
    ...{
      ...write,
      method: 'PUT',
      path: '/report-schedules/{id}',
      summary: 'Change what is mailed, when or to whom',
    },
    ...{
      params,
      body: z.strictObject({ ...fields, version: text(20, 1) }),
      output: schedule,
      refusals: SAVING,
    },
    changes,
  }),
  removeReportSchedule: endpoint({
    ...{
      ...write,
      method: 'DELETE',
      path: '/report-schedules/{id}',
      summary: 'Mail it no more, and take back its links',
    },
    ...{ params, output: z.object({ isRemoved: z.boolean() }), refusals: SAVING, changes },
  }),
  sendReportNow: endpoint({
    ...{
      ...write,
      method: 'POST',
      path: '/report-schedules/{id}/test',
      summary: 'Mail it now to whoever asks',
    },
    description: 'To the address of the member of staff; a program has none.',
    ...{ params, output: z.object({ isQueued: z.boolean() }), status: 202, idempotency: 'transaction' },
    refusals: { not_found: 404, not_a_member: 409 },
    changes: { kind: 'report_schedule', id: 'id' },
  }),
  previewReportMail: endpoint({
    ...{ ...write, method: 'POST', path: '/report-preview', summary: 'The mail as it would be sent now' },
    body: z.strictObject({ name: text(80), language, blocks: list(blocks.element, 8, 1) }),
    output: z.object({ subject: z.string(), html: z.string(), text: z.string() }),
    ...{ idempotency: 'none', refusals: SAVING, changes: { nothing: 'nothing is kept of it' } },
  }),
};

export const linkEndpoints = {
  listReportLinks: endpoint({
    ...{
      ...read,
      path: '/report-links',
      summary: 'Pages of numbers that open without an account, the latest first',
    },
    output: z.object({
      items: z.array(
        z.object({
          ...{ id: uuid(), title: z.string(), language, createdBy: z.string(), createdAt: instant() },
          schedule: z.object({ id: uuid(), name: z.string() }).optional(),
          blocks: z.int().describe('How many parts of its own it has.'),
          ...{ expiresAt: instant(), revokedAt: instant().optional(), openedCount: z.int() },
          lastOpenedOn: z.string().meta({ format: 'date' }).optional(),
        }),
      ),
    }),
    refusals: {},
  }),
  createReportLink: endpoint({
    ...{ ...write, method: 'POST', path: '/report-links', summary: 'Show numbers to who has the address' },
    body: z.strictObject({
      ...{ title: text(80, 1), language, days: integer(1, 366) },
      source: z
        .discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('schedule'), scheduleId: id<'report_schedule'>() }),
          z.strictObject({ kind: z.literal('blocks'), blocks }),
        ])
        .describe('A schedule, as it is when the page is opened; or parts of its own.'),
    }),
    output: z.object({ id: uuid(), path: z.string().describe('`/r/…`, in this answer and nowhere else.') }),
    ...{ idempotency: 'transaction', status: 201 },
    refusals: {
      ...({
        invalid_name: 422,
        no_blocks: 422,
        too_many: 409,
        invalid_expiry: 422,
        unknown_schedule: 404,
      } as const),
      ...({
        unknown_report: 422,
        invalid_query: 422,
        invalid_span: 422,
        costs_hidden: 403,
        not_found: 404,
      } as const),
    },
    changes: { kind: 'report_link', id: 'id', read: 'listReportLinks' },
    stepUp: true,
  }),
  revokeReportLink: endpoint({
    ...{ ...write, method: 'DELETE', path: '/report-links/{id}', summary: 'Take a link back, at once' },
    ...{ params: z.strictObject({ id: id<'report_link'>() }), output: z.object({ isRevoked: z.boolean() }) },
    refusals: { not_found: 404 },
    changes: { kind: 'report_link', id: 'id', read: 'listReportLinks' },
  }),
};
