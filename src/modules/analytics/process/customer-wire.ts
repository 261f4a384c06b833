import { z } from 'zod';
import type { CustomerValueAnswer, SecondOrderAnswer } from '../customers/ask-customers.ts';
import type { Bought } from '../customers/scores.ts';
import { currency, span } from './wire-parts.ts';

/** Questions about customers whose answers are no tables. */
export type CustomerQuestion = { readonly ask: 'customer_value' | 'second_order'; readonly asked: Bought };

const word = z.string().max(60);

export const customerQuestionWires = [
  z.strictObject({
    ask: z.enum(['customer_value', 'second_order']),
    asked: z.strictObject({
      span,
      market: word.exactOptional(),
      currency: currency.exactOptional(),
      origin: word.exactOptional(),
    }),
  }),
] as const;

const instant = z.string().transform((text) => Temporal.Instant.from(text));
const number = z.number();
const interval = z.object({ estimate: number, low: number, high: number, confidence: number });
const about = { span, zone: z.string(), asOf: instant.exactOptional() };

const calibration = z.discriminatedUnion('isKnown', [
  z.object({
    isKnown: z.literal(true),
    ...{ holdoutDays: number, learntDays: number, predicted: number, actual: number },
    groups: z.array(
      z.object({
        frequency: number,
        isMore: z.boolean(),
        customers: number,
        predicted: number,
        actual: interval,
      }),
    ),
  }),
  z.object({ isKnown: z.literal(false), message: z.string() }),
]);

export const customerValueWire: z.ZodType<CustomerValueAnswer> = z.object({
  ...about,
  currency: currency.exactOptional(),
  ...{ horizonDays: number, yearlyDiscount: number },
  value: z.discriminatedUnion('isKnown', [
    z.object({
      isKnown: z.literal(true),
      ...{ customers: number, repeaters: number, correlation: number, total: interval, calibration },
      parameters: z.array(z.object({ name: z.string(), estimate: number, standardError: number })),
      doSomeLeave: z.boolean(),
      groups: z.array(
        z.object({
          ...{ ordersFrom: number, customers: number, alive: number, purchases: number, value: interval },
          ordersTo: number.exactOptional(),
        }),
      ),
    }),
    z.object({
      isKnown: z.literal(false),
      ...{ customers: number, repeaters: number, message: z.string() },
      reason: z.enum(['not_enough_data', 'no_maximum', 'no_mean']),
    }),
  ]),
});

const point = z.object({ days: number, share: number, low: number, high: number, watched: number });

export const secondOrderWire: z.ZodType<SecondOrderAnswer> = z.object({
  ...about,
  second: z.object({
    ...{ customers: number, again: number, confidence: number },
    ...{ curve: z.array(point), within: z.array(point) },
    median: z
      .object({
        estimate: number.optional(),
        low: number.optional(),
        high: number.optional(),
        confidence: number,
      })
      .transform(({ estimate, low, high, confidence: sure }) => ({ estimate, low, high, confidence: sure })),
    repeatRate: interval.exactOptional(),
    returningShare: interval.exactOptional(),
  }),
});
