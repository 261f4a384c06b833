import { sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';

/** The salt of this day, made by whoever asks first, and that of the day before if there is one. */
export async function readSalts(
  db: Db,
  { day, fresh }: { readonly day: string; readonly fresh: Buffer },
): Promise<{ readonly today: Buffer; readonly yesterday: Buffer | undefined }> {
  await sql`
    insert into collector.salt (day, salt) values (${day}::date, ${fresh}) on conflict (day) do nothing`.execute(
    db,
  );
  const { rows } = await sql<{ is_today: boolean; salt: Buffer }>`
    select day = ${day}::date as is_today, salt from collector.salt
    where day in (${day}::date, ${day}::date - 1)`.execute(db);
  const today = rows.find((row) => row.is_today)?.salt;
  // Whoever made it first has committed: the next look sees it.
  if (today === undefined) return readSalts(db, { day, fresh });
  return { today, yesterday: rows.find((row) => !row.is_today)?.salt };
}

/** @returns how many are gone: with them nobody can say any more which address a hash was of */
export async function deleteSalts(db: Db, today: string): Promise<number> {
  const { numAffectedRows } = await sql`delete from collector.salt where day < ${today}::date - 1`.execute(
    db,
  );
  return Number(numAffectedRows ?? 0);
}
