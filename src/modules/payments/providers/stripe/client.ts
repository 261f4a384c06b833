import Stripe from 'stripe';

export type StripeAccount = {
  readonly secretKey: string;
  readonly publishableKey: string;
  /** One live secret, or two while they change. */
  readonly webhookSecrets: readonly string[];
};

export type StripeOptions = {
  readonly account: StripeAccount;
  /** Where the API is; Stripe's own unless given. */
  readonly apiBase?: string | undefined;
};

/** The version whose fields this adapter reads, whatever version the account is set to. */
const API_VERSION = '2026-10-28.endive';
/** Longer than Stripe takes, shorter than a shopper waits. */
const TIMEOUT_MS = 20_000;

/** The official client. It does not repeat by itself: who called writes down that there was no answer and asks again. */
export function openClient({ account, apiBase }: StripeOptions): Stripe {
  const base = apiBase === undefined ? undefined : new URL(apiBase);
  return new Stripe(account.secretKey, {
    ...{ apiVersion: API_VERSION, timeout: TIMEOUT_MS, maxNetworkRetries: 0, telemetry: false },
    appInfo: { name: 'Institor' },
    ...(base === undefined
      ? {}
      : {
          host: base.hostname,
          port: base.port,
          protocol: base.protocol === 'http:' ? ('http' as const) : ('https' as const),
        }),
  });
}
