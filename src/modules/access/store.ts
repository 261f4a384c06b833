import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/index.ts';
import type { ApiKey, ApiKeyId } from './api-key.ts';
import { isScope } from './scope.ts';

type Row = {
  id: ApiKeyId;
  name: string;
  last_four: string;
  scopes: string[];
  created_at: Temporal.Instant;
  expires_at: Temporal.Instant | null;
  last_used_at: Temporal.Instant | null;
  revoked_at: Temporal.Instant | null;
};

const COLUMNS = sql.raw('id, name, last_four, scopes, created_at, expires_at, last_used_at, revoked_at');

export async function insertKey(tx: Tx, key: ApiKey, digest: Buffer): Promise<void> {
  await sql`
    insert into access.api_key (id, name, digest, last_four, scopes, created_at, expires_at)
    values (${key.id}, ${key.name}, ${digest}, ${key.lastFour}, ${key.scopes}::text[],
      ${key.createdAt.toString()}::timestamptz,
      ${key.expiresAt?.toString() ?? null}::timestamptz)`.execute(tx);
}

export async function findByDigest(db: Db, digest: Buffer): Promise<ApiKey | undefined> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from access.api_key where digest = ${digest}`.execute(db);
  return rows.map(keyOf)[0];
}

/** Every key, the newest first, revoked and expired ones among them. */
export async function readKeys(db: Db): Promise<ApiKey[]> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from access.api_key order by created_at desc, id desc limit 1000`.execute(db);
  return rows.map(keyOf);
}

export async function touch(db: Db, id: ApiKeyId, now: Temporal.Instant): Promise<void> {
  await sql`
    update access.api_key set last_used_at = ${now.toString()}::timestamptz
    where id = ${id}`.execute(db);
}

/** Whether there is such a key. */
export async function setRevoked(
  tx: Tx,
  { id, now }: { readonly id: ApiKeyId; readonly now: Temporal.Instant },
): Promise<boolean> {
  const { rows } = await sql`
    update access.api_key set revoked_at = coalesce(revoked_at, ${now.toString()}::timestamptz)
    where id = ${id} returning id`.execute(tx);
  return rows.length > 0;
}

function keyOf(row: Row): ApiKey {
  return {
    id: row.id,
    name: row.name,
    lastFour: row.last_four,
    // A scope that this version does not know opens nothing.
    scopes: row.scopes.filter(isScope),
    createdAt: row.created_at,
    expiresAt: row.expires_at ?? undefined,
    lastUsedAt: row.last_used_at ?? undefined,
    revokedAt: row.revoked_at ?? undefined,
  };
}
