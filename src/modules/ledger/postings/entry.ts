import type { CurrencyCode } from '../../../kernel/index.ts';
import type { AccountCode, Posting } from '../account.ts';

/** Postings of one currency, one an account, without zeros. Debit is above zero. */
export function entry(
  currency: CurrencyCode,
  parts: readonly (readonly [account: AccountCode, amountMinor: bigint])[],
): Posting[] {
  const sums = new Map<AccountCode, bigint>();
  for (const [account, amountMinor] of parts) sums.set(account, (sums.get(account) ?? 0n) + amountMinor);
  return [...sums].flatMap(([account, amountMinor]) => {
    return amountMinor === 0n ? [] : [{ account, currency, amountMinor }];
  });
}

/** Debits `to` and credits `from`. */
export function move(
  currency: CurrencyCode,
  to: AccountCode,
  from: AccountCode,
  amountMinor: bigint,
): Posting[] {
  return entry(currency, [
    [to, amountMinor],
    [from, -amountMinor],
  ]);
}

/** The same with its signs turned: takes back what was posted. */
export function reversed(postings: readonly Posting[]): Posting[] {
  return postings.map((posting) => ({ ...posting, amountMinor: -posting.amountMinor }));
}

export type TaxPart = {
  readonly country: string;
  readonly region?: string | undefined;
  readonly taxMinor: bigint;
};

/** Whose tax it is: `tax:DE`, `tax:US-CA`. */
export function taxAccount({ country, region }: Omit<TaxPart, 'taxMinor'>): AccountCode {
  return region === undefined || region === '' ? `tax:${country}` : `tax:${country}-${region}`;
}
