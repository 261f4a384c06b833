import { z } from 'zod';
import { MOST_MINUTES, MOST_STEPS, SEGMENTS, SPOKEN, STEP } from '../../../../modules/analytics/index.ts';
import {
  currencyInput,
  dateInput,
  endpoint,
  instant,
  pageQuery,
  queryFlag,
  queryInteger,
  queryList,
  text,
} from '../../../../platform/api/index.ts';
import { shownOrder } from './shown-order.ts';

const shared = { method: 'GET', group: 'Reports', audience: 'reports:read', rate: 'read' } as const;

/** Of whoever reads it: ids and the language of explorations are the same in all. */
export const language = z
  .enum(SPOKEN)
  .optional()
  .describe('In which definitions are said; English unless said.');

const dimension = z.object({ id: z.string(), about: z.string() });
const measure = z.object({
  id: z.string(),
  kind: z.enum(['money', 'count', 'share', 'number']),
  about: z.string().describe('Its definition.'),
  timeRule: z.string().describe('Of which time it speaks.'),
});
const values = z
  .record(z.string(), z.union([z.string(), z.number(), z.null()]))
  .describe(
    'By the id of the measure. Money is a decimal in the currency of the row; a share is a part of one; nothing to divide ' +
      'by is null.',
  );
const bounds = z
  .record(z.string(), z.object({ low: z.number(), high: z.number() }))
  .describe(
    'Of shares and means that are estimates: where they lie 95 times of 100 (Wilson, Student), by the id of the measure. ' +
      'Of money in the unit of the row’s currency.',
  );
const row = z.object({
  of: z.record(z.string(), z.string()).describe('By the id of the dimension; empty where it is not known.'),
  currency: z.string().optional(),
  values,
  before: values.optional(),
  bounds: bounds.optional(),
  boundsBefore: bounds.optional(),
});
const span = z.object({ from: z.string().meta({ format: 'date' }), to: z.string().meta({ format: 'date' }) });

const id = z
  .string()
  .max(60)
  .regex(/^[a-z_]+$/, 'an id of listReports')
  .meta({ example: 'sales_over_time' });
const grain = z.enum(['hour', 'day', 'week', 'month']);
const asked = { from: dateInput(), to: dateInput(), market: text(60).optional(), grain: grain.optional() };

const stepText = () =>
  text(300)
    .regex(STEP, 'the name of an event, or a path with * for anything')
    .meta({ example: '/products/*' });
/** Of the reports `funnel` and `paths`. */
const waysAsked = {
  step: queryList(stepText(), MOST_STEPS).optional().describe('Of `funnel`: 2 to 8, in their order.'),
  isOpen: queryFlag()
    .optional()
    .describe('Of `funnel`: whoever comes in at a later step counts from there on.'),
  withinMinutes: queryInteger(1, MOST_MINUTES)
    .optional()
    .describe('Of `funnel`: in whatever visits of the visitor; without it all steps are of one visit.'),
  segment: z.enum(SEGMENTS).optional().describe('Of `funnel`: what visits are told apart by.'),
  page: stepText().optional().describe('Of `paths`: from this page on; without it from the first.'),
  isTo: queryFlag().optional().describe('Of `paths`: to the page instead of from it.'),
};

export const reportEndpoints = {
  listReports: endpoint({
    ...{ ...shared, path: '/reports', summary: 'Every report, with the definition of each of its numbers' },
    query: z.strictObject({ language }),
    output: z.object({
      items: z.array(
        z.object({
          ...{ id: z.string(), titleKey: z.string(), about: z.string() },
          isOverTime: z.boolean().describe('Rows are hours, days, weeks or months, and none is left out.'),
          hasCurrency: z.boolean().describe('Every row has a currency: money is never summed over several.'),
          dimensions: z.array(dimension),
          measures: z.array(measure),
        }),
      ),
    }),
    refusals: {},
  }),
  runReport: endpoint({
    ...{ ...shared, path: '/reports/{id}', summary: 'A report of a span of days, in the zone of the shop' },
    description:
      'Totals are of all rows, also of those beyond `limit`. With `compare` each row also has `before`: over time of the same ' +
      'place in the other span, else of the same thing. What goods cost needs `costs:read` as well.',
    params: z.strictObject({ id }),
    query: z.strictObject({
      ...asked,
      currency: currencyInput().optional(),
      compare: z.enum(['previous', 'last_year']).optional(),
      limit: queryInteger(1, 1_000).optional(),
      language,
      ...waysAsked,
    }),
    output: z.object({
      ...{ id: z.string(), titleKey: z.string(), about: z.string(), zone: z.string() },
      ...{ span, comparedWith: span.optional(), dimensions: z.array(dimension), measures: z.array(measure) },
      asOf: instant().optional().describe('Everything that happened until then is in it.'),
      leadsToOrders: z
        .boolean()
        .optional()
        .describe('Whether rows have orders behind them; left out: they have.'),
      query: z.string().optional().describe('The same in the language of explorations, without days.'),
      ...{ rows: z.array(row), totals: z.array(row), isCut: z.boolean().describe('There are more rows.') },
    }),
    refusals: {
      ...{ unknown_report: 404, invalid_span: 422, invalid_steps: 422, costs_hidden: 403 },
      analytics_away: 503,
    },
  }),
  listReportOrders: endpoint({
    ...{
      ...shared,
      path: '/reports/{id}/orders',
      summary: 'The orders behind a row of a report, or behind all',
    },
    description: '`of` is what the row is of, such as `of=time:2026-11-27`; several narrow it down.',
    params: z.strictObject({ id }),
    query: z.strictObject({
      ...asked,
      ...{ ...pageQuery, currency: currencyInput().optional() },
      of: queryList(text(300).regex(/^[a-z_]+:/, 'a dimension, a colon, its value'), 5).optional(),
    }),
    output: z.object({ items: z.array(shownOrder), nextCursor: z.string().optional() }),
    refusals: {
      ...{ unknown_report: 404, unknown_dimension: 422, invalid_cursor: 422, costs_hidden: 403 },
      analytics_away: 503,
    },
  }),
  readAgreement: endpoint({
    ...{ ...shared, path: '/agreement', summary: 'Whether reports, sales journal and ledger say the same' },
    description:
      'As the nightly check found it, the latest day first. A day that was not checked is not there.',
    query: z.strictObject({ from: dateInput(), to: dateInput() }),
    output: z.object({
      items: z.array(
        z.object({
          day: z.string().meta({ format: 'date' }),
          checkedAt: instant(),
          providers: z
            .array(z.object({ provider: z.string(), comparedAt: instant(), differences: z.int() }))
            .describe(
              'Payment providers whose book of that day (UTC) was compared with the ledger: payments, refunds, fees, payouts.',
            ),
          differences: z.array(
            z.object({
              market: z.string().describe('Empty of what the ledger has of an order that nobody knows.'),
              ...{ currency: z.string(), measure: z.string() },
              report: z.string().describe('What the report shows, a decimal.'),
              journal: z.string().describe('What the rows of the sales journal sum to.'),
              ledger: z.string().describe('What the ledger has.'),
            }),
          ),
        }),
      ),
    }),
    refusals: { invalid_span: 422 },
  }),
};
