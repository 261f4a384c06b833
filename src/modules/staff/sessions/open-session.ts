import { newToken } from '../../../platform/auth/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { writeToTeam } from '../mail/write-to-team.ts';
import type { Member } from '../member.ts';
import { noteSuccess, seenBefore } from '../store/attempts.ts';
import { insertSession } from '../store/sessions.ts';
import { type Browser, shownAgent, triesOf } from './browser.ts';
import type { SignedIn, SignInMethod, StaffSession } from './session.ts';

/**
 * Opens a new session, never one that the browser brought along. A browser or network that the member was not seen with
 * in ninety days is told by mail.
 */
export async function openSession(
  tx: Tx,
  input: {
    readonly member: Member;
    readonly method: SignInMethod;
    readonly browser: Browser;
    readonly now: Temporal.Instant;
  },
): Promise<SignedIn> {
  const { member, method, browser, now } = input;
  const token = newToken();
  const session: StaffSession = {
    ...{ id: newId<'staff_session'>(), method, ip: browser.ip, userAgent: shownAgent(browser.userAgent) },
    ...{ createdAt: now, lastSeenAt: now },
  };
  // A recovery code is what somebody has who lost the rest; it does not open what asks for proof.
  const steppedUpAt = method === 'recovery_code' ? undefined : now;
  const known = triesOf(member.email, browser, now);
  const isKnown = method === 'link' || (await seenBefore(tx, known));
  await insertSession(tx, { memberId: member.id, session, token, steppedUpAt });
  await noteSuccess(tx, known);
  if (!isKnown) await tellOfNewBrowser(tx, member, session);
  return { member, session, token };
}

async function tellOfNewBrowser(tx: Tx, { email, language, name }: Member, session: StaffSession) {
  const { ip, userAgent, createdAt: now } = session;
  const model = { kind: 'new_browser', name, ip, userAgent, at: now.toString() } as const;
  await writeToTeam(tx, { to: email, language, model, now });
}
