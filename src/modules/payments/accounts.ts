import { sql } from 'kysely';
import { z } from 'zod';
import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Db, Tx } from '../../platform/database/index.ts';
import type { ProviderName } from './provider.ts';
import type { Secrets } from './providers.ts';
import { instant } from './store/values.ts';

const key = z.string().trim().min(8).max(500);
/** One live secret, or two while they change. */
const webhookSecrets = z.array(key).min(1).max(2);

/** What opens a provider. Kept sealed; shown to nobody. */
export const CREDENTIALS = {
  test: z.object({}),
  stripe: z.object({ secretKey: key, publishableKey: key, webhookSecrets }),
  paypal: z.object({
    ...{ clientId: key, clientSecret: key, webhookId: key },
    /** The webhook before this one, as long as its deliveries still come. */
    previousWebhookId: key.optional(),
    environment: z.enum(['sandbox', 'live']),
  }),
  worldpay: z.object({
    ...{ username: key, password: key, entity: z.string().trim().min(1).max(100), checkoutId: key },
    environment: z.enum(['try', 'live']),
    webhookSecrets: z
      .array(z.object({ keyId: z.string().min(1).max(100), secret: key }))
      .min(1)
      .max(2),
  }),
  bank_transfer: z.object({
    holder: z.string().trim().min(1).max(70),
    iban: z.string().transform((text) => text.replace(/\s/g, '').toUpperCase()),
    bic: z.string().trim().max(11).optional(),
    bank: z.string().trim().max(70).optional(),
  }),
  cash_on_delivery: z.object({}),
} satisfies Readonly<Record<ProviderName, z.ZodType>>;

export type Credentials<Name extends ProviderName> = z.infer<(typeof CREDENTIALS)[Name]>;

export type AccountRefusal = Refusal<'invalid'>;

/** Sets a provider up, or changes how it is reached. Two webhook secrets are live while the provider changes them. */
export async function saveAccount(
  tx: Tx,
  secrets: Secrets,
  input: { readonly provider: ProviderName; readonly credentials: unknown; readonly now: Temporal.Instant },
): Promise<Result<undefined, AccountRefusal>> {
  const { provider, now } = input;
  const parsed = CREDENTIALS[provider].safeParse(input.credentials);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refuse('invalid', issue?.message ?? 'not what the provider asks for', issue?.path.join('.'));
  }
  const sealed = secrets.seal(JSON.stringify(parsed.data));
  await sql`
    insert into payments.account (provider, sealed_credentials, updated_at)
    values (${provider}, ${sealed}, ${instant(now)})
    on conflict (provider) do update set sealed_credentials = excluded.sealed_credentials,
      updated_at = excluded.updated_at`.execute(tx);
  return ok(undefined);
}

export type SealedAccount = { readonly sealed: string; readonly updatedAt: Temporal.Instant };

export async function readAccount(db: Db, provider: ProviderName): Promise<SealedAccount | undefined> {
  const { rows } = await sql<SealedAccount>`
    select sealed_credentials as sealed, updated_at as "updatedAt" from payments.account
    where provider = ${provider}`.execute(db);
  return rows[0];
}

/** Which providers are set up, for the manager's eyes: names only. */
export async function readAccountNames(db: Db): Promise<ProviderName[]> {
  const { rows } = await sql<{ provider: ProviderName }>`
    select provider from payments.account order by provider`.execute(db);
  return rows.map(({ provider }) => provider);
}

/** The providers that this shop has to do with: set up, or offered. */
export async function readProviderNames(db: Db): Promise<ProviderName[]> {
  const { rows } = await sql<{ provider: ProviderName }>`
    select provider from payments.account union select provider from payments.method order by provider`.execute(
    db,
  );
  return rows.map(({ provider }) => provider);
}
