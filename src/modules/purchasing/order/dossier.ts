import type { Db } from '../../../platform/database/index.ts';
import { readSupplierInvoices } from '../invoice/store.ts';
import { readLandedCosts } from '../landed/store.ts';
import { toInvoice } from '../receipt/settle.ts';
import { readReceipts, readSettled } from '../receipt/store.ts';
import { readToday } from '../source/read-today.ts';
import { selectPriceList } from '../source/store.ts';
import { readSupplier } from '../supplier/store.ts';
import { readSupplierReturns } from '../supplier-return/store.ts';
import { lineFigures } from './line-figures.ts';
import type { PurchaseOrder } from './purchase-order.ts';
import { readSteps } from './steps.ts';
import { verbsIn } from './transitions.ts';

/** Everything that is known of an order beside itself, for whoever looks at one. */
export async function readDossier(db: Db, order: PurchaseOrder, now = Temporal.Now.instant()) {
  const { id, supplierId, lines } = order;
  const variantIds = lines.map(({ variantId }) => variantId);
  const on = await readToday(db, now);
  const [supplier, sources, receipts, costs, invoices, returns, steps, settled] = await Promise.all([
    readSupplier(db, supplierId),
    selectPriceList(db, { supplierId, on, variantIds, limit: variantIds.length }),
    ...([readReceipts(db, id), readLandedCosts(db, id), readSupplierInvoices(db, id)] as const),
    ...([readSupplierReturns(db, id), readSteps(db, id), readSettled(db, id)] as const),
  ]);
  if (supplier === undefined) throw new RangeError(`${order.number} has no supplier`);
  const verbs = verbsIn(order.state);
  const figures = new Map(
    lines.map((line) => {
      const source = sources.find(({ variantId }) => variantId === line.variantId);
      const of = settled.get(line.id);
      const awaited = of === undefined ? { pieces: 0, valueMinor: 0n } : toInvoice(of);
      return [line.id, { ...lineFigures(line, source), awaited, shelfLifeDays: source?.shelfLifeDays }];
    }),
  );
  return { supplier, receipts, costs, invoices, returns, steps, verbs, figures };
}
