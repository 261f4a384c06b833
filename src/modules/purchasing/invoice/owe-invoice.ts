import { ok, type Result, refuse, splitMinor } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { addLandedCost } from '../landed/add-landed-cost.ts';
import type { LandedCost, LandedCostId } from '../landed/landed-cost.ts';
import { lockCosts, readLandedCosts, writeCleared } from '../landed/store.ts';
import { orderValueMinor, type PurchaseOrder } from '../order/purchase-order.ts';
import { type Payable, termsOf } from '../payable/payable.ts';
import { insertPayable } from '../payable/store.ts';
import type { Supplier } from '../supplier/supplier.ts';
import type { InvoiceRefusal, SupplierInvoice } from './invoice.ts';

type Expected = Pick<LandedCost, 'id' | 'amountMinor'>;

/** Which costs of the order the freight on an invoice is for: those named, else the one with the invoice's number. */
export async function expectedOnInvoice(
  tx: Tx,
  order: PurchaseOrder,
  about: {
    readonly number: string;
    readonly chargesMinor: bigint;
    readonly expectedCostIds?: readonly LandedCostId[] | undefined;
  },
): Promise<Result<readonly Expected[], InvoiceRefusal>> {
  const { number, chargesMinor, expectedCostIds = [] } = about;
  if (chargesMinor === 0n) {
    if (expectedCostIds.length === 0) return ok([]);
    return refuse('not_an_amount', 'say what they ask for these costs', 'charges');
  }
  if (expectedCostIds.length === 0) {
    const known = (await readLandedCosts(tx, order.id)).filter(({ reference }) => reference === number);
    return ok(known.filter(({ clearedBy, undone }) => clearedBy === undefined && undone === undefined));
  }
  const costs = await lockCosts(tx, expectedCostIds);
  for (const [index, id] of expectedCostIds.entries()) {
    const cost = costs.get(id);
    if (cost?.orderId !== order.id || cost.clearedBy !== undefined || expectedCostIds.indexOf(id) < index) {
      const message = `${order.number} expects no such cost, or it was invoiced already`;
      return refuse('not_on_order', message, `expectedCostIds[${index}]`);
    }
  }
  return ok([...costs.values()]);
}

/**
 * Notes that an invoice is owed, and that nothing more is expected of the costs on it. Freight that nobody expected is spread
 * over the goods by value (by pieces where they cost nothing), and goes again when the invoice is taken back.
 *
 * @returns what was expected of the costs on it, in the shop's currency
 */
export async function oweInvoice(
  tx: Tx,
  order: PurchaseOrder,
  about: {
    readonly supplier: Supplier;
    readonly invoice: SupplierInvoice;
    readonly expected: readonly Expected[];
    readonly inShop: (minor: bigint) => bigint;
  },
): Promise<bigint> {
  const { supplier, invoice, expected, inShop } = about;
  const { number, invoicedOn, goodsMinor, chargesMinor, taxMinor, by, at } = invoice;
  const amountMinor = goodsMinor + chargesMinor + taxMinor;
  const [chargedMinor, taxBookedMinor] = [inShop(chargesMinor), inShop(taxMinor)];
  const bookedMinor = inShop(goodsMinor) + chargedMinor + taxBookedMinor;
  if (amountMinor === 0n) return 0n;
  const payable: Payable = {
    ...{ id: newId<'payable'>(), supplierId: supplier.id, kind: 'goods', orderId: order.id, number },
    ...{ invoiceId: invoice.id, returnId: undefined },
    ...{ currency: order.currency, invoicedOn, amountMinor, bookedMinor, taxBookedMinor },
    ...termsOf({ invoicedOn, amountMinor }, supplier),
    ...{ settledMinor: 0n, discountedMinor: 0n, settledBookedMinor: 0n },
    ...{ made: { at, by }, undone: undefined },
  };
  await insertPayable(tx, payable);
  if (chargedMinor === 0n) return 0n;
  const costs = expected.length > 0 ? expected : await spreadOver(tx, order, { invoice, chargedMinor });
  const weights = costs.map((cost) => cost.amountMinor);
  const parts = splitMinor(chargedMinor, weights);
  const cleared = costs.map(({ id }, index) => ({ id, clearedMinor: parts[index] ?? 0n }));
  await writeCleared(tx, payable.id, cleared);
  return weights.reduce((sum, weight) => sum + weight, 0n);
}

async function spreadOver(
  tx: Tx,
  order: PurchaseOrder,
  { invoice, chargedMinor }: { readonly invoice: SupplierInvoice; readonly chargedMinor: bigint },
): Promise<readonly Expected[]> {
  const before = (await readLandedCosts(tx, order.id)).filter(({ undone }) => undone === undefined);
  const taken = before.some(({ reference }) => reference === invoice.number);
  // A cost of that number that was invoiced already stands for itself.
  const reference = taken ? `${invoice.number} · ${invoice.id}` : invoice.number;
  const added = await addLandedCost(tx, {
    ...{ id: order.id, kind: 'freight', spreadBy: orderValueMinor(order) > 0n ? 'value' : 'pieces' },
    ...{ amountMinor: chargedMinor, reference, broughtBy: invoice.id, by: invoice.by, now: invoice.at },
  });
  if (!added.ok) throw new RangeError(added.refusal.message);
  return (await readLandedCosts(tx, order.id)).filter(({ broughtBy }) => broughtBy === invoice.id);
}
