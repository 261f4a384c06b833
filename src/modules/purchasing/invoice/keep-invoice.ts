import { type CurrencyCode, ok, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { invoiceGoods } from '../../ledger/index.ts';
import { readShop } from '../../markets/index.ts';
import type { LandedCostId } from '../landed/landed-cost.ts';
import type { Doing, PurchaseOrder, PurchaseOrderId } from '../order/purchase-order.ts';
import { keepStep, lockFor } from '../order/steps.ts';
import { readSettled } from '../receipt/store.ts';
import { converted, rateProblem } from '../source/price.ts';
import { readSupplier } from '../supplier/store.ts';
import { bookedInvoice } from './booked.ts';
import type { InvoiceDifference, InvoicedLine, InvoiceRefusal, SupplierInvoice } from './invoice.ts';
import { matchInvoice } from './match.ts';
import { expectedOnInvoice, oweInvoice } from './owe-invoice.ts';
import { insertSupplierInvoice, readSupplierInvoices } from './store.ts';

export type InvoiceToKeep = Doing & {
  readonly id: PurchaseOrderId;
  readonly number: string;
  readonly invoicedOn: Temporal.PlainDate;
  readonly lines: readonly InvoicedLine[];
  /** Freight and fees that they invoice with the goods: of costs that are expected, `expectedCostIds`, or new ones. */
  readonly chargesMinor?: bigint | undefined;
  readonly expectedCostIds?: readonly LandedCostId[] | undefined;
  readonly taxMinor?: bigint | undefined;
  readonly rateE10?: bigint | undefined;
  /** Other prices than agreed are paid. */
  readonly acceptsPrices?: boolean | undefined;
};

export type KeptInvoice = {
  readonly order: PurchaseOrder;
  readonly invoice: SupplierInvoice;
  readonly differences: readonly InvoiceDifference[];
};

/**
 * Keeps a supplier's invoice that matches the order and what came. Other prices are refused with what they differ by
 * unless they are accepted; more pieces than came always are. Freight on it that nobody expected is spread over the goods
 * by value. The same number again is once, unless it was taken back.
 */
export async function keepSupplierInvoice(
  tx: Tx,
  input: InvoiceToKeep,
): Promise<Result<KeptInvoice, InvoiceRefusal>> {
  const { id, lines, by, now, chargesMinor = 0n, taxMinor = 0n } = input;
  const locked = await lockFor(tx, 'match_invoice', id);
  if (!locked.ok) return locked;
  const order = locked.value;
  const known = (await readSupplierInvoices(tx, id)).find(
    ({ number, undone }) => number === input.number && undone === undefined,
  );
  if (known !== undefined) return ok({ order, invoice: known, differences: [] });
  const rateE10 = input.rateE10 ?? order.rateE10;
  const { defaultCurrency: currency } = await readShop(tx);
  const bad = refusalOf(order, { ...input, rateE10, currency, chargesMinor, taxMinor });
  if (bad !== undefined) return bad;
  const match = matchInvoice(lines, await readSettled(tx, id));
  const stop = match.differences.find(
    ({ kind }) => kind === 'more_than_received' || input.acceptsPrices !== true,
  );
  if (stop !== undefined) return doesNotMatch(order, lines, stop);
  const expected = await expectedOnInvoice(tx, order, { ...input, chargesMinor });
  if (!expected.ok) return expected;
  const supplier = await readSupplier(tx, order.supplierId);
  if (supplier === undefined) throw new RangeError(`${order.number} has no supplier`);
  const invoice: SupplierInvoice = {
    ...{ id: newId<'supplier_invoice'>(), orderId: id, number: input.number, invoicedOn: input.invoicedOn },
    ...{ dueOn: input.invoicedOn.add({ days: supplier.paymentDays }), rateE10, chargesMinor, taxMinor },
    ...{ goodsMinor: lines.reduce((sum, { valueMinor }) => sum + valueMinor, 0n), by, at: now },
    undone: undefined,
  };
  await insertSupplierInvoice(tx, invoice, match.lines);
  const inShop = (minor: bigint) => converted(minor, { from: order.currency, to: currency, rateE10 });
  const expectedMinor = await oweInvoice(tx, order, { supplier, invoice, expected: expected.value, inShop });
  await invoiceGoods(tx, bookedInvoice(order, { invoice, lines: match.lines, currency, now, expectedMinor }));
  const step = { verb: 'match_invoice' as const, from: order.state, note: input.number, by, now };
  const kept = await keepStep(tx, order, step);
  return kept.ok ? ok({ order: kept.value, invoice, differences: match.differences }) : kept;
}

type Checked = Pick<InvoiceToKeep, 'lines'> & {
  readonly rateE10: bigint;
  readonly currency: CurrencyCode;
  readonly chargesMinor: bigint;
  readonly taxMinor: bigint;
};

function refusalOf(order: PurchaseOrder, { lines, rateE10, currency, chargesMinor, taxMinor }: Checked) {
  const noRate = rateProblem(rateE10, { from: order.currency, to: currency });
  if (noRate !== undefined) return refuse('not_a_rate', noRate, 'rate');
  if (chargesMinor < 0n) return refuse('not_an_amount', 'charges are not below nothing', 'charges');
  if (taxMinor < 0n) return refuse('not_an_amount', 'tax is not below nothing', 'tax');
  if (lines.length === 0 && chargesMinor === 0n)
    return refuse('nothing_invoiced', 'say what is invoiced', 'lines');
  const seen = new Set<string>();
  for (const [index, { lineId, quantity, valueMinor }] of lines.entries()) {
    const at = `lines[${index}]`;
    if (seen.has(lineId) || !order.lines.some(({ id }) => id === lineId)) {
      return refuse('not_on_order', `${order.number} has no such line, or it is given twice`, `${at}.lineId`);
    }
    seen.add(lineId);
    if (!Number.isInteger(quantity) || quantity < 1) {
      return refuse('not_a_quantity', 'whole pieces, 1 or more', `${at}.quantity`);
    }
    if (valueMinor < 0n) return refuse('not_an_amount', 'a value is not below nothing', `${at}.value`);
  }
  return undefined;
}

function doesNotMatch(
  order: PurchaseOrder,
  lines: readonly InvoicedLine[],
  { lineId, kind, by }: InvoiceDifference,
) {
  const index = lines.findIndex((line) => line.lineId === lineId);
  const message =
    kind === 'more_than_received'
      ? `${by} more are invoiced than came and are not invoiced yet`
      : `the price differs by ${by} minor units of ${order.currency}`;
  const field = kind === 'more_than_received' ? 'quantity' : 'value';
  return refuse('does_not_match', message, `lines[${index}].${field}`);
}
