import type { Db } from '../database/index.ts';
import type { Audit } from './audit/audit.ts';
import type { Authenticate } from './caller.ts';
import type { RateLimits } from './rate-limits.ts';

export type MountOptions = {
  /** For Idempotency-Keys and for handlers that take a transaction. */
  readonly db: Db;
  readonly authenticate: Authenticate;
  /** `https://shop.example`; without it the shop is where it was asked for. */
  readonly baseUrl?: string | undefined;
  readonly limits: RateLimits;
  readonly now: () => Temporal.Instant;
  /** An answer with a field that is not documented fails; otherwise the field is left out. */
  readonly isStrict?: boolean;
  /** Keeps what is done; without it nobody does. */
  readonly audit?: Audit;
  /** Browsers of other origins may ask: for an API without cookies, which gives nothing away that a token does not. */
  readonly isOpenToBrowsers?: boolean;
};
