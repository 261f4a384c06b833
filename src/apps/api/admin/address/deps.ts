import type { CheckGuard } from './check-address.ts';

/** Where the shop is, for whoever sets it up. */
export type PlaceDeps = {
  /** BASE_URL. */
  readonly setting?: string | undefined;
  /** `127.0.0.1:3000` */
  readonly listensAt?: string;
  readonly trustsProxy?: boolean;
  readonly guard?: CheckGuard;
};
