import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Posting } from '../account.ts';
import { move } from './entry.ts';

type Amount = { readonly currency: CurrencyCode; readonly amountMinor: bigint };

/** What is to come back pays for the order of the other goods: its customer owes so much less. */
export function exchangePaidPostings({ currency, amountMinor }: Amount): Posting[] {
  return move(currency, 'exchanges', 'receivable', amountMinor);
}

/** It came back: what the first order credits for it was spent on the other goods. */
export function exchangeGivenPostings({ currency, amountMinor }: Amount): Posting[] {
  return move(currency, 'receivable', 'exchanges', amountMinor);
}
