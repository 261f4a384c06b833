import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../../platform/database/index.ts';
import type { Secrets } from '../../platform/secrets/index.ts';
import { type GiftCardKey, giftCardKeyOf } from './code.ts';

/**
 * The shop's key for gift cards: made once and kept sealed, so that it outlives a change of SECRET_KEY.
 * Whoever has the database alone can try no codes.
 */
export async function openGiftCardKey({
  db,
  secrets,
}: {
  readonly db: Db;
  readonly secrets: Secrets;
}): Promise<GiftCardKey> {
  const sealed = secrets.seal(randomBytes(32).toString('base64'));
  // Of two processes that start together both get the key of the first.
  const { rows } = await sql<{ sealed: string }>`
    insert into credits.hash_key as kept (sealed) values (${sealed})
    on conflict (id) do update set sealed = kept.sealed returning sealed`.execute(db);
  const [kept] = rows;
  if (kept === undefined) throw new RangeError('a key was kept and is not there');
  if (secrets.isOutdated(kept.sealed)) await sealAgain(db, secrets, kept.sealed);
  return giftCardKeyOf(Buffer.from(secrets.open(kept.sealed), 'base64'));
}

async function sealAgain(db: Db, secrets: Secrets, old: string): Promise<void> {
  await sql`
    update credits.hash_key set sealed = ${secrets.seal(secrets.open(old))} where sealed = ${old}`.execute(
    db,
  );
}
