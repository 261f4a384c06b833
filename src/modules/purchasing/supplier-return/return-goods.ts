import { ok, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { tell } from '../../../platform/outbox/index.ts';
import { moveStock } from '../../inventory/index.ts';
import { returnToSupplier, takeSupplierReturnBack } from '../../ledger/index.ts';
import { readShop } from '../../markets/index.ts';
import { invoicedByLine } from '../invoice/invoiced.ts';
import { readInvoicedLines, readSupplierInvoices } from '../invoice/store.ts';
import { writeCounts } from '../order/lines-store.ts';
import type { Doing, PurchaseOrder, PurchaseOrderId } from '../order/purchase-order.ts';
import { keepStep, lockFor } from '../order/steps.ts';
import { insertPayable, lockCreditOf, notePayableUndone } from '../payable/store.ts';
import { readSettled } from '../receipt/store.ts';
import { converted } from '../source/price.ts';
import { type CreditTax, creditTax } from './credit-tax.ts';
import { planReturn, type ReturnedLine, type SettledReturn } from './plan-return.ts';
import { insertReturn, noteReturnUndone, orderOfReturn, readCredited, readSupplierReturns } from './store.ts';
import type {
  ReturnId,
  ReturnReason,
  ReturnRefusal,
  SupplierReturn,
  UndoReturnRefusal,
} from './supplier-return.ts';

export type GoodsToReturn = Doing & {
  readonly id: PurchaseOrderId;
  readonly lines: readonly ReturnedLine[];
  readonly reason: ReturnReason;
  readonly reference: string;
  readonly note?: string | undefined;
  /** As their credit note says, in the order's currency; as the invoices claimed it unless given. */
  readonly taxMinor?: bigint | undefined;
};

/**
 * Sends goods back that came: they leave stock at the average. Those that nobody invoiced yet are owed no more at what they
 * came in at, then those that were are credited at what was invoiced, with its tax. The same reference again is once.
 */
export async function returnPurchasedGoods(
  tx: Tx,
  input: GoodsToReturn,
): Promise<Result<PurchaseOrder, ReturnRefusal>> {
  const { id, reference, by, now } = input;
  const locked = await lockFor(tx, 'return', id);
  if (!locked.ok) return locked;
  const order = locked.value;
  const before = await readSupplierReturns(tx, id);
  if (before.some((one) => one.reference === reference && one.undone === undefined)) return ok(order);
  const planned = await planCredit(tx, order, input);
  if (!planned.ok) return planned;
  const { back, tax } = planned.value;
  const moves = back.map(({ line, quantity }) => ({
    ...{ variantId: line.variantId, locationId: order.locationId, quantity: -quantity },
  }));
  const moved = await moveStock(tx, { moves, now, actor: by, reason: 'received', reference: order.number });
  if (!moved.ok) return refuse('would_go_below_zero', moved.refusal.message, 'lines');
  const returnId = newId<'supplier_return'>();
  const { defaultCurrency: currency } = await readShop(tx);
  const sum = (of: (line: SettledReturn) => bigint) => back.reduce((total, line) => total + of(line), 0n);
  const receivedMinor = sum((line) => line.settledMinor);
  const invoicedMinor = sum((line) => line.creditMinor) - receivedMinor;
  const items = back.map(({ line, quantity }) => ({ variantId: line.variantId, quantity }));
  const amounts = { receivedMinor, invoicedMinor, taxMinor: tax.taxBookedMinor };
  const left = await returnToSupplier(tx, { currency, reference: returnId, now, items, ...amounts });
  await insertReturn(
    tx,
    { ...input, ...tax, returnId, number: before.length + 1 },
    back.map((line, index) => ({ ...line, leftMinor: left[index] ?? 0n })),
  );
  await noteCredit(tx, order, {
    ...{ returnId, tax, valueMinor: sum((line) => line.creditValueMinor), bookedMinor: invoicedMinor },
    ...{ reference, by, now },
  });
  const lines = order.lines.map((line) => {
    const gone = back.find((one) => one.line.id === line.id);
    return gone === undefined ? line : { ...line, returned: line.returned + gone.quantity };
  });
  await writeCounts(tx, lines);
  return keepStep(tx, { ...order, lines }, { verb: 'return', from: order.state, note: reference, by, now });
}

/**
 * Takes a return to the supplier back that was a mistake, and its credit: the goods are stock again at what they left at, what
 * was not invoiced of them waits for its invoice again. Refused once something of the credit was used in a payment.
 */
export async function undoSupplierReturn(
  tx: Tx,
  { id, by, now }: Doing & { readonly id: ReturnId },
): Promise<Result<PurchaseOrder, UndoReturnRefusal>> {
  const orderId = await orderOfReturn(tx, id);
  if (orderId === undefined) return noReturn(id);
  const locked = await lockFor(tx, 'undo_return', orderId);
  if (!locked.ok) return locked;
  const order = locked.value;
  const back = (await readSupplierReturns(tx, orderId)).find((one) => one.id === id);
  if (back === undefined) return noReturn(id);
  const { reference } = back;
  if (back.undone !== undefined) return refuse('already_undone', `${reference} was taken back already`, 'id');
  const credit = await lockCreditOf(tx, id);
  if (credit !== undefined && credit.settledMinor !== 0n) {
    const message = `the credit ${reference} was used in a payment: take that back first`;
    return refuse('already_used', message, 'id');
  }
  await takeIn(tx, order, back, { by, now });
  await noteReturnUndone(tx, id, { by, now });
  if (credit !== undefined) await notePayableUndone(tx, credit.id, { by, now });
  const lines = order.lines.map((line) => {
    const came = back.lines.find(({ lineId }) => lineId === line.id);
    return came === undefined ? line : { ...line, returned: line.returned - came.quantity };
  });
  await writeCounts(tx, lines);
  const step = { verb: 'undo_return' as const, from: order.state, note: reference, by, now };
  const kept = await keepStep(tx, { ...order, lines }, step);
  await tell(tx, 'purchasing.supplier_changed', { supplierId: order.supplierId });
  return kept;
}

/** What goes back, at what it is credited, and with what tax. */
async function planCredit(
  tx: Tx,
  order: PurchaseOrder,
  { lines, taxMinor: givenMinor }: GoodsToReturn,
): Promise<Result<{ readonly back: readonly SettledReturn[]; readonly tax: CreditTax }, ReturnRefusal>> {
  const { defaultCurrency: to } = await readShop(tx);
  const inShop = (minor: bigint, rateE10: bigint) => converted(minor, { from: order.currency, to, rateE10 });
  const invoices = (await readSupplierInvoices(tx, order.id)).filter(({ undone }) => undone === undefined);
  const invoiced = invoicedByLine(invoices, await readInvoicedLines(tx, order.id), inShop);
  const credited = await readCredited(tx, order.id);
  const about = { invoiced, credited: credited.lines };
  const planned = planReturn(order, lines, await readSettled(tx, order.id), about);
  if (!planned.ok) return planned;
  const tax = creditTax({
    ...{ invoiced, credited, givenMinor },
    back: new Map(planned.value.map(({ line, quantity, uninvoiced }) => [line.id, quantity - uninvoiced])),
    claimed: {
      taxMinor: invoices.reduce((sum, { taxMinor }) => sum + taxMinor, 0n),
      taxBookedMinor: invoices.reduce((sum, { taxMinor, rateE10 }) => sum + inShop(taxMinor, rateE10), 0n),
    },
  });
  return tax.ok ? ok({ back: planned.value, tax: tax.value }) : tax;
}

/** What was invoiced and went back is owed to the shop, with its tax: used when the supplier is paid next. */
async function noteCredit(
  tx: Tx,
  order: PurchaseOrder,
  about: Doing & {
    readonly returnId: ReturnId;
    readonly tax: CreditTax;
    readonly valueMinor: bigint;
    readonly bookedMinor: bigint;
    readonly reference: string;
  },
): Promise<void> {
  const { returnId, tax, valueMinor, reference: number, by, now } = about;
  const amountMinor = valueMinor + tax.taxMinor;
  const bookedMinor = about.bookedMinor + tax.taxBookedMinor;
  if (amountMinor === 0n) return;
  const { timeZone } = await readShop(tx);
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  await insertPayable(tx, {
    ...{ id: newId<'payable'>(), supplierId: order.supplierId, kind: 'credit', orderId: order.id, number },
    ...{ invoiceId: undefined, returnId, currency: order.currency, amountMinor: -amountMinor },
    ...{ bookedMinor: -bookedMinor, taxBookedMinor: -tax.taxBookedMinor },
    ...{ invoicedOn: today, dueOn: today, discountUntil: undefined, discountMinor: 0n },
    ...{ settledMinor: 0n, discountedMinor: 0n, settledBookedMinor: 0n },
    ...{ made: { at: now, by }, undone: undefined },
  });
}

async function takeIn(
  tx: Tx,
  order: PurchaseOrder,
  { id, lines, creditMinor, settledMinor, taxBookedMinor }: SupplierReturn,
  { by, now }: Doing,
): Promise<void> {
  const items = lines.flatMap(({ lineId, quantity, leftMinor: valueMinor }) => {
    const line = order.lines.find((one) => one.id === lineId);
    return line === undefined ? [] : [{ variantId: line.variantId, quantity, valueMinor }];
  });
  const moves = items.map(({ variantId, quantity }) => ({
    ...{ variantId, locationId: order.locationId, quantity },
  }));
  const moved = await moveStock(tx, { moves, now, actor: by, reason: 'received', reference: order.number });
  // What comes in goes below nothing nowhere.
  if (!moved.ok) throw new RangeError(moved.refusal.message);
  const { defaultCurrency: currency } = await readShop(tx);
  await takeSupplierReturnBack(tx, {
    ...{ currency, reference: id, now, items, receivedMinor: settledMinor },
    ...{ invoicedMinor: creditMinor - settledMinor, taxMinor: taxBookedMinor },
  });
}

function noReturn(id: ReturnId) {
  return refuse('not_found', `no return has the id ${id}`, 'id');
}
