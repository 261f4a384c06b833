import { z } from 'zod';
import { endpoint, id, integer, pageOf, pageQuery, text, uuid } from '../../../../platform/api/index.ts';

const location = z
  .object({
    id: uuid(),
    code: z.string(),
    name: z.string(),
    country: z.string().optional(),
    isActive: z.boolean(),
    position: z.int(),
  })
  .meta({ id: 'Location' });

const body = z.strictObject({
  code: text(40, 1),
  name: text(255, 1),
  country: text(2, 2).optional(),
  isActive: z.boolean().default(true).describe('Stock of one that is not active cannot be sold.'),
  position: integer(0, 10_000).default(0),
});

const shared = { group: 'Stock', audience: 'stock:write', rate: 'write' } as const;
const refusals = { invalid: 422, code_taken: 409, not_found: 404 } as const;

export const locationEndpoints = {
  listLocations: endpoint({
    ...{ ...shared, method: 'GET', path: '/locations', summary: 'Places that hold stock', rate: 'read' },
    ...{ audience: 'stock:read', query: z.strictObject(pageQuery), output: pageOf(location) },
    refusals: { invalid_cursor: 422 },
  }),
  createLocation: endpoint({
    ...{ ...shared, method: 'POST', path: '/locations', summary: 'Make a place that holds stock', body },
    ...{ output: location, status: 201, idempotency: 'transaction', refusals },
    changes: { kind: 'location', id: 'id', read: 'listLocations' },
  }),
  changeLocation: endpoint({
    ...{ ...shared, method: 'PUT', path: '/locations/{id}', summary: 'Change a place, all of it', body },
    ...{ params: z.strictObject({ id: id<'location'>() }), output: location, refusals },
    changes: { kind: 'location', id: 'id', read: 'listLocations' },
  }),
};
