import { z } from 'zod';
import { isScope, SCOPES } from '../../../../modules/access/index.ts';
import {
  endpoint,
  id,
  instant,
  instantInput,
  list,
  pageOf,
  pageQuery,
  text,
  uuid,
} from '../../../../platform/api/index.ts';

const key = z
  .object({
    id: uuid(),
    name: z.string(),
    lastFour: z.string(),
    scopes: z.array(z.string()),
    createdAt: instant(),
    expiresAt: instant().optional(),
    lastUsedAt: instant().optional(),
    revokedAt: instant().optional(),
  })
  .meta({ id: 'ApiKey' });

const scope = z.enum(Object.keys(SCOPES).filter(isScope));
const shared = { group: 'API keys' } as const;

export const accessEndpoints = {
  listApiKeys: endpoint({
    ...{ ...shared, method: 'GET', path: '/api-keys', summary: 'All keys, the newest first', rate: 'read' },
    ...{ audience: 'api_keys:read', query: z.strictObject(pageQuery), output: pageOf(key) },
    refusals: { invalid_cursor: 422 },
  }),
  createApiKey: endpoint({
    ...{ ...shared, method: 'POST', path: '/api-keys', summary: 'Make a key', rate: 'write', status: 201 },
    description: 'With scopes that the asking key has itself. The secret is in this answer and nowhere else.',
    body: z.strictObject({
      name: text(100, 1),
      scopes: list(scope, 50, 1),
      expiresAt: instantInput().optional(),
    }),
    ...{ audience: 'api_keys:write', idempotency: 'transaction' },
    output: z.object({ key, secret: z.string() }),
    refusals: {
      scope_not_held: 403,
      invalid_name: 422,
      unknown_scope: 422,
      no_scopes: 422,
      expires_in_past: 422,
    },
    changes: { kind: 'api_key', id: 'key.id', read: 'listApiKeys' },
    stepUp: true,
  }),
  revokeApiKey: endpoint({
    ...{ ...shared, method: 'DELETE', path: '/api-keys/{id}', summary: 'Revoke a key', rate: 'write' },
    ...{ audience: 'api_keys:write', params: z.strictObject({ id: id<'api_key'>() }) },
    ...{ output: z.object({ isRevoked: z.boolean() }), refusals: { not_found: 404 } },
    changes: { kind: 'api_key', id: 'id', read: 'listApiKeys' },
  }),
};
