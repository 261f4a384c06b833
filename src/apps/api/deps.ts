import type { Readable } from 'node:stream';
import type { FastifyBaseLogger } from 'fastify';
import type { Sender } from '../../modules/collector/index.ts';
import type { GiftCardKey } from '../../modules/credits/index.ts';
import type { AssetId } from '../../modules/media/index.ts';
import type { OrderDeps } from '../../modules/orders/index.ts';
import type { ProviderName, ProvidersOptions } from '../../modules/payments/index.ts';
import type { Search } from '../../modules/search/index.ts';
import type { Listener } from '../../platform/broadcast/index.ts';
import type { Connection } from '../../platform/database/index.ts';
import type { FileStore } from '../../platform/files/index.ts';
import type { Secrets } from '../../platform/secrets/index.ts';
import type { PlaceDeps } from './admin/address/deps.ts';
import type { SystemDeps } from './admin/system/deps.ts';

/** Opens a stored file, which is read to the end or destroyed; `undefined` when it is not there. */
export type OpenFile = (
  id: AssetId,
) => Promise<{ readonly stream: Readable; readonly fileName: string } | undefined>;

/** Takes in what somebody did. The same name and key is the same event; nobody waits for it. */
export type Tell = (
  sender: Sender,
  event: {
    readonly name: string;
    readonly key: string;
    readonly params: Readonly<Record<string, unknown>>;
  },
) => void;

export type ApiDeps = {
  readonly connection: Pick<Connection, 'db' | 'reads'>;
  readonly search: Search;
  /** Carts, orders and payments. */
  readonly shopping: {
    readonly orders: OrderDeps;
    readonly giftCardKey: GiftCardKey;
    /** Where a payment provider sends its news. */
    readonly webhookUrl: (provider: ProviderName) => string;
    /** Where providers' APIs are, if not where the world knows them: fakes of them. */
    readonly paymentApis?: ProvidersOptions['apiBases'];
    /** What was bought, and labels to print. */
    readonly openFile: OpenFile;
  };
  /** For what is kept sealed. */
  readonly secrets: Secrets;
  /** Takes in what programs say that their shoppers do; nothing is told when left out. */
  readonly tell?: Tell;
  /** Uploads, and what long work leaves. */
  readonly files: FileStore;
  /** The machine room. */
  readonly system: SystemDeps;
  /** Where the shop is, for whoever sets it up; nothing is known when left out. */
  readonly place?: Omit<PlaceDeps, 'setting'>;
  /** Hears every commit. */
  readonly listen: (listener: Listener) => Promise<{ readonly close: () => Promise<void> }>;
  readonly log: FastifyBaseLogger;
  /** `https://shop.example`; without it the shop is where it was asked for. */
  readonly baseUrl?: string | undefined;
  readonly now: () => Temporal.Instant;
  /** Of one caller; writes have a fifth of it, guesses at secrets a hundredth. 0: no limits. */
  readonly readsPerMinute: number;
  /** For finished answers; 0 makes each anew. */
  readonly keptBytes: number;
  /** An answer with a field that is not documented fails: in tests. */
  readonly isStrict?: boolean;
};
