import { sql } from 'kysely';
import type { Db } from '../../platform/database/index.ts';
import { UnreadableSecret } from '../../platform/secrets/index.ts';
import type { ProviderName } from './provider.ts';
import type { Secrets } from './providers.ts';

/** What may be known of an account by who looks after it: nothing of what opens it. */
export type AccountFacts = {
  readonly provider: ProviderName;
  readonly updatedAt: Temporal.Instant | undefined;
  /** As far as the credentials say. */
  readonly environment: 'test' | 'live' | undefined;
  /** By the names of the provider's own fields. */
  readonly shown: Readonly<Record<string, string>>;
  /** Two while they change. */
  readonly webhookSecretCount: number;
  readonly lastWebhookAt: Temporal.Instant | undefined;
  /** False where the key that sealed it is gone. */
  readonly isReadable: boolean;
};

/** Fields that are made to be seen: by browsers, by shoppers, in the provider's own addresses. */
const SHOWN: Readonly<Record<ProviderName, readonly string[]>> = {
  test: [],
  stripe: ['publishableKey'],
  paypal: ['clientId', 'webhookId', 'previousWebhookId', 'environment'],
  worldpay: ['entity', 'checkoutId', 'environment'],
  bank_transfer: ['holder', 'iban', 'bic', 'bank'],
  cash_on_delivery: [],
};

/** The facts of every account that is kept, by provider; of providers without one, when they were last heard of. */
export async function readAccountFacts(
  db: Db,
  secrets: Secrets,
): Promise<ReadonlyMap<ProviderName, AccountFacts>> {
  const names = Object.keys(SHOWN);
  const { rows } = await sql<Row>`
    select name.provider, account.sealed_credentials as sealed, account.updated_at as "updatedAt",
      last.received_at as "lastWebhookAt"
    from unnest(${names}::text[]) as name (provider)
    left join payments.account using (provider)
    left join lateral (
      select received_at from payments.webhook_event event where event.provider = name.provider
      order by received_at desc limit 1
    ) last on true`.execute(db);
  return new Map(rows.map((row) => [row.provider, factsOf(row, secrets)]));
}

type Row = {
  readonly provider: ProviderName;
  readonly sealed: string | null;
  readonly updatedAt: Temporal.Instant | null;
  readonly lastWebhookAt: Temporal.Instant | null;
};

function factsOf({ provider, sealed, updatedAt, lastWebhookAt }: Row, secrets: Secrets): AccountFacts {
  const opened = sealed === null ? {} : openedWith(secrets, sealed);
  const kept = opened ?? {};
  const shown = SHOWN[provider].flatMap((name): [string, string][] => {
    const value = kept[name];
    return typeof value === 'string' ? [[name, value]] : [];
  });
  return {
    ...{ provider, shown: Object.fromEntries(shown), updatedAt: updatedAt ?? undefined },
    environment: provider === 'test' ? 'test' : environmentOf(kept),
    webhookSecretCount: countOf(kept),
    lastWebhookAt: lastWebhookAt ?? undefined,
    isReadable: opened !== undefined,
  };
}

/** `undefined` for what was sealed with a key that is gone: the account has to be typed anew, on the page that shows this. */
function openedWith(secrets: Secrets, sealed: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return JSON.parse(secrets.open(sealed));
  } catch (error) {
    if (error instanceof UnreadableSecret || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Stripe's key says it by its name ("API keys"), the others' accounts in a field. */
function environmentOf(kept: Readonly<Record<string, unknown>>): 'test' | 'live' | undefined {
  const { environment, secretKey } = kept;
  if (typeof environment === 'string') return environment === 'live' ? 'live' : 'test';
  const mode = /^[a-z]+_(test|live)_/.exec(typeof secretKey === 'string' ? secretKey : '')?.[1];
  return mode === 'live' ? 'live' : mode === 'test' ? 'test' : undefined;
}

function countOf({
  webhookSecrets,
  webhookId,
  previousWebhookId,
}: Readonly<Record<string, unknown>>): number {
  if (Array.isArray(webhookSecrets)) return webhookSecrets.length;
  return [webhookId, previousWebhookId].filter((id) => id !== undefined).length;
}
