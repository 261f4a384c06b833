import type { Db, Tx } from '../../../platform/database/index.ts';
import type { MemberId } from '../member.ts';
import { endSessions, selectSessions } from '../store/sessions.ts';
import type { SessionId, StaffSession } from './session.ts';

/** The browsers in which a member is signed in, the latest first. */
export function listStaffSessions(
  db: Db,
  input: { readonly memberId: MemberId; readonly now: Temporal.Instant },
): Promise<StaffSession[]> {
  return selectSessions(db, input.memberId, input.now);
}

/** Ends one of this member's sessions, from the commit on; of anybody else's nothing happens. */
export async function endStaffSession(
  tx: Tx,
  input: { readonly memberId: MemberId; readonly sessionId: SessionId; readonly now: Temporal.Instant },
): Promise<boolean> {
  const ended = await endSessions(tx, { memberId: input.memberId, only: input.sessionId, now: input.now });
  return ended > 0;
}

/** Ends all of this member's sessions but the one that asks. */
export function endOtherStaffSessions(
  tx: Tx,
  input: { readonly memberId: MemberId; readonly except: SessionId; readonly now: Temporal.Instant },
): Promise<number> {
  return endSessions(tx, input);
}
