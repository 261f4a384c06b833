import { sql } from 'kysely';
import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Db, Tx } from '../../platform/database/index.ts';
import { type Amendment, amendedCredentials, CREDENTIALS } from './credentials.ts';
import type { ProviderName } from './provider.ts';
import type { Secrets } from './providers.ts';
import { instant } from './store/values.ts';

export type AccountRefusal = Refusal<'invalid'>;

/** Credentials as somebody sends them: all of them unless `amendment` says otherwise. */
export type SentCredentials = {
  readonly provider: ProviderName;
  readonly credentials: unknown;
  readonly amendment?: Amendment;
};

/** Sets a provider up, or changes how it is reached. Two webhook secrets are live while the provider changes them. */
export async function saveAccount(
  tx: Tx,
  secrets: Secrets,
  input: SentCredentials & { readonly now: Temporal.Instant },
): Promise<Result<undefined, AccountRefusal>> {
  const { provider, now } = input;
  const parsed = await credentialsFrom({ db: tx, secrets }, input);
  if (!parsed.ok) return parsed;
  const sealed = secrets.seal(JSON.stringify(parsed.value));
  await sql`
    insert into payments.account (provider, sealed_credentials, updated_at)
    values (${provider}, ${sealed}, ${instant(now)})
    on conflict (provider) do update set sealed_credentials = excluded.sealed_credentials,
      updated_at = excluded.updated_at`.execute(tx);
  return ok(undefined);
}

/** What was sent together with what is kept, in full and of the right form. */
export async function credentialsFrom(
  { db, secrets }: { readonly db: Db; readonly secrets: Secrets },
  { provider, credentials, amendment = 'all' }: SentCredentials,
): Promise<Result<unknown, AccountRefusal>> {
  const account = amendment === 'all' ? undefined : await readAccount(db, provider);
  const kept = account === undefined ? undefined : JSON.parse(secrets.open(account.sealed));
  const parsed = CREDENTIALS[provider].safeParse(amendedCredentials(kept, credentials, amendment));
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return refuse('invalid', issue?.message ?? 'not what the provider asks for', issue?.path.join('.'));
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
