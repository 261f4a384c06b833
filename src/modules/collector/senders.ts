import { sql } from 'kysely';
import { type Id, ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import { newToken, tokenHash } from '../../platform/auth/index.ts';
import type { Db, Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';

export type SenderId = Id<'sender'>;

/** A program that may send events from a server, by the Measurement Protocol's `api_secret`. */
export type KnownSender = {
  readonly id: SenderId;
  readonly name: string;
  readonly createdAt: Temporal.Instant;
  readonly revokedAt: Temporal.Instant | undefined;
};

/** @returns the secret, once: only its hash is kept */
export async function createSender(
  tx: Tx,
  { name, now }: { readonly name: string; readonly now: Temporal.Instant },
): Promise<Result<{ readonly id: SenderId; readonly secret: string }, Refusal<'missing'>>> {
  if (name.trim() === '') return refuse('missing', 'a sender needs a name', 'name');
  const [id, secret] = [newId<'sender'>(), newToken()];
  await sql`
    insert into collector.sender (id, name, secret_hash, created_at)
    values (${id}, ${name.trim()}, ${tokenHash(secret)}, ${now.toString()}::timestamptz)`.execute(tx);
  return ok({ id, secret });
}

/** What it sends is refused from now on. @returns whether there was one that was valid */
export async function revokeSender(
  tx: Tx,
  { id, now }: { readonly id: SenderId; readonly now: Temporal.Instant },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update collector.sender set revoked_at = ${now.toString()}::timestamptz
    where id = ${id} and revoked_at is null`.execute(tx);
  return numAffectedRows === 1n;
}

export async function listSenders(db: Db): Promise<KnownSender[]> {
  const { rows } = await sql<{
    id: SenderId;
    name: string;
    created_at: Temporal.Instant;
    revoked_at: Temporal.Instant | null;
  }>`select id, name, created_at, revoked_at from collector.sender order by created_at, id`.execute(db);
  return rows.map(({ id, name, created_at: createdAt, revoked_at: revokedAt }) => {
    return { id, name, createdAt, revokedAt: revokedAt ?? undefined };
  });
}

export async function isSenderSecret(db: Db, secret: string): Promise<boolean> {
  const hash = tokenHash(secret);
  if (hash === undefined) return false;
  const { rows } = await sql`
    select from collector.sender where secret_hash = ${hash} and revoked_at is null`.execute(db);
  return rows.length > 0;
}
