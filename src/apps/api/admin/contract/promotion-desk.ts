import { z } from 'zod';
import {
  documentedAs,
  endpoint,
  id,
  instant,
  instantInput,
  integer,
  list,
  money,
  moneyInput,
  pageOf,
  pageQuery,
  text,
  uuid,
} from '../../../../platform/api/index.ts';

const LOCALES = ['en', 'de', 'fr', 'es'] as const;
const locale = z.enum(LOCALES).default('en');
const STATES = ['in_force', 'scheduled', 'ended', 'used_up', 'paused'] as const;

const row = z
  .object({
    id: uuid(),
    name: z.string(),
    sentence: z.string().describe('What it does, in plain words of the language asked for.'),
    state: z.enum(STATES),
    trigger: z.enum(['automatic', 'code']),
    lane: z.int(),
    priority: z.int(),
    isExclusive: z.boolean(),
    isActive: z.boolean(),
    codes: z.array(z.string()).describe('The first three.'),
    codeCount: z.int(),
    orders: z.int().describe('Orders that used it, cancelled ones not counted.'),
    given: z.array(money).describe('What they had off, by currency.'),
    lastUsedAt: instant().optional(),
    startsAt: z.string().optional().describe('By the shop’s clocks.'),
    endsAt: z.string().optional(),
  })
  .meta({ id: 'PromotionRow' });

/** As it is sent to be saved, so that it can be sent again. */
const sent = documentedAs(z.unknown(), { type: 'object', description: 'What createPromotion takes.' });

const WHY_NOT = z
  .string()
  .describe('A closed set of names: `minimum_value`, `better_promotion`, `code_not_given`, …');
const verdict = z.object({
  promotionId: uuid().optional().describe('Missing for a code that nobody knows.'),
  isTrial: z.boolean().describe('The promotion that is tried out.'),
  name: z.string().optional(),
  code: z.string().optional(),
  isApplied: z.boolean(),
  amount: money.optional(),
  reason: WHY_NOT.optional(),
  missing: money.optional().describe('Of `minimum_value`: how much more.'),
  missingPieces: z.int().optional().describe('Of `minimum_quantity`: how many more.'),
  otherPromotionId: uuid().optional().describe('The one that was better, or that applies alone.'),
  at: instant().optional().describe('When it starts, or ended.'),
});

const tested = z.object({
  sentence: z.string().optional().describe('The tried promotion in plain words.'),
  lines: z.array(
    z.object({
      ...{ variantId: uuid(), title: z.string(), quantity: z.int(), isGift: z.boolean() },
      ...{ unit: money, subtotal: money, discount: money, total: money },
      discounts: z.array(z.object({ promotionId: uuid(), name: z.string(), amount: money })),
    }),
  ),
  delivery: z.object({ price: money, discount: money, total: money }).optional(),
  totals: z.object({ subtotal: money, discount: money, delivery: money, tax: money, total: money }),
  verdicts: z.array(verdict).describe('Every promotion: what it took off, or why nothing.'),
});

const shared = { group: 'Promotions', audience: 'promotions:read', rate: 'read' } as const;

export const promotionDeskEndpoints = {
  listPromotionRows: endpoint({
    ...{ ...shared, method: 'GET', path: '/promotion-rows', summary: 'All promotions, the latest first' },
    query: z.strictObject({
      ...pageQuery,
      locale,
      state: z.enum(STATES).optional(),
      q: text(200).optional(),
    }),
    ...{ output: pageOf(row), refusals: { invalid_cursor: 422 } },
  }),
  readPromotion: endpoint({
    ...{ ...shared, method: 'GET', path: '/promotions/{id}', summary: 'One promotion, as it was sent' },
    ...{ params: z.strictObject({ id: id<'promotion'>() }), query: z.strictObject({ locale }) },
    ...{ output: row.extend({ promotion: sent }), refusals: { not_found: 404 } },
  }),
  listPromotionMarkets: endpoint({
    ...{
      ...shared,
      method: 'GET',
      path: '/promotion-markets',
      summary: 'Markets that promotions can be for',
    },
    ...{ query: z.strictObject({}), refusals: {} },
    output: z.object({
      items: z.array(z.object({ code: z.string(), name: z.string(), currency: z.string() })),
    }),
  }),
  testPromotion: endpoint({
    changes: { nothing: 'a cart is only tried out' },
    ...{ ...shared, method: 'POST', path: '/promotion-tests', summary: 'What a cart would cost, and why' },
    description:
      'With the promotions in force, or with one that is not saved beside them or in place of one.',
    body: z.strictObject({
      promotion: sent.optional(),
      promotionId: id<'promotion'>().optional().describe('In place of which it is tried out.'),
      trialCodes: list(text(60, 1), 10).default([]).describe('Codes that it would have.'),
      locale,
      market: text(100, 1),
      lines: list(z.strictObject({ variantId: id<'variant'>(), quantity: integer(1, 1_000) }), 50),
      codes: list(text(60), 10).default([]),
      customer: z
        .strictObject({
          segments: list(text(100, 1), 50).default([]),
          orderCount: integer(0, 1_000_000).default(0),
        })
        .optional()
        .describe('Left out: a guest.'),
      delivery: moneyInput().optional().describe('What delivery costs.'),
      at: instantInput().optional().describe('Left out: now.'),
    }),
    ...{ output: tested, idempotency: 'none' },
    refusals: {
      ...({ invalid: 422, unknown_lane: 422, lane_is_per_line: 422 } as const),
      ...({ unknown_market: 422, unknown_variant: 422, no_price: 422, other_currency: 422 } as const),
    },
  }),
};
