import { type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import { takeInvoiceBack } from '../../ledger/index.ts';
import { readShop } from '../../markets/index.ts';
import { postLanded } from '../landed/post-landed.ts';
import { clearedCosts, noteBroughtUndone, writeCleared } from '../landed/store.ts';
import type { Doing, PurchaseOrder } from '../order/purchase-order.ts';
import { keepStep, lockFor } from '../order/steps.ts';
import { lockPayableOf, notePayableUndone } from '../payable/store.ts';
import { readCredited } from '../supplier-return/store.ts';
import { bookedInvoice } from './booked.ts';
import type { SupplierInvoice, SupplierInvoiceId, UndoInvoiceRefusal } from './invoice.ts';
import { noteInvoiceUndone, orderOfInvoice, readInvoicedLines, readSupplierInvoices } from './store.ts';

/**
 * Takes a supplier's invoice of goods back that was a mistake: the books turn it, its pieces wait for an invoice again, costs
 * that it was for are expected again, and freight that it brought leaves the goods. Refused while something of it is paid,
 * and where goods of it went back and were credited.
 */
export async function undoSupplierInvoice(
  tx: Tx,
  { id, by, now }: Doing & { readonly id: SupplierInvoiceId },
): Promise<Result<PurchaseOrder, UndoInvoiceRefusal>> {
  const orderId = await orderOfInvoice(tx, id);
  if (orderId === undefined) return noInvoice(id);
  const locked = await lockFor(tx, 'undo_invoice', orderId);
  if (!locked.ok) return locked;
  const order = locked.value;
  const invoices = await readSupplierInvoices(tx, orderId);
  const invoice = invoices.find((one) => one.id === id);
  if (invoice === undefined) return noInvoice(id);
  if (invoice.undone !== undefined) {
    return refuse('already_undone', 'this invoice was taken back already', 'id');
  }
  const payable = await lockPayableOf(tx, id);
  if (payable !== undefined && payable.settledMinor !== 0n) {
    return refuse(
      'already_paid',
      `${invoice.number} is paid, or part of it: take its payment back first`,
      'id',
    );
  }
  if (await isCredited(tx, invoice, invoices)) {
    return refuse('already_credited', `goods of ${invoice.number} went back and were credited`, 'id');
  }
  const lines = (await readInvoicedLines(tx, orderId)).filter(({ invoiceId }) => invoiceId === id);
  const costs = payable === undefined ? [] : await clearedCosts(tx, payable.id);
  const { defaultCurrency: currency } = await readShop(tx);
  const expectedMinor = costs.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  await takeInvoiceBack(tx, bookedInvoice(order, { invoice, lines, currency, now, expectedMinor }));
  await noteInvoiceUndone(tx, id, { by, now });
  if (payable !== undefined) await notePayableUndone(tx, payable.id, { by, now });
  const open = costs.map((cost) => ({ id: cost.id, clearedMinor: undefined }));
  await writeCleared(tx, undefined, open);
  await noteBroughtUndone(tx, id, { by, now });
  const step = { verb: 'undo_invoice' as const, from: order.state, note: invoice.number, by, now };
  const kept = await keepStep(tx, order, step);
  if (kept.ok) await postLanded(tx, kept.value, now);
  await tell(tx, 'purchasing.supplier_changed', { supplierId: order.supplierId });
  return kept;
}

/** Whether more went back with a credit than the other invoices of the order are for: pieces of a line, or tax. */
async function isCredited(tx: Tx, invoice: SupplierInvoice, invoices: readonly SupplierInvoice[]) {
  const credited = await readCredited(tx, invoice.orderId);
  const others = invoices.filter(({ id, undone }) => id !== invoice.id && undone === undefined);
  const taxMinor = others.reduce((sum, one) => sum + one.taxMinor, 0n);
  if (credited.taxMinor > taxMinor) return true;
  const lines = await readInvoicedLines(tx, invoice.orderId);
  return lines.some(({ invoiceId, lineId }) => {
    if (invoiceId !== invoice.id) return false;
    const rest = lines.filter((line) => line.lineId === lineId && line.invoiceId !== invoice.id);
    const pieces = rest.reduce((sum, { quantity }) => sum + quantity, 0);
    return (credited.lines.get(lineId)?.pieces ?? 0) > pieces;
  });
}

function noInvoice(id: SupplierInvoiceId) {
  return refuse('not_found', `no invoice has the id ${id}`, 'id');
}
