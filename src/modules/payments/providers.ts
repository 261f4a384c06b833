import type { Db } from '../../platform/database/index.ts';
import type { Secrets as Sealing } from '../../platform/secrets/index.ts';
import type { PaymentProvider, ProviderName } from './provider.ts';

/** The providers that this shop can reach, by name. One without credentials is not there. */
export type Providers = {
  readonly get: (name: ProviderName) => Promise<PaymentProvider | undefined>;
};

/** What verbs that call a provider need. */
export type PaymentDeps = { readonly db: Db; readonly providers: Providers };

/** How credentials are kept at rest: sealed with a key that is not in the database. */
export type Secrets = Pick<Sealing, 'seal' | 'open'>;
