import { ok, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { tell } from '../../../platform/outbox/index.ts';
import { chargesInvoicedPostings, post, reversed } from '../../ledger/index.ts';
import { readShop } from '../../markets/index.ts';
import { clearedCosts, lockCosts, writeCleared } from '../landed/store.ts';
import type { Doing } from '../order/purchase-order.ts';
import { type Payable, type PayableId, termsOf } from '../payable/payable.ts';
import { chargesNumbered, insertPayable, lockPayables, notePayableUndone } from '../payable/store.ts';
import { converted, rateProblem } from '../source/price.ts';
import { lockSupplier } from '../supplier/store.ts';
import type { SupplierId } from '../supplier/supplier.ts';
import { type ChargedLine, type ChargesRefusal, matchCharges, type UndoChargesRefusal } from './charges.ts';

export type ChargesToKeep = Doing & {
  /** The carrier, or customs: whoever is paid is a supplier. */
  readonly supplierId: SupplierId;
  readonly number: string;
  readonly invoicedOn: Temporal.PlainDate;
  readonly lines: readonly ChargedLine[];
  /** What nobody expected, and tax; in their currency. */
  readonly otherMinor?: bigint | undefined;
  readonly taxMinor?: bigint | undefined;
  readonly rateE10?: bigint | undefined;
};

/**
 * Keeps the invoice of a carrier or of customs for costs that were spread over goods before: these are owed now, and
 * expected no more. The goods keep what they were valued at; what it is more or less is a variance of costs. The same
 * number again is once.
 */
export async function keepCharges(tx: Tx, input: ChargesToKeep): Promise<Result<Payable, ChargesRefusal>> {
  const { supplierId, number, invoicedOn, lines, otherMinor = 0n, taxMinor = 0n, by, now } = input;
  const supplier = await lockSupplier(tx, supplierId);
  if (supplier === undefined) return refuse('not_found', 'there is no such supplier', 'supplierId');
  const known = await chargesNumbered(tx, { supplierId, number });
  if (known !== undefined) return ok(known);
  const rateE10 = input.rateE10 ?? supplier.rateE10;
  const { defaultCurrency: to } = await readShop(tx);
  const bad = rateProblem(rateE10, { from: supplier.currency, to });
  if (bad !== undefined) return refuse('not_a_rate', bad, 'rate');
  if (otherMinor < 0n) return refuse('not_an_amount', 'an amount is not below nothing', 'other');
  if (taxMinor < 0n) return refuse('not_an_amount', 'tax is not below nothing', 'tax');
  const costs = matchCharges(
    lines,
    await lockCosts(
      tx,
      lines.map(({ costId }) => costId),
    ),
  );
  if (!costs.ok) return costs;
  const amountMinor = lines.reduce((sum, line) => sum + line.amountMinor, otherMinor + taxMinor);
  if (amountMinor === 0n) return refuse('nothing_invoiced', 'say what is invoiced', 'lines');
  const inShop = (minor: bigint) => converted(minor, { from: supplier.currency, to, rateE10 });
  const cleared = lines.map((line) => ({ id: line.costId, clearedMinor: inShop(line.amountMinor) }));
  const invoicedMinor = cleared.reduce((sum, one) => sum + one.clearedMinor, inShop(otherMinor));
  const taxBookedMinor = inShop(taxMinor);
  const payable: Payable = {
    ...{ id: newId<'payable'>(), supplierId, kind: 'charges', number, invoicedOn },
    ...{ orderId: undefined, invoiceId: undefined, returnId: undefined },
    ...{ currency: supplier.currency, amountMinor, taxBookedMinor },
    ...{ bookedMinor: invoicedMinor + taxBookedMinor, settledMinor: 0n, discountedMinor: 0n },
    ...{ settledBookedMinor: 0n, made: { at: now, by }, undone: undefined },
    ...termsOf({ invoicedOn, amountMinor }, supplier),
  };
  await insertPayable(tx, payable);
  await writeCleared(tx, payable.id, cleared);
  const expectedMinor = costs.value.reduce((sum, one) => sum + one.amountMinor, 0n);
  const amounts = { currency: to, expectedMinor, invoicedMinor, taxMinor: taxBookedMinor };
  const postings = chargesInvoicedPostings(amounts);
  await post(tx, { kind: 'charges_invoiced', reference: payable.id, memo: number, now, postings });
  await tell(tx, 'purchasing.supplier_changed', { supplierId });
  return ok(payable);
}

/** Takes such an invoice back, while nothing of it is paid: what it was for is expected again. */
export async function undoCharges(
  tx: Tx,
  { id, by, now }: Doing & { readonly id: PayableId },
): Promise<Result<Payable, UndoChargesRefusal>> {
  const payable = (await lockPayables(tx, [id])).get(id);
  if (payable === undefined) return refuse('not_found', `no invoice has the id ${id}`, 'id');
  if (payable.kind !== 'charges') return refuse('not_charges', 'it is no invoice of charges', 'id');
  if (payable.undone !== undefined) return refuse('already_undone', 'it was taken back already', 'id');
  if (payable.settledMinor !== 0n) return refuse('already_paid', 'take its payment back first', 'id');
  const costs = await clearedCosts(tx, id);
  const expectedMinor = costs.reduce((sum, one) => sum + one.amountMinor, 0n);
  await writeCleared(
    tx,
    undefined,
    costs.map((one) => ({ id: one.id, clearedMinor: undefined })),
  );
  await notePayableUndone(tx, id, { by, now });
  const { defaultCurrency: currency } = await readShop(tx);
  const { bookedMinor, taxBookedMinor: taxMinor, number: memo, supplierId } = payable;
  const invoicedMinor = bookedMinor - taxMinor;
  const postings = reversed(chargesInvoicedPostings({ currency, expectedMinor, invoicedMinor, taxMinor }));
  await post(tx, { kind: 'charges_undone', reference: id, memo, now, postings });
  await tell(tx, 'purchasing.supplier_changed', { supplierId });
  return ok({ ...payable, undone: { at: now, by } });
}
