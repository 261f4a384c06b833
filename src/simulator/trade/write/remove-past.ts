import { expectOk } from '../../../kernel/index.ts';
import { putPastDecisions, removeAside, removeLogged } from '../../../modules/collector/index.ts';
import {
  listImports,
  listPaymentImports,
  listSpendImports,
  removeImport,
} from '../../../modules/history/index.ts';
import { putPastStock } from '../../../modules/inventory/index.ts';
import { putPastDeliveries } from '../../../modules/purchasing/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { ORIGIN } from './origin.ts';
import { removeNotes } from './past-notes.ts';
import { readPast } from './past-store.ts';

/** Takes the demo's past out of the event log, of history, of stock, of deliveries and of what was put aside, and off the charts. */
export async function removePast(tx: Tx, now: Temporal.Instant): Promise<void> {
  await removeNotes(tx, (await readPast(tx))?.notes ?? []);
  await removeLogged(tx, { origin: ORIGIN, now });
  await removeAside(tx, ORIGIN);
  await putPastDecisions(tx, { origin: ORIGIN, days: [] });
  await putPastStock(tx, { origin: ORIGIN, levels: [] });
  await putPastDeliveries(tx, { origin: ORIGIN, deliveries: [] });
  const imports = [await listImports(tx), await listSpendImports(tx), await listPaymentImports(tx)].flat();
  for (const { id, origin } of imports) {
    if (origin === ORIGIN) expectOk(await removeImport(tx, { id }));
  }
}
