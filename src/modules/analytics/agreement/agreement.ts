import type { CurrencyCode } from '../../../kernel/index.ts';

/** What has to be the same in report, sales journal and ledger. */
export const AGREED_MEASURES = ['gross_sales', 'returns', 'tax', 'total_sales'] as const;
export type AgreedMeasure = (typeof AGREED_MEASURES)[number];

/** A figure of a day as the three have it, in minor units. */
export type AgreementRow = {
  readonly day: Temporal.PlainDate;
  /** '' where an entry of the ledger names no order that is known. */
  readonly market: string;
  readonly currency: CurrencyCode;
  readonly measure: AgreedMeasure;
  readonly reportMinor: bigint;
  readonly journalMinor: bigint;
  readonly ledgerMinor: bigint;
};

export function agrees({ reportMinor, journalMinor, ledgerMinor }: AgreementRow): boolean {
  return reportMinor === journalMinor && journalMinor === ledgerMinor;
}

/**
 * What a posting of the ledger adds to each figure. Sales are credits there: below zero. Total sales are goods less
 * discounts and returns, delivery and tax; gift cards and goodwill are none.
 */
export function ledgerFigures(
  account: string,
  amountMinor: bigint,
): Readonly<Partial<Record<AgreedMeasure, bigint>>> {
  if (account.startsWith('tax:')) return { tax: -amountMinor, total_sales: -amountMinor };
  switch (account) {
    case 'sales':
      return { gross_sales: -amountMinor, total_sales: -amountMinor };
    case 'returns':
      return { returns: amountMinor, total_sales: -amountMinor };
    case 'discounts':
    case 'shipping':
      return { total_sales: -amountMinor };
    default:
      return {};
  }
}
