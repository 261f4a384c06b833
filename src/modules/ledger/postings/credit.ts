import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Posting } from '../account.ts';
import { move } from './entry.ts';

type Amount = { readonly currency: CurrencyCode; readonly amountMinor: bigint };

/** The card that was ordered is issued; one that the shop gives away is its own cost. */
export function giftCardIssuedPostings(amount: Amount & { readonly isSold: boolean }): Posting[] {
  const from = amount.isSold ? 'gift_cards_sold' : 'goodwill';
  return move(amount.currency, from, 'gift_cards', amount.amountMinor);
}

/** A gift card or store credit pays: the customer owes so much less, and so does the shop. */
export function creditUsedPostings({
  currency,
  amountMinor,
  account,
}: Amount & { readonly account: 'gift_cards' | 'store_credit' }): Posting[] {
  return move(currency, account, 'receivable', amountMinor);
}

/** What a gift card or store credit paid goes back to it. */
export function creditRestoredPostings({
  currency,
  amountMinor,
  account,
}: Amount & { readonly account: 'gift_cards' | 'store_credit' }): Posting[] {
  return move(currency, 'receivable', account, amountMinor);
}

/** What was never used of a card that has expired. */
export function giftCardExpiredPostings({ currency, amountMinor }: Amount): Posting[] {
  return move(currency, 'gift_cards', 'breakage', amountMinor);
}

/** Store credit in place of money for a refund, or given away. */
export function storeCreditGrantedPostings({
  currency,
  amountMinor,
  reason,
}: Amount & { readonly reason: 'refund' | 'goodwill' }): Posting[] {
  return move(currency, reason === 'refund' ? 'receivable' : 'goodwill', 'store_credit', amountMinor);
}
