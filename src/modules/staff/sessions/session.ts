import type { Id } from '../../../kernel/index.ts';
import type { Member } from '../member.ts';

export type SessionId = Id<'staff_session'>;

/** `link`: the welcome by which somebody became a member, or came back. */
export type SignInMethod = 'passkey' | 'password' | 'recovery_code' | 'link';

/** A browser that is known as a member of staff. */
export type StaffSession = {
  readonly id: SessionId;
  readonly method: SignInMethod;
  readonly ip: string;
  readonly userAgent: string;
  readonly createdAt: Temporal.Instant;
  /** To about a minute. */
  readonly lastSeenAt: Temporal.Instant;
};

/** The answer to a sign-in: `token` goes into the cookie, once; only its hash is kept. */
export type SignedIn = {
  readonly member: Member;
  readonly session: StaffSession;
  readonly token: string;
};

/** A session ends thirty days after it was opened, or twelve hours after it was last used (ASVS 5.0, 7.3). */
export const SESSION_DAYS = 30;
export const IDLE_HOURS = 12;
/** How long the former token is good after a change, for other tabs that were asking; it has confirmed nothing. */
export const FORMER_SECONDS = 30;
export const SEEN_EVERY_SECONDS = 60;
