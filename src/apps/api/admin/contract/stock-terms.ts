import { z } from 'zod';
import {
  dateInput,
  endpoint,
  id,
  instant,
  instantInput,
  integer,
  list,
  uuid,
} from '../../../../platform/api/index.ts';
import { variantIds } from './stock.ts';

const PIECES = 1_000_000;
const RULES = ['nearest', 'fewest_parcels', 'most_stock'] as const;
const rule = z.object({ rule: z.enum(RULES) });
const variantId = id<'variant'>();
const shared = { group: 'Stock', audience: 'stock:write', rate: 'write' } as const;
const read = { ...shared, method: 'GET', audience: 'stock:read', rate: 'read' } as const;
const query = z.strictObject({ variantIds });
const changed = z.object({ changed: z.array(uuid()).describe('Variants of which something changed.') });
const refusals = { unknown_variant: 422 } as const;

export const stockTermEndpoints = {
  readStockPolicies: endpoint({
    ...{ ...read, path: '/stock/policies', summary: 'How variants are sold when stock runs out', query },
    output: z.object({
      items: z.array(
        z.object({
          ...{ variantId: uuid(), isTracked: z.boolean(), mayBackorder: z.boolean() },
          lowStockAt: z.int().optional().describe('At or below it the shop says that few are left.'),
        }),
      ),
    }),
    refusals: {},
  }),
  setStockPolicies: endpoint({
    ...{
      ...shared,
      method: 'PUT',
      path: '/stock/policies',
      summary: 'Say how variants are sold without stock',
    },
    body: z.strictObject({
      policies: list(
        z.strictObject({
          ...{ variantId, isTracked: z.boolean(), mayBackorder: z.boolean() },
          lowStockAt: integer(0, PIECES).optional(),
        }),
        1_000,
        1,
      ),
    }),
    ...{ output: changed, refusals },
    changes: { kind: 'stock', id: 'policies.variantId', read: 'readStockPolicies' },
  }),
  readBackorderTerms: endpoint({
    ...{ ...read, path: '/stock/backorder-terms', summary: 'How far variants are sold beyond stock', query },
    output: z.object({
      items: z.array(
        z.object({
          ...{ variantId: uuid(), backorderLimit: z.int().optional() },
          preorder: z.object({ availableFrom: instant(), limit: z.int().optional() }).optional(),
        }),
      ),
    }),
    refusals: {},
  }),
  setBackorderTerms: endpoint({
    ...{ ...shared, method: 'PUT', path: '/stock/backorder-terms', summary: 'Say how far beyond stock' },
    description: 'A limit below what is promised takes no promise back. A preorder is sold until its day.',
    body: z.strictObject({
      terms: list(
        z.strictObject({
          ...{ variantId, backorderLimit: integer(0, PIECES).optional() },
          preorder: z
            .strictObject({ availableFrom: instantInput(), limit: integer(0, PIECES).optional() })
            .optional(),
        }),
        1_000,
        1,
      ),
    }),
    ...{ output: changed, refusals },
    changes: { kind: 'stock', id: 'terms.variantId', read: 'readBackorderTerms' },
  }),
  readReturnLabels: endpoint({
    ...{ ...read, path: '/stock/return-labels', summary: 'Of what the shop says when it is back', query },
    description:
      'Of a variant that is sold out and labelled, with the day that its page says, where one is known.',
    output: z.object({
      items: z.array(
        z.object({
          ...{ variantId: uuid(), isLabelled: z.boolean(), isBuyable: z.boolean() },
          expectedOn: z
            .string()
            .meta({ format: 'date' })
            .optional()
            .describe("Its supplier's day, with what they are usually late; none that has passed."),
        }),
      ),
    }),
    refusals: {},
  }),
  labelUnavailable: endpoint({
    ...{
      ...shared,
      method: 'PUT',
      path: '/stock/return-labels',
      summary: 'Say when what is sold out is back',
    },
    description: 'The page says about when it is back while it is sold out and something is on its way.',
    body: z.strictObject({ labels: list(z.strictObject({ variantId, isLabelled: z.boolean() }), 1_000, 1) }),
    ...{ output: changed, refusals },
    changes: { kind: 'stock', id: 'labels.variantId', read: 'readReturnLabels' },
  }),
  readIncoming: endpoint({
    ...{ ...read, path: '/stock/incoming', summary: 'What is on its way to locations', query, refusals: {} },
    output: z.object({
      items: z.array(
        z.object({ variantId: uuid(), locationId: uuid(), expectedOn: z.string(), quantity: z.int() }),
      ),
    }),
  }),
  setIncoming: endpoint({
    ...{ ...shared, method: 'PUT', path: '/stock/incoming', summary: 'Say what is expected where, and when' },
    ...{ description: 'Zero takes the expectation away.', output: z.object({ isSaved: z.boolean() }) },
    body: z.strictObject({
      incoming: list(
        z.strictObject({
          ...{ variantId, locationId: id<'location'>(), expectedOn: dateInput() },
          quantity: integer(0, PIECES),
        }),
        1_000,
        1,
      ),
    }),
    refusals: { ...refusals, unknown_location: 422 },
    changes: { kind: 'stock', id: 'incoming.variantId', read: 'readIncoming' },
  }),
  readAllocationRule: endpoint({
    ...{ ...read, path: '/stock/allocation-rule', summary: 'Which location serves an order', output: rule },
    refusals: {},
  }),
  saveAllocationRule: endpoint({
    ...{
      ...shared,
      method: 'PUT',
      path: '/stock/allocation-rule',
      summary: 'Say which location serves an order',
    },
    ...{ body: z.strictObject({ rule: z.enum(RULES) }), output: rule, refusals: {} },
    changes: { kind: 'allocation_rule', read: 'readAllocationRule' },
  }),
};
