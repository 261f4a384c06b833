import { z } from 'zod';
import { currencyInput, dateInput, endpoint, instant, text } from '../../../../platform/api/index.ts';

const amount = z.string().describe('A decimal: in the currency, or a number of orders.');
const value = z
  .union([z.string(), z.number(), z.null()])
  .describe('Money is a decimal, a count or a share a number; nothing to divide by is null.');
const factor = {
  factor: z.enum([
    ...(['sessions', 'conversion', 'untracked_orders', 'orders'] as const),
    ...(['order_value', 'returns', 'margin_rate', 'other'] as const),
  ]),
  ...{ before: value, after: value, change: amount },
};
const of = z.record(z.string(), z.string()).describe('By the id of the dimension; nothing: all others.');
const share = z.number().nullable();

const finding = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('change'), before: amount, after: amount, change: amount }),
  z.object({ kind: z.enum(['factor', 'also', 'against']), ...factor }),
  z.object({ kind: z.literal('segment'), dimension: z.string(), of, change: amount }),
  z.object({ kind: z.literal('spread') }),
  z.object({ kind: z.literal('chance_of_orders'), before: amount, after: amount }),
  z.object({ kind: z.literal('chance_of_conversion'), low: z.number(), high: z.number() }),
  z.object({ kind: z.literal('tracking'), before: z.number(), after: z.number() }),
]);

const days = z.object({ from: z.string().meta({ format: 'date' }), to: z.string().meta({ format: 'date' }) });

export const whyEndpoints = {
  explainChange: endpoint({
    ...({ method: 'GET', group: 'Reports', audience: 'reports:read', rate: 'read' } as const),
    ...{ path: '/why/{of}', summary: 'Why net sales, margin or orders changed' },
    description:
      'Factors add up to the change exactly, and so do the segments of each breakdown, each of which is volume + mix + rate. ' +
      'Factors are Shapley values of (visits × orders with a known visit ÷ visits + orders without) × order value − ' +
      'returns, of the margin times its rate. They are shares of the change, not its causes. The margin needs `costs:read`.',
    params: z.strictObject({
      of: z.enum(['net_sales', 'contribution_margin_1', 'orders']).meta({ example: 'net_sales' }),
    }),
    query: z.strictObject({
      ...{ from: dateInput(), to: dateInput(), compare: z.enum(['previous', 'last_year']) },
      ...{ market: text(60).optional(), currency: currencyInput() },
    }),
    output: z.object({
      ...{ of: z.string(), currency: z.string(), span: days, comparedWith: days, asOf: instant().optional() },
      ...{ before: amount, after: amount, change: amount, factors: z.array(z.object(factor)) },
      breakdowns: z.array(
        z.object({
          dimension: z.string(),
          volume: z.enum(['sessions', 'orders', 'units']).describe('What its volume counts.'),
          segments: z.array(
            z.object({
              ...{ of, before: amount, after: amount, change: amount },
              volume: amount.describe('What it made that there was more or less of everything.'),
              mix: amount.describe('What it made that its share of everything rose or fell.'),
              rate: amount.describe('What it made that it was worth more or less each.'),
            }),
          ),
        }),
      ),
      findings: z.array(finding).describe('What is worth a sentence, the most important first.'),
      trackedShare: z
        .object({ before: share, after: share })
        .describe('Orders whose visit is known ÷ orders.'),
    }),
    refusals: { invalid_span: 422, costs_hidden: 403, analytics_away: 503 },
  }),
};
