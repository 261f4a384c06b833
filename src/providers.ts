import {
  openProviders,
  type Providers,
  type ProvidersOptions,
  type Secrets,
} from './modules/payments/index.ts';
import type { Connection } from './platform/database/index.ts';

/** The payment providers that this shop is set up for, by name. Accounts are read from the database as they change. */
export function providersOf(deps: {
  readonly connection: Pick<Connection, 'db'>;
  readonly secrets: Secrets;
  readonly apiBases?: ProvidersOptions['apiBases'];
}): Providers {
  const { connection, secrets, apiBases } = deps;
  return openProviders({ db: connection.db, secrets, apiBases });
}
