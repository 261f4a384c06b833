import { z } from 'zod';
import { endpoint, id, instant, instantInput, integer, text, uuid } from '../../../../platform/api/index.ts';
import { person } from './contacts.ts';
import { hourOfDay, language, recipients, rule } from './report-fields.ts';

const read = { group: 'Alerts', audience: 'reports:read', method: 'GET', rate: 'read' } as const;
const write = { group: 'Alerts', audience: 'reports:write', rate: 'write' } as const;
const params = z.strictObject({ id: id<'report_alert'>() });
const grain = z.enum(['hour', 'day', 'week']);
const kind = z.enum(['money', 'count', 'share', 'number']);

const number = z.number().describe('In the currency’s unit; a share of one.');
const firing = z.object({
  ...{ id: uuid(), began: z.string().describe('The hour, day or week, in the shop’s zone.'), value: number },
  ...{ expected: number.optional(), low: number.optional(), high: number.optional() },
  ...{ kind, currency: z.string().optional(), length: z.int(), beganAt: instant() },
  ...{ ended: z.string().optional(), endedAt: instant().optional(), toldAt: instant().optional() },
});
const alert = z.object({
  ...{ id: uuid(), version: z.string(), name: z.string(), query: z.string(), language, rule, grain },
  ...{ graceMinutes: z.int(), quietFrom: z.int(), quietTo: z.int(), hasWebhooks: z.boolean() },
  recipients: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('member'), memberId: z.string() }),
      z.object({ kind: z.literal('address'), email: person }),
    ]),
  ),
  ...{
    isMuted: z.boolean(),
    snoozedUntil: instant().optional(),
    createdBy: z.string(),
    createdAt: instant(),
  },
  judgedTo: z.string().describe('The last hour, day or week that was judged; empty before the first.'),
  judgedAt: instant().optional(),
  problem: z.string().describe('Why it cannot be judged now; empty where it can.'),
  lastFiring: firing.optional(),
});

const watched = {
  query: text(4_000, 1).describe('With one number and no GROUP BY; its own days do not matter.'),
  ...{ rule, grain },
  graceMinutes: integer(0, 1_440).describe('How long late events are waited for.'),
};
const fields = {
  ...{ name: text(80, 1), language, ...watched, recipients, hasWebhooks: z.boolean() },
  quietFrom: hourOfDay.describe('Nobody is told from this hour on; the same as the other: at any time.'),
  quietTo: hourOfDay,
};
const SAVING = {
  ...({ invalid_name: 422, invalid_rule: 422, one_number: 422, too_many: 422, no_recipients: 422 } as const),
  ...({ invalid_recipient: 422, invalid_query: 422, invalid_span: 422, unknown_report: 422 } as const),
  ...({ costs_hidden: 403, not_found: 404, version_changed: 409 } as const),
};
const changes = { kind: 'report_alert', id: 'id', read: 'readReportAlert' } as const;

export const alertEndpoints = {
  listReportAlerts: endpoint({
    ...{
      ...read,
      path: '/report-alerts',
      summary: 'Numbers that are watched, by name, each with its last episode',
    },
    ...{ output: z.object({ items: z.array(alert) }), refusals: {} },
  }),
  readReportAlert: endpoint({
    ...{ ...read, path: '/report-alerts/{id}', summary: 'One of them, with its episodes, the latest first' },
    ...{ params, output: alert.extend({ firings: z.array(firing) }), refusals: { not_found: 404 } },
  }),
  createReportAlert: endpoint({
    ...{
      ...write,
      method: 'POST',
      path: '/report-alerts',
      summary: 'Be told when a number is not as it should be',
    },
    description:
      'By mail, and by the webhooks `reporting.alert_fired` and `reporting.alert_recovered`; once an episode.',
    ...{
      body: z.strictObject(fields),
      output: alert,
      idempotency: 'transaction',
      status: 201,
      refusals: SAVING,
    },
    changes,
  }),
  changeReportAlert: endpoint({
    ...{
      ...write,
      method: 'PUT',
      path: '/report-alerts/{id}',
      summary: 'Change what is watched, or who is told',
    },
    ...{
      params,
      body: z.strictObject({ ...fields, version: text(20, 1) }),
      output: alert,
      refusals: SAVING,
      changes,
    },
  }),
  quietReportAlert: endpoint({
    ...{
      ...write,
      method: 'PUT',
      path: '/report-alerts/{id}/quiet',
      summary: 'Mute it, let it be for a while, or neither',
    },
    description: 'Judging goes on. What is over before the end of the pause nobody hears of.',
    body: z.strictObject({ isMuted: z.boolean(), until: instantInput().optional() }),
    ...{ params, output: alert, refusals: SAVING, changes },
  }),
  removeReportAlert: endpoint({
    ...{
      ...write,
      method: 'DELETE',
      path: '/report-alerts/{id}',
      summary: 'Watch it no more, and forget its past',
    },
    ...{ params, output: z.object({ isRemoved: z.boolean() }), refusals: SAVING, changes },
  }),
  previewReportAlert: endpoint({
    ...{
      ...write,
      method: 'POST',
      path: '/report-alert-preview',
      summary: 'What would have fired in the last 90 days',
    },
    body: z.strictObject({ ...watched, language: language.optional().describe('Of the names of holidays.') }),
    output: z.object({
      ...{ measure: z.string(), kind, currency: z.string().optional() },
      points: z.array(
        z.object({
          ...{ time: z.string(), value: number, expected: number.optional(), low: number.optional() },
          ...{ high: number.optional(), isOut: z.boolean() },
        }),
      ),
      episodes: z.array(
        z.object({ began: z.string(), value: number, length: z.int(), ended: z.string().optional() }),
      ),
      unjudged: z.int().describe('How many there were too few days before to judge.'),
      daysNeeded: z.int().describe('How many days before a day the rule speaks of it.'),
      known: z
        .array(z.object({ time: z.string(), why: z.string() }))
        .describe(
          'Days that are not judged, as nobody expects them to be like others: holidays, promotions, notes.',
        ),
    }),
    idempotency: 'none',
    refusals: { ...SAVING, analytics_away: 503 },
    changes: { nothing: 'nothing is kept of it' },
  }),
};
