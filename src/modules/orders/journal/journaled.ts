import type { Posting, Transaction, TransactionKind } from '../../ledger/index.ts';
import type { EntryDraft, SalesEntryKind, SoldAmounts } from './sales-entry.ts';
import { amountsOf } from './sold-amounts.ts';

/**
 * Which transactions of the ledger the journal has rows for, and of which kind. The others move what is owed and what is
 * there: `gift_card_issued` turns a card that was ordered into one that is there, and sells nothing.
 */
export const JOURNALED = {
  sale: 'sale',
  refund: 'credit',
  goodwill: 'goodwill',
  correction: 'correction',
  goods_shipped: 'cost',
  goods_returned: 'cost_returned',
  exchange: undefined,
  capture: undefined,
  refund_paid: undefined,
  fee: undefined,
  payout: undefined,
  dispute_opened: undefined,
  dispute_won: undefined,
  dispute_lost: undefined,
  gift_card_issued: undefined,
  gift_card_redeemed: undefined,
  gift_card_restored: undefined,
  gift_card_expired: undefined,
  store_credit_granted: undefined,
  store_credit_used: undefined,
  store_credit_restored: undefined,
  goods_received: undefined,
  stock_adjusted: undefined,
  receipt_undone: undefined,
  landed_cost: undefined,
  purchase_invoiced: undefined,
  purchase_invoice_undone: undefined,
  charges_invoiced: undefined,
  charges_undone: undefined,
  supplier_returned: undefined,
  supplier_return_undone: undefined,
  supplier_paid: undefined,
  supplier_payment_undone: undefined,
  rounding: undefined,
} as const satisfies Readonly<Record<TransactionKind, SalesEntryKind | undefined>>;

/** The ledger's accounts that rows are summed to, and what a row says of each: debit above zero. */
export const JOURNALED_ACCOUNTS = [
  ['sales', 'gross_minor', -1n, ({ grossMinor }) => grossMinor],
  ['discounts', 'discount_minor', 1n, ({ discountMinor }) => discountMinor],
  ['returns', 'returns_minor', 1n, ({ returnsMinor }) => returnsMinor],
  ['shipping', 'shipping_minor', -1n, ({ shippingMinor }) => shippingMinor],
  ['gift_cards_sold', 'gift_cards_minor', -1n, ({ giftCardsMinor }) => giftCardsMinor],
  ['tax', 'tax_minor', -1n, ({ taxMinor }) => taxMinor],
  ['cost_of_goods', 'cost_minor', 1n, ({ costMinor }) => costMinor],
  ['goodwill', 'goodwill_minor', 1n, ({ goodwillMinor }) => goodwillMinor],
] as const satisfies readonly (readonly [
  account: string,
  column: string,
  sign: bigint,
  amount: (amounts: SoldAmounts) => bigint,
])[];

/** @throws RangeError where rows do not sum to the postings that they are to be of, account by account */
export function assertJournaled(
  { kind, reference, postings }: Pick<Transaction, 'kind' | 'reference' | 'postings'>,
  entries: readonly EntryDraft[],
): void {
  for (const [account, , sign, amount] of JOURNALED_ACCOUNTS) {
    const rows = entries.reduce((sum, entry) => sum + sign * amount(amountsOf(entry)), 0n);
    const posted = postings.reduce(
      (sum, posting) => sum + (isOf(posting, account) ? posting.amountMinor : 0n),
      0n,
    );
    if (rows === posted) continue;
    throw new RangeError(
      `${kind} ${reference}: rows of ${account} come to ${rows}, its postings to ${posted}`,
    );
  }
}

/** Taxes are one account a country in the ledger, and one amount in a row. */
function isOf({ account }: Posting, name: string): boolean {
  return account.split(':')[0] === name;
}
