import { type PurchaseOrder, readDossier, readPurchaseOrder } from '../../../purchasing/index.ts';
import type { ReadContext } from '../../kind.ts';

/** The day on which the first pieces of an order came; `undefined`: none have. */
export async function firstReceivedOn(
  { db, zone, now }: Pick<ReadContext, 'db' | 'zone' | 'now'>,
  id: PurchaseOrder['id'],
): Promise<Temporal.PlainDate | undefined> {
  const order = await readPurchaseOrder(db, id);
  if (order === undefined) return undefined;
  const { receipts } = await readDossier(db, order, now);
  return receipts
    .filter(({ undone, lines }) => undone === undefined && lines.some(({ received }) => received > 0))
    .map(({ received }) => received.at.toZonedDateTimeISO(zone).toPlainDate())
    .toSorted(Temporal.PlainDate.compare)[0];
}
