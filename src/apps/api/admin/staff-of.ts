import { parseId } from '../../../kernel/index.ts';
import type { By, MemberId, SessionId } from '../../../modules/staff/index.ts';
import type { Caller } from '../../../platform/api/index.ts';
import type { RelyingParty } from '../../../platform/auth/index.ts';

/** The member of staff who calls, of endpoints that nobody else may call. */
export function staffOf(caller: Caller): { readonly memberId: MemberId; readonly sessionId: SessionId } {
  if (caller.kind !== 'staff') throw new TypeError('an endpoint of staff was called by somebody else');
  const [memberId, sessionId] = [parseId<'member'>(caller.id), parseId<'staff_session'>(caller.sessionId)];
  if (memberId === undefined || sessionId === undefined)
    throw new TypeError('a session of staff names nobody');
  return { memberId, sessionId };
}

/** Who changes the team: a member, or a program by what its key may. */
export function byOf(caller: Caller): By {
  if (caller.kind === 'staff') return { kind: 'member', id: caller.id };
  if (caller.kind === 'key') return { kind: 'key', permissions: caller.permissions };
  throw new TypeError('nobody may change the team without a permission');
}

/** From where somebody signs in. */
export function browserOf(call: { readonly ip: string; readonly userAgent: string | undefined }) {
  return { ip: call.ip, userAgent: call.userAgent ?? '' };
}

/** Whose passkeys these are: the shop's, at the address by which it is reached. */
export function relyingPartyOf(origin: string, name: string): RelyingParty {
  return { id: new URL(origin).hostname, name, origin };
}

export function isSecure(origin: string): boolean {
  return origin.startsWith('https:');
}
