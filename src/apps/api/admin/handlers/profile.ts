import { ok, type Refusal, type Result, refuse } from '../../../../kernel/index.ts';
import { readShop } from '../../../../modules/markets/index.ts';
import {
  addPasskey,
  changeAuthenticator,
  changePassword,
  changeProfile,
  dropPasskey,
  type Member,
  makeRecoveryCodes,
  offerNewAuthenticator,
  offerNewPasskey,
  type Passkey,
  readMember,
  readProfile,
  type SessionId,
} from '../../../../modules/staff/index.ts';
import type { Caller, Handlers } from '../../../../platform/api/index.ts';
import { type Db, transactOrRefuse } from '../../../../platform/database/index.ts';
import type { profileEndpoints } from '../contract/profile.ts';
import type { AdminDeps } from '../deps.ts';
import { relyingPartyOf, staffOf } from '../staff-of.ts';

const DONE = ok({ isDone: true });

/** What is a member's own: name, language, and how they sign in. */
export function profileHandlers({ db, secrets }: AdminDeps): Handlers<typeof profileEndpoints> {
  const partyAt = async (origin: string) => relyingPartyOf(origin, (await readShop(db)).name);
  return {
    readProfile: async ({ caller }) => {
      const profile = await readProfile(db, staffOf(caller).memberId);
      if (profile === undefined) return GONE;
      const { id, name, email, language, theme, recoveryCodesLeft } = profile;
      return ok({
        ...{ id, name, email, language, theme, recoveryCodesLeft },
        passkeys: profile.passkeys.map(passkeyAnswer),
        passwordChangedAt: profile.passwordChangedAt?.toString(),
        authenticatorAddedAt: profile.authenticatorAddedAt?.toString(),
      });
    },
    changeProfile: async ({ body, caller }) => {
      const id = staffOf(caller).memberId;
      const changed = await transactOrRefuse(db, (tx) => changeProfile(tx, { id, ...body }));
      return changed.ok ? DONE : changed;
    },
    offerNewPasskey: async ({ caller, origin, now }) => {
      const own = await ownOf(db, caller, now);
      if (!own.ok) return own;
      const relyingParty = await partyAt(origin);
      const { options, challengeToken } = await offerNewPasskey(db, { ...own.value, relyingParty });
      return ok({ options: { ...options }, challengeToken });
    },
    addPasskey: async ({ body, caller, origin, now, tx }) => {
      const own = await ownOf(tx, caller, now);
      if (!own.ok) return own;
      const relyingParty = await partyAt(origin);
      const added = await addPasskey(tx, { ...own.value, ...body, relyingParty });
      return added.ok ? ok(passkeyAnswer(added.value)) : added;
    },
    removePasskey: async ({ params: { passkeyId }, caller, now }) => {
      const own = await ownOf(db, caller, now);
      if (!own.ok) return own;
      const dropped = await transactOrRefuse(db, (tx) => dropPasskey(tx, { ...own.value, passkeyId }));
      return dropped.ok ? DONE : dropped;
    },
    changePassword: async ({ body: { password }, caller, now }) => {
      const own = await ownOf(db, caller, now);
      if (!own.ok) return own;
      const changed = await changePassword(db, { ...own.value, password });
      return changed.ok ? DONE : changed;
    },
    offerNewAuthenticator: async ({ caller, now }) => {
      const own = await ownOf(db, caller, now);
      return own.ok ? ok(await offerNewAuthenticator({ db, secrets }, own.value)) : own;
    },
    changeAuthenticator: async ({ body, caller, now }) => {
      const own = await ownOf(db, caller, now);
      if (!own.ok) return own;
      const input = { ...own.value, ...body };
      const changed = await transactOrRefuse(db, (tx) => changeAuthenticator(tx, secrets, input));
      return changed.ok ? ok({ recoveryCodes: changed.value }) : changed;
    },
    makeRecoveryCodes: async ({ caller, now, tx }) => {
      const own = await ownOf(tx, caller, now);
      return own.ok ? ok({ recoveryCodes: await makeRecoveryCodes(tx, own.value) }) : own;
    },
  };
}

const GONE = refuse('not_found', 'this member is no longer of the team');

type Own = { readonly member: Member; readonly sessionId: SessionId; readonly now: Temporal.Instant };

async function ownOf(
  db: Db,
  caller: Caller,
  now: Temporal.Instant,
): Promise<Result<Own, Refusal<'not_found'>>> {
  const { memberId, sessionId } = staffOf(caller);
  const member = await readMember(db, memberId);
  return member === undefined ? GONE : ok({ member, sessionId, now });
}

function passkeyAnswer({ id, name, isBackedUp, createdAt, lastUsedAt }: Passkey) {
  return { id, name, isBackedUp, createdAt: createdAt.toString(), lastUsedAt: lastUsedAt?.toString() };
}
