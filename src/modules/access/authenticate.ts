import type { Db } from '../../platform/database/index.ts';
import type { ApiKey } from './api-key.ts';
import { digestOf } from './secret.ts';
import { findByDigest, touch } from './store.ts';

const TOUCHED_EVERY_SECONDS = 60;

/** The key with this secret, unless it is unknown, expired or revoked: the answer does not tell which. */
export async function authenticate(
  db: Db,
  input: { readonly secret: string; readonly now: Temporal.Instant },
): Promise<ApiKey | undefined> {
  const digest = digestOf(input.secret);
  const key = digest && (await findByDigest(db, digest));
  if (key === undefined || !isValid(key, input.now)) return undefined;
  const { lastUsedAt } = key;
  if (lastUsedAt === undefined || input.now.since(lastUsedAt).total('seconds') >= TOUCHED_EVERY_SECONDS) {
    await touch(db, key.id, input.now);
  }
  return key;
}

function isValid({ expiresAt, revokedAt }: ApiKey, now: Temporal.Instant): boolean {
  if (revokedAt !== undefined) return false;
  return expiresAt === undefined || Temporal.Instant.compare(now, expiresAt) < 0;
}
