import { z } from 'zod';
import { currencyInput, endpoint, money, queryInteger, text, uuid } from '../../../../platform/api/index.ts';

const OUTCOMES = [
  ...(['offered', 'off', 'nothing_to_ship', 'no_zone', 'no_rate', 'too_heavy'] as const),
  ...(['too_large', 'beyond_steps', 'no_pickup_point'] as const),
] as const;

const tested = z.object({
  zone: z.object({ id: uuid(), name: z.string() }).optional().describe('The most specific one.'),
  items: z.array(
    z.object({
      ...{ methodId: uuid(), code: z.string(), name: z.string(), kind: z.enum(['delivery', 'pickup']) },
      outcome: z.enum(OUTCOMES),
      price: money.optional(),
      isFree: z.boolean(),
      earliest: z.string().optional().describe('A day, by the holidays of sender and receiver.'),
      latest: z.string().optional(),
      points: z.array(z.string()).describe('The nearest pick-up points.'),
    }),
  ),
});

const MOST_GRAMS = 10_000_000;
const side = () => queryInteger(1, 100_000).optional();

const shared = { group: 'Shipping', audience: 'settings:read', rate: 'read', method: 'GET' } as const;

export const deliveryTestEndpoints = {
  testDelivery: endpoint({
    ...{ ...shared, path: '/shipping/test', summary: 'What is offered for goods to an address, and why not' },
    query: z.strictObject({
      ...{ country: text(2, 2), region: text(3, 1).optional(), postalCode: text(20).optional() },
      currency: currencyInput(),
      value: text(20, 1).describe('What the goods are worth, after discounts: `49.90`.'),
      weightGrams: queryInteger(0, MOST_GRAMS),
      quantity: queryInteger(1, 100_000),
      ...{ lengthMm: side(), widthMm: side(), heightMm: side() },
      locale: text(35, 2),
    }),
    ...{ output: tested, refusals: { unknown_locale: 422, invalid: 422 } },
  }),
  readDeliveryCoverage: endpoint({
    ...{
      ...shared,
      path: '/shipping/coverage',
      summary: 'Countries of markets that nothing is delivered to',
    },
    output: z.object({
      markets: z.array(
        z.object({
          ...{ code: z.string(), name: z.string(), currency: z.string() },
          countries: z.array(z.string()),
          undeliverable: z
            .array(z.string())
            .describe('A parcel of a kilogram, worth little, has no way there.'),
        }),
      ),
    }),
    refusals: {},
  }),
};
