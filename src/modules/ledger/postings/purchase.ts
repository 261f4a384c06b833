import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Posting } from '../account.ts';
import { entry } from './entry.ts';

type InCurrency = { readonly currency: CurrencyCode };

/** A receipt was a mistake: what the goods came in at is owed no more, and what is left of it leaves stock. */
export function receiptUndonePostings({
  currency,
  receivedMinor,
  takenMinor,
}: InCurrency & { readonly receivedMinor: bigint; readonly takenMinor: bigint }): Posting[] {
  return entry(currency, [
    ['goods_received', receivedMinor],
    ['inventory', -takenMinor],
    ['cost_variances', takenMinor - receivedMinor],
  ]);
}

/** Freight, duty and fees: onto goods that are in stock, and onto the cost of those that left. */
export function landedCostPostings({
  currency,
  inventoryMinor,
  soldMinor,
}: InCurrency & { readonly inventoryMinor: bigint; readonly soldMinor: bigint }): Posting[] {
  return entry(currency, [
    ['inventory', inventoryMinor],
    ['cost_variances', soldMinor],
    ['freight_accrued', -(inventoryMinor + soldMinor)],
  ]);
}

export type InvoiceAmounts = InCurrency & {
  /** What the goods came in at. */
  readonly receivedMinor: bigint;
  /** What they cost more (or less, below zero) than ordered: of those in stock, and of those that left. */
  readonly inventoryMinor: bigint;
  readonly soldMinor: bigint;
  /** What the rate moved since they came in. */
  readonly exchangeMinor: bigint;
  /** Freight and fees on the invoice, and what of them was expected already. */
  readonly chargesMinor: bigint;
  readonly expectedMinor: bigint;
  readonly taxMinor: bigint;
};

/** A supplier invoiced: it is owed now, and the goods wait for no invoice any more. */
export function purchaseInvoicedPostings(amounts: InvoiceAmounts): Posting[] {
  const { receivedMinor, inventoryMinor, soldMinor, exchangeMinor, chargesMinor, expectedMinor, taxMinor } =
    amounts;
  return entry(amounts.currency, [
    ['goods_received', receivedMinor],
    ['inventory', inventoryMinor],
    ['cost_variances', soldMinor + chargesMinor - expectedMinor],
    ['exchange_differences', exchangeMinor],
    ['freight_accrued', expectedMinor],
    ['input_tax', taxMinor],
    ['payables', -(receivedMinor + inventoryMinor + soldMinor + exchangeMinor + chargesMinor + taxMinor)],
  ]);
}

/**
 * Goods went back to their supplier: they leave at the average, and are credited at what they were bought at. The tax on
 * what was invoiced of them is claimed back no more (Directive 2006/112/EC, article 185).
 *
 * @example
 * // 2 of 10 pieces, invoiced at 100.00 and 19.00 of tax, at an average of 10.00: payables 23.80, input tax 3.80.
 */
export function supplierReturnedPostings({
  currency,
  takenMinor,
  receivedMinor,
  invoicedMinor,
  taxMinor,
}: InCurrency & {
  readonly takenMinor: bigint;
  /** Credited of what was not invoiced yet, and of what was. */
  readonly receivedMinor: bigint;
  readonly invoicedMinor: bigint;
  readonly taxMinor: bigint;
}): Posting[] {
  return entry(currency, [
    ['goods_received', receivedMinor],
    ['payables', invoicedMinor + taxMinor],
    ['input_tax', -taxMinor],
    ['inventory', -takenMinor],
    ['inventory_adjustments', takenMinor - receivedMinor - invoicedMinor],
  ]);
}
