import type { GiftCardKey } from '../../../modules/credits/index.ts';
import type { OrderDeps } from '../../../modules/orders/index.ts';
import type { ProviderName, ProvidersOptions } from '../../../modules/payments/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import type { FileStore } from '../../../platform/files/index.ts';
import type { Secrets } from '../../../platform/secrets/index.ts';
import type { PlaceDeps } from './address/deps.ts';
import type { SystemDeps } from './system/deps.ts';

/** What the admin API's handlers stand on. */
export type AdminDeps = {
  readonly db: Db;
  /** Pipelined, reads only. */
  readonly reads: Db;
  readonly orders: OrderDeps;
  readonly giftCardKey: GiftCardKey;
  /** Where a payment provider sends its news. */
  readonly webhookUrl: (provider: ProviderName) => string;
  /** Where providers' APIs are, if not where the world knows them. */
  readonly paymentApis?: ProvidersOptions['apiBases'];
  /** For what is kept sealed: credentials of providers, secrets of webhooks. */
  readonly secrets: Secrets;
  readonly files: FileStore;
  readonly system: SystemDeps;
  readonly place: PlaceDeps;
};
