import { z } from 'zod';
import {
  currencyInput,
  endpoint,
  id,
  instant,
  list,
  queryFlag,
  text,
} from '../../../../platform/api/index.ts';

const shared = { group: 'Targets' } as const;
const read = { ...shared, method: 'GET', audience: 'targets:read', rate: 'read' } as const;

const year = z
  .string()
  .max(4)
  .regex(/^20\d\d$/, 'a year such as 2026')
  .meta({ example: '2026' });
const kpi = z.enum([
  ...(['net_sales', 'orders', 'new_customers', 'conversion_rate'] as const),
  ...(['average_order_value', 'contribution_margin_1', 'ad_spend'] as const),
]);
const amount = z.string().describe('A decimal: in the currency, a count, or a share such as 0.025.');
const target = {
  ...{
    id: z.string(),
    kpi,
    market: z.string().describe('Empty: every market.'),
    currency: z.string().optional(),
  },
  ...{ period: z.string().describe('`2026-11`, `2026-Q4`, `2026`'), amount },
};
const bounds = z.object({ low: amount, high: amount });
const state = z.enum([
  ...(['planned', 'on_track', 'at_risk', 'off_track', 'reached', 'missed', 'unknown'] as const),
]);

export const targetEndpoints = {
  listTargets: endpoint({
    ...{ ...read, path: '/targets/{year}', summary: 'Targets of periods that begin in a year' },
    description: 'Those of the margin are told with `costs:read` only.',
    params: z.strictObject({ year }),
    output: z.object({
      items: z.array(z.object({ ...target, setBy: z.string(), setAt: instant() })),
    }),
    refusals: {},
  }),
  setTargets: endpoint({
    ...{ ...shared, method: 'PUT', path: '/targets/{year}', summary: 'Set, change or take away targets' },
    description:
      'All of them or none, each of a period that begins in the year. `null` takes a target away. Ad spend is a ceiling, and ' +
      'of all markets.',
    ...{ audience: 'targets:write', rate: 'write', params: z.strictObject({ year }) },
    body: z.strictObject({
      targets: list(
        z.strictObject({
          ...{ kpi, market: text(60), currency: currencyInput().optional(), period: text(7, 4) },
          amount: text(22, 1).nullable(),
        }),
        400,
        1,
      ),
    }),
    output: z.object({ changed: z.int() }),
    refusals: {
      ...({ invalid_amount: 422, invalid_period: 422, invalid_market: 422, currency_required: 422 } as const),
      ...({ currency_not_used: 422, market_not_known: 422, set_twice: 422, costs_hidden: 403 } as const),
    },
    changes: { kind: 'targets', id: 'year', read: 'listTargets' },
  }),
  listPaces: endpoint({
    ...{ ...read, path: '/targets/{year}/paces', summary: 'How far targets are, and what they will come to' },
    description:
      'Forecasts have an interval that holds the outcome in 80 % (`likely`) and one that holds it in 95 % of such cases. ' +
      '`chance` is that the target is reached; of a ceiling, that it is kept.',
    params: z.strictObject({ year }),
    query: z.strictObject({
      isCurrent: queryFlag().optional().describe('Only periods of which today is a day.'),
    }),
    output: z.object({
      asOf: instant().optional(),
      items: z.array(
        z.object({
          ...target,
          state,
          actual: amount.nullable(),
          expectedShare: z.number().describe('How much of the target was to be there by now, of one.'),
          method: z.enum(['season', 'weekdays', 'flat']).describe('What that follows from.'),
          forecast: z
            .object({ estimate: amount, likely: bounds, almostSurely: bounds, chance: z.number() })
            .optional(),
        }),
      ),
    }),
    refusals: { analytics_away: 503, invalid_span: 422 },
  }),
  readTargetCourse: endpoint({
    ...{ ...read, path: '/targets/{year}/{id}/course', summary: 'The way to a target, day by day' },
    params: z.strictObject({ year, id: id<'target'>() }),
    output: z.object({
      days: z.array(
        z.object({
          day: z.string().meta({ format: 'date' }),
          plan: amount.describe('What is to be there by the end of the day.'),
          actual: amount.optional(),
          forecast: z.object({ estimate: amount, low: amount, high: amount }).optional(),
        }),
      ),
    }),
    refusals: { not_found: 404, costs_hidden: 403, analytics_away: 503, invalid_span: 422 },
  }),
  listTargetChanges: endpoint({
    ...{ ...read, path: '/targets/{year}/{id}/changes', summary: 'Who set a target, and what it was before' },
    params: z.strictObject({ year, id: id<'target'>() }),
    output: z.object({
      items: z.array(
        z.object({ before: amount.nullable(), after: amount.nullable(), by: z.string(), at: instant() }),
      ),
    }),
    refusals: { not_found: 404, costs_hidden: 403 },
  }),
};
