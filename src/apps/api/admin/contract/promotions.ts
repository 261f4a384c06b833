import { z } from 'zod';
import {
  documentedAs,
  endpoint,
  id,
  integer,
  list,
  pageOf,
  pageQuery,
  queryInteger,
  text,
  uuid,
} from '../../../../platform/api/index.ts';

/** Parsed by the pricing module, which knows every condition and benefit and names the field that is wrong. */
const promotionInput = documentedAs(z.unknown(), {
  type: 'object',
  description: 'name, trigger, lane, priority, isExclusive, conditions, benefits, limits, isActive',
});

const promotion = z
  .object({
    id: uuid(),
    name: z.string(),
    trigger: z.enum(['automatic', 'code']),
    lane: z.int(),
    priority: z.int(),
    isExclusive: z.boolean(),
    benefits: z.array(z.object({ kind: z.string() })),
  })
  .meta({ id: 'Promotion' });

const code = z.object({
  code: z.string().describe('As it is shown.'),
  usesLimit: z.int().optional().describe('Left out: without limit.'),
  used: z.int().describe('Counted where there is a limit.'),
});

const STACKINGS = ['best', 'best_per_line', 'all'] as const;
const lane = z
  .object({
    lane: z.int(),
    name: z.string(),
    stacking: z
      .enum(STACKINGS)
      .describe('What of the lane applies: the best, the best of each line, or all of it.'),
  })
  .meta({ id: 'PromotionLane' });

const params = z.strictObject({ id: id<'promotion'>() });
const SAVE_REFUSALS = {
  ...({ invalid: 422, unknown_lane: 422, lane_is_per_line: 422 } as const),
  ...({ too_many_promotions: 409, not_found: 404 } as const),
} as const;
const shared = { group: 'Promotions', rate: 'write', audience: 'promotions:write' } as const;

export const promotionEndpoints = {
  listPromotions: endpoint({
    ...{ ...shared, method: 'GET', path: '/promotions', summary: 'Promotions that are in force' },
    ...{ audience: 'promotions:read', rate: 'read', query: z.strictObject(pageQuery) },
    ...{ output: pageOf(promotion), refusals: { invalid_cursor: 422 } },
  }),
  createPromotion: endpoint({
    ...{ ...shared, method: 'POST', path: '/promotions', summary: 'Make a promotion', status: 201 },
    ...{ body: z.strictObject({ promotion: promotionInput }), output: z.object({ id: uuid() }) },
    ...{ refusals: SAVE_REFUSALS, idempotency: 'transaction' },
    changes: { kind: 'promotion', id: 'id', read: 'readPromotion' },
  }),
  changePromotion: endpoint({
    ...{ ...shared, method: 'PUT', path: '/promotions/{id}', summary: 'Change a promotion', params },
    ...{ body: z.strictObject({ promotion: promotionInput }), output: z.object({ id: uuid() }) },
    refusals: SAVE_REFUSALS,
    changes: { kind: 'promotion', id: 'id', read: 'readPromotion' },
  }),
  removePromotion: endpoint({
    ...{ ...shared, method: 'DELETE', path: '/promotions/{id}', summary: 'End a promotion for good', params },
    ...{ output: z.object({ isRemoved: z.boolean() }), refusals: { not_found: 404 } },
    changes: { kind: 'promotion', id: 'id', read: 'readPromotion' },
  }),
  listCodes: endpoint({
    ...{
      ...shared,
      method: 'GET',
      path: '/promotions/{id}/codes',
      summary: 'Its codes, by the alphabet',
      params,
    },
    ...{ audience: 'promotions:read', rate: 'read', query: z.strictObject(pageQuery), output: pageOf(code) },
    refusals: { invalid_cursor: 422 },
  }),
  saveCodes: endpoint({
    ...{ ...shared, method: 'PUT', path: '/promotions/{id}/codes', summary: 'Give it codes', params },
    body: z.strictObject({
      codes: list(text(60, 3), 1_000, 1),
      usesLimit: integer(1, 1_000_000_000).optional().describe('How often each may be used.'),
    }),
    ...{ output: z.object({ isSaved: z.boolean() }) },
    refusals: { invalid: 422, code_taken: 409, not_found: 404 },
    changes: { kind: 'promotion', id: 'id' },
  }),
  makeCodes: endpoint({
    ...{
      ...shared,
      method: 'POST',
      path: '/promotions/{id}/codes',
      summary: 'Make codes nobody guesses',
      params,
    },
    body: z.strictObject({
      count: integer(1, 1_000),
      prefix: text(12).optional(),
      usesLimit: integer(1, 1_000_000_000).default(1),
    }),
    ...{ output: z.object({ codes: z.array(z.string()) }), status: 201, idempotency: 'transaction' },
    refusals: { invalid: 422, code_taken: 409, not_found: 404 },
    changes: { kind: 'promotion', id: 'id' },
  }),
  removeCodes: endpoint({
    ...{ ...shared, method: 'POST', path: '/promotions/{id}/codes/removals', params },
    summary: 'Take codes out of use',
    description: 'Orders that used them keep them. A code that it does not have is no mistake.',
    ...{ body: z.strictObject({ codes: list(text(60, 1), 1_000, 1) }), refusals: {} },
    ...{ output: z.object({ isRemoved: z.boolean() }), idempotency: 'transaction' },
    changes: { kind: 'promotion', id: 'id' },
  }),
  listLanes: endpoint({
    ...{ ...shared, method: 'GET', path: '/promotion-lanes', summary: 'Lanes, and how each stacks' },
    ...{ audience: 'promotions:read', rate: 'read', query: z.strictObject(pageQuery) },
    ...{ output: pageOf(lane), refusals: { invalid_cursor: 422 } },
  }),
  saveLane: endpoint({
    ...{
      ...shared,
      method: 'PUT',
      path: '/promotion-lanes/{lane}',
      summary: 'Name a lane and say how it stacks',
    },
    params: z.strictObject({ lane: queryInteger(1, 99) }),
    body: z.strictObject({ name: text(200, 1), stacking: z.enum(STACKINGS) }),
    ...{ output: lane, refusals: { invalid: 422, lane_is_per_line: 409 } },
    changes: { kind: 'promotion_lane', id: 'lane', read: 'listLanes' },
  }),
};
