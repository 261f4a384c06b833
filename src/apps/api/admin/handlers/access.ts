import { ok, refuse } from '../../../../kernel/index.ts';
import { type ApiKey, createKey, readKeys, revokeKey } from '../../../../modules/access/index.ts';
import type { Handlers } from '../../../../platform/api/index.ts';
import { transactOrRefuse } from '../../../../platform/database/index.ts';
import { pageOfAll } from '../../page.ts';
import type { accessEndpoints } from '../contract/access.ts';
import type { AdminDeps } from '../deps.ts';

export function accessHandlers({ db, reads }: AdminDeps): Handlers<typeof accessEndpoints> {
  return {
    listApiKeys: async ({ query }) =>
      pageOfAll('api_keys', query, await readKeys(reads), {
        ...{ keyOf: ({ id }) => id, itemOf: keyAnswer, isDescending: true },
      }),
    createApiKey: async ({ body, caller, now, tx }) => {
      const held = 'permissions' in caller ? caller.permissions : new Set<string>();
      const missing = body.scopes.find((scope) => !held.has(scope));
      // Who could make a key that may more would be it.
      if (missing !== undefined) {
        return refuse('scope_not_held', `who asks does not have the scope "${missing}"`, 'scopes');
      }
      const made = await createKey(tx, { ...body, now });
      return made.ok ? ok({ key: keyAnswer(made.value.key), secret: made.value.secret }) : made;
    },
    revokeApiKey: async ({ params: { id }, now }) => {
      const revoked = await transactOrRefuse(db, (tx) => revokeKey(tx, { id, now }));
      return revoked.ok ? ok({ isRevoked: true }) : revoked;
    },
  };
}

function keyAnswer(key: ApiKey) {
  const { id, name, lastFour, scopes, createdAt, expiresAt, lastUsedAt, revokedAt } = key;
  return {
    ...{ id, name, lastFour, scopes, createdAt: createdAt.toString() },
    expiresAt: expiresAt?.toString(),
    lastUsedAt: lastUsedAt?.toString(),
    revokedAt: revokedAt?.toString(),
  };
}
