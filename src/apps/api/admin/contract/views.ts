import { z } from 'zod';
import { endpoint, id, text, uuid } from '../../../../platform/api/index.ts';

const view = z.object({
  id: uuid(),
  list: z.string(),
  name: z.string(),
  query: z.string(),
  isShared: z.boolean(),
  isOwn: z.boolean(),
});

const fields = {
  name: text(60, 1),
  query: text(2_000).describe('The query of the list’s address: `state=paid&sort=total`.'),
  isShared: z.boolean().describe('Everybody in the team sees it; only its owner changes it.'),
};

const list = text(60, 1).describe('Which list: `orders`.');
const shared = { group: 'Views', audience: 'staff' } as const;
const REFUSALS = {
  ...({ invalid_list: 422, invalid_name: 422, invalid_query: 422 } as const),
  ...({ name_taken: 409, too_many: 409, not_found: 404 } as const),
};

export const viewEndpoints = {
  listViews: endpoint({
    ...{ ...shared, method: 'GET', path: '/views/{list}', summary: 'Views of a list: own and shared ones' },
    ...{ rate: 'read', params: z.strictObject({ list }), refusals: {} },
    output: z.object({ items: z.array(view) }),
  }),
  createView: endpoint({
    ...{ ...shared, method: 'POST', path: '/views/{list}', summary: 'Keep a list as it is shown' },
    ...{ rate: 'write', params: z.strictObject({ list }), body: z.strictObject(fields) },
    ...{ output: view, status: 201, idempotency: 'transaction', refusals: REFUSALS },
    changes: { kind: 'view', id: 'id' },
  }),
  changeView: endpoint({
    ...{ ...shared, method: 'PUT', path: '/views/{list}/{id}', summary: 'Change a view of one’s own' },
    ...{ rate: 'write', params: z.strictObject({ list, id: id<'view'>() }), body: z.strictObject(fields) },
    ...{ output: view, refusals: REFUSALS },
    changes: { kind: 'view', id: 'id' },
  }),
  removeView: endpoint({
    ...{ ...shared, method: 'DELETE', path: '/views/{list}/{id}', summary: 'Forget a view of one’s own' },
    ...{ rate: 'write', params: z.strictObject({ list, id: id<'view'>() }) },
    ...{ output: z.object({ isRemoved: z.boolean() }), refusals: { not_found: 404 } },
    changes: { kind: 'view', id: 'id' },
  }),
};
