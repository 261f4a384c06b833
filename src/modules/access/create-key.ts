import { ok, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import type { ApiKey, ApiKeyId, ApiKeyRefusal } from './api-key.ts';
import { isScope, type Scope } from './scope.ts';
import { digestOf, newSecret } from './secret.ts';
import { insertKey } from './store.ts';

const LONGEST_NAME = 100;

/**
 * Makes a key. Its secret is in the answer and nowhere else, ever.
 *
 * @param input.name what it is for: `Warehouse scanner`
 * @example
 * const made = await createKey(tx, { name: 'Warehouse', scopes: ['stock:write'], now });
 * if (made.ok) hand over made.value.secret; // ik_…
 */
export async function createKey(
  tx: Tx,
  input: {
    readonly name: string;
    readonly scopes: readonly string[];
    readonly expiresAt?: Temporal.Instant | undefined;
    readonly now: Temporal.Instant;
  },
): Promise<Result<{ readonly key: ApiKey; readonly secret: string }, ApiKeyRefusal>> {
  const name = input.name.trim();
  if (name === '' || name.length > LONGEST_NAME) {
    return refuse('invalid_name', `a name has 1 to ${LONGEST_NAME} characters`, 'name');
  }
  const scopes = [...new Set(input.scopes)].toSorted();
  const unknown = scopes.find((scope) => !isScope(scope));
  if (unknown !== undefined) return refuse('unknown_scope', `there is no scope "${unknown}"`, 'scopes');
  if (scopes.length === 0) return refuse('no_scopes', 'a key without scopes may do nothing', 'scopes');
  const { expiresAt, now } = input;
  if (expiresAt !== undefined && Temporal.Instant.compare(expiresAt, now) <= 0) {
    return refuse('expires_in_past', 'a key expires in the future', 'expiresAt');
  }
  const secret = newSecret();
  const digest = digestOf(secret);
  if (digest === undefined) throw new TypeError('a new key is none');
  const key: ApiKey = {
    id: newId<'api_key'>() satisfies ApiKeyId,
    name,
    lastFour: secret.slice(-4),
    scopes: scopes.filter((scope): scope is Scope => isScope(scope)),
    createdAt: now,
    expiresAt,
    lastUsedAt: undefined,
    revokedAt: undefined,
  };
  await insertKey(tx, key, digest);
  return ok({ key, secret });
}
