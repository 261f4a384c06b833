import { sql } from 'kysely';
import { instant } from '../store/values.ts';
import type { EvidenceDeps } from './files.ts';

/**
 * How long what was sent is kept after its dispute is closed: as long as somebody may come back to it (three years, the
 * regular limitation period of most member states), and no longer (GDPR, article 5 (1) (e)).
 */
const KEPT_DAYS = 3 * 365;
/** What was taken in and never sent. */
const UNSENT_DAYS = 30;
const AT_ONCE = 500;

/**
 * Erases texts and files of disputes that were closed long ago, and files that nobody sent. That evidence was sent, when
 * and by whom, stays.
 *
 * @returns how many files went
 */
export async function forgetEvidence(
  { db, files }: EvidenceDeps,
  { now }: { readonly now: Temporal.Instant },
): Promise<number> {
  const closedBefore = instant(now.subtract({ hours: 24 * KEPT_DAYS }));
  const unsentBefore = instant(now.subtract({ hours: 24 * UNSENT_DAYS }));
  let forgotten = 0;
  for (;;) {
    const { rows } = await sql<{ id: string; fileKey: string }>`
      select file.id, file_key as "fileKey"
      from payments.evidence_file file join payments.dispute on dispute.id = file.dispute_id
      where dispute.closed_at < ${closedBefore}
        or file.at < ${unsentBefore} and not exists (
          select from payments.dispute_evidence sent where sent.dispute_id = file.dispute_id
            and sent.files @> jsonb_build_array(jsonb_build_object('fileId', file.id)))
      order by file.at limit ${AT_ONCE}`.execute(db);
    // Removing twice is harmless, so a crash between the two steps is too.
    for (const { fileKey } of rows) await files.remove(fileKey);
    const ids = rows.map(({ id }) => id);
    await sql`delete from payments.evidence_file where id = any(${ids}::uuid[])`.execute(db);
    forgotten += rows.length;
    if (rows.length < AT_ONCE) break;
  }
  await sql`
    update payments.dispute_evidence sent set texts = null, files = '[]', erased_at = ${instant(now)}
    from payments.dispute
    where dispute.id = sent.dispute_id and dispute.closed_at < ${closedBefore} and sent.erased_at is null`.execute(
    db,
  );
  return forgotten;
}
