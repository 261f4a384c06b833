import { sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import type { FileStore } from '../../../platform/files/index.ts';

const KEPT_DAYS = 30;
const FILES_PER_RUN = 1_000;

/**
 * Removes the files of imports that ended well or were refused more than thirty days ago; their reports stay.
 * A cancelled import keeps its file, as it may be gone on with.
 *
 * @returns how many files went
 */
export async function forgetFiles(
  { db, files }: { readonly db: Db; readonly files: FileStore },
  { now }: { readonly now: Temporal.Instant },
): Promise<number> {
  const before = now.subtract({ hours: KEPT_DAYS * 24 }).toString();
  const { rows } = await sql<{ id: string; fileKey: string }>`
    select id, file_key as "fileKey" from exchange.import_run
    where file_removed_at is null and (
        state in ('done', 'failed') and finished_at < ${before} or is_upload and created_at < ${before})
      -- Runs of one file share it: it goes with the last of them.
      and not exists (select from exchange.import_run other where other.file_key = import_run.file_key
        and other.id <> import_run.id and not other.is_upload
        and coalesce(other.finished_at, 'infinity') >= ${before})
    order by finished_at limit ${FILES_PER_RUN}
  `.execute(db);
  // Removing twice is harmless, so a crash between the two steps is too.
  for (const { fileKey } of rows) await files.remove(fileKey);
  await sql`
    update exchange.import_run set file_removed_at = ${now.toString()}
    where id = any(${rows.map(({ id }) => id)}::uuid[])
  `.execute(db);
  return rows.length;
}
