import type { Db } from '../../platform/database/index.ts';
import { readAccount } from './accounts.ts';
import { CREDENTIALS } from './credentials.ts';
import type { PaymentProvider, ProviderName } from './provider.ts';
import { openByHandProvider } from './providers/by-hand/by-hand-provider.ts';
import { openTestProvider } from './providers/test/test-provider.ts';
import type { Providers, Secrets } from './providers.ts';
import { NEEDS_NO_ACCOUNT } from './providers-set-up.ts';

export type ProvidersOptions = {
  readonly db: Db;
  readonly secrets: Secrets;
  /** Where a provider's API is, if not where the world knows it: a fake of it. */
  readonly apiBases?: Readonly<Partial<Record<ProviderName, string>>> | undefined;
};

/** So long a changed account may be unknown to the other processes. */
const FRESH_MS = 10_000;

/** The providers of this shop, opened when they are first asked for and anew when their account has changed. */
export function openProviders(options: ProvidersOptions): Providers {
  const kept = new Map<ProviderName, Kept>();
  return {
    get: async (name) => {
      const known = kept.get(name);
      if (known !== undefined && performance.now() - known.readAt < FRESH_MS) return known.provider;
      const opened = await open(options, name, known);
      kept.set(name, opened);
      return opened.provider;
    },
  };
}

type Kept = {
  readonly readAt: number;
  readonly sealed: string;
  readonly provider: PaymentProvider | undefined;
};

async function open(options: ProvidersOptions, name: ProviderName, known: Kept | undefined): Promise<Kept> {
  const readAt = performance.now();
  const account = NEEDS_NO_ACCOUNT.has(name) ? undefined : await readAccount(options.db, name);
  const sealed = account?.sealed ?? '';
  if (known !== undefined && known.sealed === sealed) return { ...known, readAt };
  if (account === undefined && !NEEDS_NO_ACCOUNT.has(name)) return { readAt, sealed, provider: undefined };
  const plain = account === undefined ? {} : JSON.parse(options.secrets.open(account.sealed));
  return { readAt, sealed, provider: await openProvider(options, name, plain) };
}

/**
 * A provider opened with these credentials, which are of the right form. Adapters of providers elsewhere are loaded when a
 * shop uses them: their SDKs take 40 MB each.
 */
export async function openProvider(
  { db, apiBases }: ProvidersOptions,
  name: ProviderName,
  credentials: unknown,
): Promise<PaymentProvider> {
  if (name === 'test') return openTestProvider({ db });
  if (name === 'cash_on_delivery') return openByHandProvider(db, { name });
  if (name === 'bank_transfer') {
    const { holder, iban, bic, bank } = CREDENTIALS.bank_transfer.parse(credentials);
    return openByHandProvider(db, { name, account: { holder, iban, bic, bank } });
  }
  if (name === 'stripe') {
    const { openStripe } = await import('./providers/stripe/stripe-provider.ts');
    return openStripe({ account: CREDENTIALS.stripe.parse(credentials), apiBase: apiBases?.stripe });
  }
  if (name === 'paypal') {
    const { openPaypal } = await import('./providers/paypal/paypal-provider.ts');
    return openPaypal({ account: CREDENTIALS.paypal.parse(credentials), apiBase: apiBases?.paypal });
  }
  const { openWorldpay } = await import('./providers/worldpay/worldpay-provider.ts');
  return openWorldpay({ db, account: CREDENTIALS.worldpay.parse(credentials), apiBase: apiBases?.worldpay });
}
