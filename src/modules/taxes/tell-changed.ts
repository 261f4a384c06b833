import type { Tx } from '../../platform/database/index.ts';
import { tell } from '../../platform/outbox/index.ts';
import { raiseVersion } from './store.ts';

/** Raises the rulebook's version and tells, when something was written. */
export async function tellIf(tx: Tx, isChanged: boolean): Promise<void> {
  if (!isChanged) return;
  await raiseVersion(tx);
  await tell(tx, 'taxes.changed', {});
}
