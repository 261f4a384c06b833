import { z } from 'zod';
import { currencyInput, dateInput, endpoint, instant, text } from '../../../../platform/api/index.ts';

const shared = { method: 'GET', group: 'Reports', audience: 'reports:read', rate: 'read' } as const;
const span = z.object({ from: z.string().meta({ format: 'date' }), to: z.string().meta({ format: 'date' }) });
const asked = { from: dateInput(), to: dateInput(), market: text(60).optional() };
const about = {
  ...{ span, zone: z.string() },
  asOf: instant().optional().describe('Everything that happened until then is in it.'),
};

const confidence = z.number().describe('How often the interval holds the truth: 0.9.');
const interval = z.object({ estimate: z.number(), low: z.number(), high: z.number(), confidence });
const amount = z
  .object({ estimate: z.string(), low: z.string(), high: z.string(), confidence })
  .describe('Decimals in the currency.');
const point = z.object({
  days: z.int(),
  share: z.number().describe('That ordered again within so many days.'),
  ...{ low: z.number(), high: z.number() },
  watched: z.int().describe('Customers who were watched for so long.'),
});

const calibration = z.object({
  holdoutDays: z.int().describe('Orders of so many last days were foretold from those before.'),
  learntDays: z.int(),
  predicted: z.number().describe('Purchases that were foretold.'),
  actual: z.int().describe('Purchases that were made.'),
  groups: z.array(
    z.object({
      frequency: z.int().describe('Repeat purchases in the time that was learnt from.'),
      isMore: z.boolean().describe('So many and more.'),
      customers: z.int(),
      predicted: z.number().describe('A customer.'),
      actual: interval.describe('A customer.'),
    }),
  ),
});

export const customerReportEndpoints = {
  readCustomerValue: endpoint({
    ...{
      ...shared,
      path: '/customer-value',
      summary: 'What customers will be worth in the twelve months to come',
    },
    description:
      'By BG/NBD and gamma-gamma, from the orders of the span in one currency: that of most orders unless it is named. ' +
      'Returns are taken off, costs are not. Where there are too few customers, or no parameters fit best, `model` is absent ' +
      'and `reason` says why. Of a hundred thousand customers the first answer takes some seconds.',
    query: z.strictObject({ ...asked, currency: currencyInput().optional() }),
    output: z.object({
      ...{ ...about, currency: z.string().optional(), horizonDays: z.int(), yearlyDiscount: z.number() },
      customers: z.int(),
      repeaters: z.int().describe('Customers who ordered on two days or more.'),
      reason: z
        .object({ code: z.enum(['not_enough_data', 'no_maximum', 'no_mean']), message: z.string() })
        .optional(),
      model: z
        .object({
          parameters: z.array(
            z.object({ name: z.string(), estimate: z.number(), standardError: z.number() }),
          ),
          doSomeLeave: z.boolean().describe('Whether the orders can tell that anybody leaves.'),
          correlation: z.number().describe('Of how often and how much; the model takes it to be near 0.'),
          total: amount,
          each: amount.describe('A customer.'),
          groups: z.array(
            z.object({
              ordersFrom: z.int().describe('Days on which they ordered.'),
              ordersTo: z.int().optional().describe('Absent: and more.'),
              customers: z.int(),
              alive: z.number().describe('Mean probability that they may still buy.'),
              purchases: z.number().describe('Expected, a customer.'),
              ...{ total: amount, each: amount },
            }),
          ),
          calibration: calibration
            .optional()
            .describe('Absent where the first two thirds are too few to learn from.'),
        })
        .optional(),
    }),
    refusals: { invalid_span: 422, analytics_away: 503 },
  }),
  readSecondOrder: endpoint({
    ...{ ...shared, path: '/second-order', summary: 'How long customers take to their second order' },
    description:
      'Kaplan–Meier, of customers whose first order was in the span; who has not ordered again is counted for as long as they ' +
      'are known. Repeat rate and returning share are of all orders of the span.',
    query: z.strictObject({ ...asked, currency: currencyInput().optional() }),
    output: z.object({
      ...about,
      ...{ customers: z.int(), again: z.int(), confidence },
      curve: z.array(point),
      within: z
        .array(point)
        .describe('The same at 30, 60, 90, 180 and 365 days, as far as anybody was watched.'),
      median: z
        .object({ estimate: z.int().optional(), low: z.int().optional(), high: z.int().optional() })
        .describe('Days by which half have ordered again; absent where that was not reached.'),
      repeatRate: interval
        .optional()
        .describe('Of customers of the span: those with two orders or more in it.'),
      returningShare: interval
        .optional()
        .describe('Of orders of the span: those of customers who had ordered before.'),
    }),
    refusals: { invalid_span: 422, analytics_away: 503 },
  }),
};
