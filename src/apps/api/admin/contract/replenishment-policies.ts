import { z } from 'zod';
import { endpoint, integer, text, uuid } from '../../../../platform/api/index.ts';

const shared = { group: 'Replenishment' } as const;

export const replenishmentPolicy = z
  .object({
    isOff: z.boolean().optional().describe('Nothing is proposed.'),
    service: z
      .strictObject({
        kind: z.enum(['cycle', 'fill', 'cost']),
        share: z.number().min(0.5).max(0.9999).optional(),
      })
      .nullish()
      .describe(
        '`cycle`: cycles without a stock-out; `fill`: pieces served at once; `cost`: what is cheapest.',
      ),
    holdingRate: z.number().min(0).max(5).nullish().describe('What keeping goods worth 1 costs a year.'),
    orderCost: text(20).nullish().describe('Of one more line on an order, in the shop’s currency.'),
    substitutionShare: z
      .number()
      .min(0)
      .max(1)
      .nullish()
      .describe('Who find nothing and take something else.'),
    maxCoverDays: integer(1, 730).nullish(),
    minMax: z.strictObject({ min: integer(0, 1_000_000), max: integer(1, 1_000_000) }).nullish(),
    budget: text(20).nullish().describe('Most that open orders may come to. Of the shop only.'),
    storagePieces: integer(1, 1_000_000_000).nullish().describe('Room for so many. Of the shop only.'),
  })
  .meta({ id: 'ReplenishmentPolicy' });

const scope = { scope: z.enum(['shop', 'category', 'variant']), id: uuid() };

export const replenishmentPolicyEndpoints = {
  listReplenishmentPolicies: endpoint({
    ...{
      ...shared,
      method: 'GET',
      audience: 'purchasing:read',
      rate: 'read',
      path: '/replenishment/policies',
      summary: 'How well the shop means to be in stock',
    },
    description:
      'What a scope does not say for itself, it takes from the next wider one, in the end from `standard`.',
    output: z.object({
      standard: replenishmentPolicy,
      policies: z.array(z.object({ ...scope, name: z.string(), policy: replenishmentPolicy })),
    }),
    refusals: {},
  }),
  saveReplenishmentPolicy: endpoint({
    ...{
      ...shared,
      audience: 'purchasing:write',
      rate: 'write',
      method: 'PUT',
      path: '/replenishment/policies/{scope}/{id}',
    },
    summary: 'Say for the shop, a category or a variant',
    description: 'In place of all that it said. The id of the shop is that of nothing: zeros.',
    params: z.strictObject({ scope: scope.scope, id: z.uuid() }),
    body: z.strictObject(replenishmentPolicy.shape),
    output: z.object({ policy: replenishmentPolicy }),
    refusals: { invalid_policy: 422, limits_of_the_shop: 422, not_found: 404 },
    changes: { kind: 'replenishment_policy', id: 'id', read: 'listReplenishmentPolicies' },
  }),
};
