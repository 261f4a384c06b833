import type { Id } from '../../../kernel/index.ts';
import type { Customer } from '../customer.ts';

export type SessionId = Id<'customer_session'>;

/** A browser that is known as a customer. */
export type Session = {
  readonly id: SessionId;
  readonly method: 'code' | 'passkey';
  /** Address or network on the internet from which it was opened. */
  readonly network: string;
  readonly userAgent: string;
  readonly createdAt: Temporal.Instant;
  /** When its token was last changed: at most a day before it was last used. */
  readonly renewedAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
};

/** The answer to a sign-in: `token` goes into the cookie, once; only its hash is kept. */
export type SignedIn = {
  readonly customer: Customer;
  readonly session: Session;
  readonly token: string;
  /** An account was made by this sign-in. */
  readonly isNew: boolean;
};

/** `__Host-`: only over HTTPS, only from this host, for all paths (RFC 6265bis, section 4.1.3.2). */
export const SESSION_COOKIE = '__Host-session';

/** A session ends ninety days after signing in, or thirty after it was last used. */
export const SESSION_DAYS = 90;
export const IDLE_DAYS = 30;
/** A token is changed daily: one that was copied out of a browser does not live long. */
export const RENEW_HOURS = 24;
/** How long the former token is still good, for another tab that asked at the same time. */
export const FORMER_SECONDS = 60;
