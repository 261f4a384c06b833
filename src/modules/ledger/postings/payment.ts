import type { CurrencyCode } from '../../../kernel/index.ts';
import type { AccountCode, Posting } from '../account.ts';
import { entry, move } from './entry.ts';

/**
 * Where a provider's money is: money of a bank transfer comes to the bank, any other stays with the provider
 * first.
 */
export function providerAccount(provider: string): AccountCode {
  return provider === 'bank_transfer' ? 'bank' : `provider:${provider}`;
}

/** An amount that moves at a provider. */
export type Moved = {
  readonly currency: CurrencyCode;
  readonly provider: string;
  readonly amountMinor: bigint;
};

/** Captured, in full or in part: the customer owes so much less, and the provider holds it, less its fee. */
export function capturePostings({
  currency,
  provider,
  amountMinor,
  feeMinor = 0n,
}: Moved & { readonly feeMinor?: bigint }): Posting[] {
  const at = providerAccount(provider);
  return entry(currency, [
    [at, amountMinor - feeMinor],
    ['fees', feeMinor],
    ['receivable', -amountMinor],
  ]);
}

/** Paid back to the customer from what the provider holds. */
export function refundPaidPostings({ currency, provider, amountMinor }: Moved): Posting[] {
  return move(currency, 'receivable', providerAccount(provider), amountMinor);
}

/** Kept by the provider. */
export function feePostings({ currency, provider, amountMinor }: Moved): Posting[] {
  return move(currency, 'fees', providerAccount(provider), amountMinor);
}

/** Paid out by the provider to the bank. */
export function payoutPostings({ currency, provider, amountMinor }: Moved): Posting[] {
  return move(currency, 'bank', providerAccount(provider), amountMinor);
}

/** Taken back by the provider until a dispute is decided. */
export function disputeOpenedPostings({ currency, provider, amountMinor }: Moved): Posting[] {
  return move(currency, 'disputes', providerAccount(provider), amountMinor);
}

/** The dispute was decided for the shop, and the money is back. */
export function disputeWonPostings({ currency, provider, amountMinor }: Moved): Posting[] {
  return move(currency, providerAccount(provider), 'disputes', amountMinor);
}

/** The dispute was decided against the shop. */
export function disputeLostPostings({ currency, amountMinor }: Omit<Moved, 'provider'>): Posting[] {
  return move(currency, 'dispute_losses', 'disputes', amountMinor);
}
