import type { Db } from '../../../platform/database/index.ts';
import type { FileStore } from '../../../platform/files/index.ts';
import { noteGone, oldUploads } from './store.ts';

const KEPT = { hours: 24 };

/** Removes files that were looked at and never brought in: they name people. */
export async function forgetUploads(
  { db, files }: { readonly db: Db; readonly files: FileStore },
  { now }: { readonly now: Temporal.Instant },
): Promise<void> {
  const old = await oldUploads(db, now.subtract(KEPT));
  // Removing twice is harmless, so a crash between the two steps is too.
  for (const { fileKey } of old) await files.remove(fileKey);
  await noteGone(
    db,
    old.map(({ id }) => id),
  );
}
