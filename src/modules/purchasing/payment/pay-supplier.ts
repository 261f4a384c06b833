import { ok, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { tell } from '../../../platform/outbox/index.ts';
import { post, reversed, supplierPaidPostings } from '../../ledger/index.ts';
import { readShop } from '../../markets/index.ts';
import type { Doing } from '../order/purchase-order.ts';
import { lockPayables, writeSettled } from '../payable/store.ts';
import { converted } from '../source/price.ts';
import { lockSupplier } from '../supplier/store.ts';
import type { SupplierId } from '../supplier/supplier.ts';
import type { PaidLine, PaymentId, PayRefusal, SupplierPayment, UndoPaymentRefusal } from './payment.ts';
import { planPayment } from './plan-payment.ts';
import { insertPayment, listSupplierPayments, notePaymentUndone } from './store.ts';

export type PaymentToKeep = Doing & {
  readonly supplierId: SupplierId;
  readonly paidOn: Temporal.PlainDate;
  /** Of the transfer: the same is kept once. */
  readonly reference: string;
  readonly lines: readonly PaidLine[];
  /** What left the bank, in the shop's currency; by the supplier's rate unless given. */
  readonly bankMinor?: bigint | undefined;
};

/**
 * Keeps that a supplier was paid: invoices whole or in part, less credits and what may be taken off for paying early. The
 * books owe them less by what was booked; what the rate moved since is told apart.
 */
export async function paySupplier(
  tx: Tx,
  input: PaymentToKeep,
): Promise<Result<SupplierPayment, PayRefusal>> {
  const { supplierId, paidOn, reference, by, now } = input;
  // Held first: of two who keep the same payment one waits, and finds it.
  const supplier = await lockSupplier(tx, supplierId);
  if (supplier === undefined) return refuse('not_found', 'there is no such supplier', 'supplierId');
  const [known] = await listSupplierPayments(tx, { supplierId, reference, limit: 1 });
  if (known !== undefined) return ok(known);
  const ids = input.lines.map(({ payableId }) => payableId);
  const planned = planPayment(await lockPayables(tx, ids), input);
  if (!planned.ok) return planned;
  const { amountMinor, lines } = planned.value;
  const { defaultCurrency: to } = await readShop(tx);
  const { currency, rateE10 } = supplier;
  const atRate = currency === to ? amountMinor : converted(amountMinor, { from: currency, to, rateE10 });
  const bankMinor = input.bankMinor ?? atRate;
  if (bankMinor < 0n || (bankMinor === 0n) !== (atRate === 0n) || (currency === to && bankMinor !== atRate)) {
    return refuse('not_an_amount', 'what left the bank is what was paid', 'bank');
  }
  const payment: SupplierPayment = {
    ...{ id: newId<'supplier_payment'>(), supplierId, currency, amountMinor, bankMinor, paidOn, reference },
    ...{ made: { at: now, by }, undone: undefined, lines },
  };
  await insertPayment(tx, payment);
  await writeSettled(tx, lines.map(settledBy));
  const postings = supplierPaidPostings({ currency: to, ...amountsOf(payment) });
  await post(tx, { kind: 'supplier_paid', reference: payment.id, memo: reference, now, postings });
  await tell(tx, 'purchasing.supplier_changed', { supplierId });
  return ok(payment);
}

/** Takes a payment back that was a mistake or came back: the books turn it, and what it settled is open again. */
export async function undoSupplierPayment(
  tx: Tx,
  { id, by, now }: Doing & { readonly id: PaymentId },
): Promise<Result<SupplierPayment, UndoPaymentRefusal>> {
  const [payment] = await listSupplierPayments(tx, { id, limit: 1 });
  if (payment === undefined) return refuse('not_found', `no payment has the id ${id}`, 'id');
  if (!(await notePaymentUndone(tx, id, { by, now }))) {
    return refuse('already_undone', 'this payment was taken back already', 'id');
  }
  await lockPayables(
    tx,
    payment.lines.map(({ payableId }) => payableId),
  );
  await writeSettled(
    tx,
    payment.lines.map(settledBy).map((one) => ({
      ...{ payableId: one.payableId, settledMinor: -one.settledMinor, discountMinor: -one.discountMinor },
      settledBookedMinor: -one.settledBookedMinor,
    })),
  );
  const { defaultCurrency: currency } = await readShop(tx);
  const postings = reversed(supplierPaidPostings({ currency, ...amountsOf(payment) }));
  const memo = payment.reference;
  await post(tx, { kind: 'supplier_payment_undone', reference: id, memo, now, postings });
  await tell(tx, 'purchasing.supplier_changed', { supplierId: payment.supplierId });
  return ok({ ...payment, undone: { at: now, by } });
}

type Line = SupplierPayment['lines'][number];

function settledBy({ payableId, paidMinor, discountMinor, settledBookedMinor }: Line) {
  return { payableId, settledMinor: paidMinor + discountMinor, discountMinor, settledBookedMinor };
}

function amountsOf({ bankMinor, lines }: SupplierPayment) {
  const sum = (of: (line: Line) => bigint) => lines.reduce((total, line) => total + of(line), 0n);
  return {
    ...{ bankMinor, settledMinor: sum((line) => line.settledBookedMinor) },
    discountMinor: sum((line) => line.discountBookedMinor),
    discountTaxMinor: sum((line) => line.discountTaxMinor),
  };
}
