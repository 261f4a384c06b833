import type { Db } from '../../../platform/database/index.ts';
import { readShop } from '../../markets/index.ts';
import { BUILT_IN } from '../roles/built-in.ts';
import { type Granted, granted } from '../roles/granted.ts';
import { limitMinor } from '../roles/limit.ts';
import { findByToken, noteSeen } from '../store/sessions.ts';
import { staffTokenOf } from './cookie.ts';
import { SEEN_EVERY_SECONDS } from './session.ts';

/** Who is signed in, and what they may do: as the API's layer asks for it. */
export type StaffCaller = {
  readonly kind: 'staff';
  readonly id: string;
  readonly name: string;
  readonly sessionId: string;
  readonly permissions: ReadonlySet<string>;
  /** The most of one act, by permission, in minor units of the shop's first currency. */
  readonly limits: ReadonlyMap<string, bigint>;
  readonly steppedUpAt: Temporal.Instant | undefined;
};

/**
 * The member of staff that a Cookie header is of; nobody for an unknown, ended or idle session, or one who was taken away
 * since.
 *
 * @example
 * const caller = await readStaffCaller(db, { cookie: request.headers.cookie, isSecure: true, now });
 */
export async function readStaffCaller(
  db: Db,
  input: {
    readonly cookie: string;
    /** The shop is reached over https only. */
    readonly isSecure: boolean;
    readonly now: Temporal.Instant;
  },
): Promise<StaffCaller | undefined> {
  const { now } = input;
  const token = staffTokenOf(input.cookie, input.isSecure);
  const known = token && (await findByToken(db, token, now));
  if (!known) return undefined;
  const { session, memberId, name, steppedUpAt, roles, ownGrants } = known;
  if (session.lastSeenAt.until(now).total('seconds') >= SEEN_EVERY_SECONDS) {
    await noteSeen(db, session.id, now);
  }
  const builtIn = BUILT_IN.filter(({ id }) => roles.includes(id)).flatMap(({ grants }) => grants);
  const may = granted([...builtIn, ...ownGrants]);
  const permissions = new Set<string>(may.keys());
  const limits = await limitsOf(db, may);
  return { kind: 'staff', id: memberId, name, sessionId: session.id, permissions, limits, steppedUpAt };
}

async function limitsOf(db: Db, may: Granted): Promise<ReadonlyMap<string, bigint>> {
  const limited = [...may].flatMap(([permission, limit]) =>
    limit === undefined ? [] : [[permission, limit] as const],
  );
  if (limited.length === 0) return new Map();
  const { defaultCurrency } = await readShop(db);
  return new Map(limited.map(([permission, limit]) => [permission, limitMinor(limit, defaultCurrency)]));
}
