import type { Tx } from '../../platform/database/index.ts';
import { tell } from '../../platform/outbox/index.ts';
import { raiseVersion } from './store/write.ts';

/** Raises the rulebook's version and tells. */
export async function tellChanged(tx: Tx): Promise<void> {
  await raiseVersion(tx);
  await tell(tx, 'shipping.changed', {});
}
