import type { Db } from '../../platform/database/index.ts';
import { readAccountNames } from './accounts.ts';
import type { ProviderName } from './provider.ts';

/** Providers that are there without credentials. */
export const NEEDS_NO_ACCOUNT: ReadonlySet<ProviderName> = new Set(['test', 'cash_on_delivery']);

/** The providers that can take money here: their accounts are kept, or they need none. */
export async function readProvidersSetUp(db: Db): Promise<ReadonlySet<ProviderName>> {
  return new Set([...NEEDS_NO_ACCOUNT, ...(await readAccountNames(db))]);
}
