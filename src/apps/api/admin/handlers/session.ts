import { ok, refuse, toDecimal } from '../../../../kernel/index.ts';
import { readShop } from '../../../../modules/markets/index.ts';
import {
  clearedStaffCookie,
  endOtherStaffSessions,
  endStaffSession,
  listStaffSessions,
  type Member,
  offerPasskey,
  type Proof,
  readMember,
  readProfile,
  rolesOf,
  type SignedIn,
  type StaffSession,
  signInWithCode,
  signInWithPasskey,
  signInWithPassword,
  staffCookie,
  stepUp,
} from '../../../../modules/staff/index.ts';
import type { Caller, Handlers } from '../../../../platform/api/index.ts';
import { type Db, transact } from '../../../../platform/database/index.ts';
import type { sessionEndpoints } from '../contract/session.ts';
import type { AdminDeps } from '../deps.ts';
import { browserOf, isSecure, relyingPartyOf, staffOf } from '../staff-of.ts';

const DONE = { isDone: true };
const GONE = refuse('not_found', 'this member is no longer of the team');

/** Signing in and out, and the browsers that one is signed in with. */
export function sessionHandlers(deps: AdminDeps): Handlers<typeof sessionEndpoints> {
  const { db, secrets } = deps;
  const partyAt = async (origin: string) => relyingPartyOf(origin, (await readShop(db)).name);
  return {
    readSession: async ({ caller, origin }) => {
      const member = await readMember(db, staffOf(caller).memberId);
      return member === undefined ? GONE : ok(await sessionAnswer(db, member, caller, origin));
    },
    offerPasskey: async ({ origin, now }) => {
      const { options, challengeToken } = await offerPasskey(db, {
        relyingParty: await partyAt(origin),
        now,
      });
      return ok({ options: { ...options }, challengeToken });
    },
    signInWithPasskey: async ({ body, origin, now, ...call }) => {
      const relyingParty = await partyAt(origin);
      const signed = await signInWithPasskey(db, { ...body, relyingParty, browser: browserOf(call), now });
      return signed.ok ? welcome(signed.value, origin) : signed;
    },
    signInWithPassword: ({ body, now, ...call }) =>
      signInWithPassword(db, { ...body, browser: browserOf(call), now }),
    signInWithCode: async ({ body, origin, now, ...call }) => {
      const signed = await signInWithCode({ db, secrets }, { ...body, browser: browserOf(call), now });
      return signed.ok ? welcome(signed.value, origin) : signed;
    },
    signOut: async ({ caller, origin, now }) => {
      await transact(db, (tx) => endStaffSession(tx, { ...staffOf(caller), now }));
      return { ...ok(DONE), headers: { 'set-cookie': clearedStaffCookie(isSecure(origin)) } };
    },
    offerStepUp: async ({ caller, origin, now }) => {
      const { memberId } = staffOf(caller);
      const profile = await readProfile(db, memberId);
      if (profile === undefined) return GONE;
      const relyingParty = await partyAt(origin);
      const { options, challengeToken } = await offerPasskey(db, { relyingParty, stepUpOf: memberId, now });
      const hasPassword =
        profile.passwordChangedAt !== undefined && profile.authenticatorAddedAt !== undefined;
      const ways = { hasPasskey: profile.passkeys.length > 0, hasPassword };
      return ok({ options: { ...options }, challengeToken, ...ways });
    },
    stepUp: async ({ body, caller, origin, now, ...call }) => {
      const { proof: given } = body;
      const proof: Proof =
        given.kind === 'passkey' ? { ...given, relyingParty: await partyAt(origin) } : given;
      const input = { ...staffOf(caller), proof, browser: browserOf(call), now };
      const stepped = await stepUp({ db, secrets }, input);
      if (!stepped.ok) return stepped;
      return { ...ok(DONE), headers: { 'set-cookie': staffCookie(stepped.value.token, isSecure(origin)) } };
    },
    listSessions: async ({ caller, now }) => {
      const { memberId, sessionId } = staffOf(caller);
      const sessions = await listStaffSessions(db, { memberId, now });
      return ok({ items: sessions.map((session) => listed(session, session.id === sessionId)) });
    },
    endSession: async ({ params: { id: sessionId }, caller, now }) => {
      const { memberId } = staffOf(caller);
      const isEnded = await transact(db, (tx) => endStaffSession(tx, { memberId, sessionId, now }));
      return isEnded ? ok(DONE) : refuse('not_found', 'you have no session with this id', 'id');
    },
    endOtherSessions: async ({ caller, now }) => {
      const { memberId, sessionId: except } = staffOf(caller);
      return ok({ ended: await transact(db, (tx) => endOtherStaffSessions(tx, { memberId, except, now })) });
    },
  };
}

/** Signs the browser in by its cookie; the answer says who it is. */
function welcome({ member, token }: SignedIn, origin: string) {
  return {
    ...ok({ member: memberAnswer(member) }),
    headers: { 'set-cookie': staffCookie(token, isSecure(origin)) },
  };
}

async function sessionAnswer(db: Db, member: Member, caller: Caller, storefront: string) {
  if (caller.kind !== 'staff') throw new TypeError('a session of staff is asked for by somebody else');
  const [shop, roles] = await Promise.all([readShop(db), rolesOf(db, member.roles)]);
  const { name, defaultCurrency: currency, timeZone } = shop;
  const limits = [...caller.limits].map(([permission, minor]) => [
    permission,
    { amount: toDecimal({ minor, currency }), currency },
  ]);
  return {
    member: memberAnswer(member),
    sessionId: caller.sessionId,
    roles: roles.map(({ id, name: called, isBuiltIn }) => ({ id, name: called, isBuiltIn })),
    permissions: [...caller.permissions],
    limits: Object.fromEntries(limits),
    steppedUpAt: caller.steppedUpAt?.toString(),
    shop: { name, currency, timeZone, storefront: `${storefront}/` },
  };
}

function memberAnswer({ id, name, email, language, theme }: Member) {
  return { id, name, email, language, theme };
}

function listed({ createdAt, lastSeenAt, ...session }: StaffSession, isThis: boolean) {
  return { ...session, createdAt: createdAt.toString(), lastSeenAt: lastSeenAt.toString(), isThis };
}
