import { z } from 'zod';
import { amountsSchema } from './amounts-schema.ts';
import type { Benefit, Conditions, Goods, Selection, TierOff } from './promotion.ts';

const text = z.string().trim().min(1).max(200);
const count = z.int().min(1).max(1_000_000);
const rateMillionths = z
  .int()
  .min(1, 'a rate is in millionths: 10 % is 100000')
  .max(1_000_000, 'a rate is at most 1000000: 100 %');
const entries = z.array(text).min(1).max(500).optional();
const amounts = amountsSchema(1n);

const selection: z.ZodType<Selection> = z.strictObject({
  products: entries,
  variants: entries,
  collections: entries,
  categories: entries,
  brands: entries,
  tags: entries,
});

const goods: z.ZodType<Goods, unknown> = z
  .strictObject({
    anyOf: z.array(selection).max(20).default([]),
    noneOf: z.array(selection).max(20).default([]),
    isFullPriceOnly: z.boolean().default(false),
  })
  .prefault({});

const tierOff: z.ZodType<TierOff, unknown> = z
  .strictObject({ rateMillionths: rateMillionths.optional(), amount: amounts.optional() })
  .transform((off, context): TierOff => {
    if (off.rateMillionths !== undefined && off.amount === undefined)
      return { rateMillionths: off.rateMillionths };
    if (off.amount !== undefined && off.rateMillionths === undefined) return { amount: off.amount };
    context.issues.push({
      code: 'custom',
      message: 'give rateMillionths or amount, one of them',
      input: off,
    });
    return z.NEVER;
  });

const tiers = z.discriminatedUnion('by', [
  z.strictObject({
    kind: z.literal('tiers'),
    by: z.literal('quantity'),
    goods,
    tiers: z
      .array(z.strictObject({ from: count, off: tierOff }))
      .min(1)
      .max(20),
  }),
  z.strictObject({
    kind: z.literal('tiers'),
    by: z.literal('value'),
    goods,
    tiers: z
      .array(z.strictObject({ from: amounts, off: tierOff }))
      .min(1)
      .max(20),
  }),
]);

export const benefitSchema: z.ZodType<Benefit, unknown> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('percent_off'),
    per: z.enum(['item', 'order']),
    rateMillionths,
    goods,
    most: amounts.optional(),
  }),
  z.strictObject({ kind: z.literal('amount_off_order'), amount: amounts, goods }),
  z.strictObject({ kind: z.literal('amount_off_item'), amount: amounts, goods }),
  z.strictObject({ kind: z.literal('fixed_price'), price: amountsSchema(0n), goods }),
  z.strictObject({
    kind: z.literal('buy_x_get_y'),
    buyQuantity: count,
    buy: goods,
    getQuantity: count,
    get: goods,
    rateMillionths,
    mostTimes: count.optional(),
  }),
  tiers,
  z.strictObject({ kind: z.literal('free_delivery'), upTo: amounts.optional() }),
  z.strictObject({ kind: z.literal('gift'), variantId: z.uuid(), quantity: count.max(100) }),
]);

const dateTime = z.string().transform((given, context) => {
  const parsed = parsePlain(
    () => Temporal.PlainDateTime.from(given),
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/,
    given,
  );
  if (parsed !== undefined) return parsed;
  context.issues.push({
    code: 'custom',
    message: 'a time by the shop, such as 2026-11-27T00:00',
    input: given,
  });
  return z.NEVER;
});

const timeOfDay = z.string().transform((given, context) => {
  const parsed = parsePlain(() => Temporal.PlainTime.from(given), /^\d\d:\d\d$/, given);
  if (parsed !== undefined) return parsed;
  context.issues.push({ code: 'custom', message: 'a time of day such as 17:00', input: given });
  return z.NEVER;
});

const schedule = z
  .strictObject({
    startsAt: dateTime.optional(),
    endsAt: dateTime.optional(),
    weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).optional(),
    hours: z.strictObject({ from: timeOfDay, to: timeOfDay }).optional(),
  })
  .refine(
    ({ startsAt, endsAt }) =>
      startsAt === undefined || endsAt === undefined || Temporal.PlainDateTime.compare(startsAt, endsAt) < 0,
    { path: ['endsAt'], message: 'a promotion ends after it starts' },
  );

export const conditionsSchema: z.ZodType<Conditions, unknown> = z.strictObject({
  markets: z.array(text).min(1).max(100).optional(),
  segments: z.array(text).min(1).max(100).optional(),
  isFirstOrder: z.literal(true).optional(),
  minimum: z.strictObject({ quantity: count.optional(), value: amounts.optional(), goods }).optional(),
  schedule: schedule.optional(),
});

/** A promotion as it is sent and stored: amounts are decimals by currency, times are those of the shop's clocks. */
export const promotionSchema = z.strictObject({
  name: text,
  trigger: z.enum(['automatic', 'code']),
  lane: z.int().min(1).max(99),
  priority: z.int().min(-1_000).max(1_000).default(0),
  isExclusive: z.boolean().default(false),
  isActive: z.boolean().default(true),
  conditions: conditionsSchema.prefault({}),
  benefits: z.array(benefitSchema).min(1).max(5),
  limits: z
    .strictObject({ uses: count.optional(), usesPerCustomer: count.optional(), budget: amounts.optional() })
    .prefault({}),
});

function parsePlain<Value>(parse: () => Value, pattern: RegExp, given: string): Value | undefined {
  if (!pattern.test(given)) return undefined;
  try {
    return parse();
  } catch (error) {
    // Temporal's answer to a date that is none, such as 30 February.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
