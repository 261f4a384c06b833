import type { Result } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import { compare } from './compare.ts';
import type { NewFinding } from './finding.ts';
import type { LookRefusal } from './look/look.ts';
import type { SeenPage } from './page.ts';
import { closeGone, insertFindings } from './store/findings.ts';
import { deleteOldLooks, insertLook, lockWatch, readApproval } from './store/looks.ts';
import { deleteOldReports } from './store/reports.ts';
import { tellFindings } from './tell-findings.ts';

const DAYS_KEPT = 90;

/**
 * Compares what was seen with what was approved, keeps what is new, tells of it, and closes what is as it should be
 * again. The same thing seen again is no news.
 */
export async function keepLook(
  tx: Tx,
  look: Result<readonly SeenPage[], LookRefusal>,
  now: Temporal.Instant,
): Promise<NewFinding[]> {
  await lockWatch(tx);
  const found = look.ok ? await compareWithApproved(tx, look.value) : [notSeen(look.refusal.code)];
  if (look.ok) {
    await insertLook(tx, { id: newId<'look'>(), pages: look.value, lookedAt: now });
    await closeGone(tx, found, now);
    const before = now.subtract({ hours: 24 * DAYS_KEPT });
    await deleteOldLooks(tx, before);
    await deleteOldReports(tx, before);
  }
  await insertFindings(tx, found, now);
  await tellFindings(tx, now);
  return found;
}

/** The pages could not be reached: what is known of them stays as it was. */
export function notSeen(reason: LookRefusal['code'] | 'no_answer'): NewFinding {
  return { change: 'not_seen', page: '', kind: 'check', subject: reason, was: '', is: '' };
}

async function compareWithApproved(tx: Tx, pages: readonly SeenPage[]): Promise<NewFinding[]> {
  const approval = await readApproval(tx);
  if (approval) return compare(approval.pages, pages);
  return [{ change: 'unapproved', page: '', kind: 'approval', subject: '', was: '', is: '' }];
}
