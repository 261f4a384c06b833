import type { Tx } from '../../platform/database/index.ts';
import { tell } from '../../platform/outbox/index.ts';
import { takeUntold } from './store/findings.ts';

/** Tells of everything that was found and not told of yet, as one event: one mail, however much it is. */
export async function tellFindings(tx: Tx, now: Temporal.Instant): Promise<void> {
  const findingIds = await takeUntold(tx, now);
  if (findingIds.length > 0) await tell(tx, 'pagewatch.found', { findingIds }, { isQuiet: true });
}
