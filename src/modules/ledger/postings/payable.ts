import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Posting } from '../account.ts';
import { entry } from './entry.ts';

type InCurrency = { readonly currency: CurrencyCode };

/**
 * A carrier or customs invoiced what goods were expected to cost besides: it is owed now and expected no more; what it is
 * more (or less, below zero) is a variance. What was expected of nothing is one as a whole.
 */
export function chargesInvoicedPostings({
  currency,
  expectedMinor,
  invoicedMinor,
  taxMinor,
}: InCurrency & {
  readonly expectedMinor: bigint;
  /** Without tax. */
  readonly invoicedMinor: bigint;
  readonly taxMinor: bigint;
}): Posting[] {
  return entry(currency, [
    ['freight_accrued', expectedMinor],
    ['cost_variances', invoicedMinor - expectedMinor],
    ['input_tax', taxMinor],
    ['payables', -(invoicedMinor + taxMinor)],
  ]);
}

export type PaidAmounts = InCurrency & {
  /** What the books owed for what is settled; credits that were used take off. */
  readonly settledMinor: bigint;
  /** What left the bank. */
  readonly bankMinor: bigint;
  /** Taken off for paying early, and what of it is tax that was claimed back. */
  readonly discountMinor: bigint;
  readonly discountTaxMinor: bigint;
};

/**
 * A supplier was paid: it is owed no more. A discount for paying early is income without its tax, which is claimed back
 * no more (Directive 2006/112/EC, article 185); what rates moved since the invoice is told apart.
 *
 * @example
 * // 119.00 with 19.00 of tax, paid within terms with 2 % off: bank 116.62, discount 2.00, input tax 0.38.
 */
export function supplierPaidPostings(amounts: PaidAmounts): Posting[] {
  const { settledMinor, bankMinor, discountMinor, discountTaxMinor } = amounts;
  return entry(amounts.currency, [
    ['payables', settledMinor],
    ['bank', -bankMinor],
    ['early_payment_discounts', discountTaxMinor - discountMinor],
    ['input_tax', -discountTaxMinor],
    ['exchange_differences', bankMinor + discountMinor - settledMinor],
  ]);
}
