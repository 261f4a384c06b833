import type { Db, Tx } from '../../../platform/database/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import type { SecurityChange } from '../mail/model.ts';
import { writeToTeam } from '../mail/write-to-team.ts';
import type { Member, MemberId } from '../member.ts';
import type { SessionId } from '../sessions/session.ts';
import { readSecurity } from '../store/credentials.ts';
import { selectPasskeys } from '../store/passkeys.ts';
import { endSessions } from '../store/sessions.ts';

/** Who changes how they sign in, and in which browser. */
export type Own = {
  readonly member: Member;
  readonly sessionId: SessionId;
  readonly now: Temporal.Instant;
};

/** Warns the member by mail; where what was known before is worth nothing, other browsers are signed out. */
export async function noteSecurityChange(
  tx: Tx,
  { member, sessionId, now }: Own,
  what: SecurityChange,
): Promise<void> {
  if (what === 'password_changed' || what === 'authenticator_changed') {
    await endSessions(tx, { memberId: member.id, except: sessionId, now });
  }
  const { name, email: to, language } = member;
  const model = { kind: 'security_changed', name, what, at: now.toString() } as const;
  await writeToTeam(tx, { to, language, model, now });
  await tell(tx, 'staff.changed', { memberId: member.id });
}

/** In how many ways a member can sign in: each passkey, and password with authenticator. */
export async function countWays(db: Db, memberId: MemberId): Promise<number> {
  const { passwordChangedAt, authenticatorAddedAt } = await readSecurity(db, memberId);
  const passkeys = await selectPasskeys(db, memberId);
  return passkeys.length + (passwordChangedAt && authenticatorAddedAt ? 1 : 0);
}
