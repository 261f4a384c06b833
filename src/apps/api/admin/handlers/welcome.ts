import { ok } from '../../../../kernel/index.ts';
import { readShop } from '../../../../modules/markets/index.ts';
import {
  acceptLink,
  type FirstCredential,
  offerFirstAuthenticator,
  offerFirstPasskey,
  readWelcome,
  rolesOf,
  staffCookie,
} from '../../../../modules/staff/index.ts';
import type { Handlers } from '../../../../platform/api/index.ts';
import type { welcomeEndpoints } from '../contract/welcome.ts';
import type { AdminDeps } from '../deps.ts';
import { browserOf, isSecure, relyingPartyOf } from '../staff-of.ts';

/** Coming into the cockpit by a link: the first owner, who was invited, who lost every way to sign in. */
export function welcomeHandlers({ db, secrets }: AdminDeps): Handlers<typeof welcomeEndpoints> {
  const partyAt = async (origin: string) => relyingPartyOf(origin, (await readShop(db)).name);
  return {
    readWelcome: async ({ body: { token }, now }) => {
      const read = await readWelcome(db, { token, now });
      if (!read.ok) return read;
      const { link, shopName, name, email } = read.value;
      const { kind, language, expiresAt } = link;
      const roles = (await rolesOf(db, link.roles)).map((role) => ({
        ...{ id: role.id, name: role.name, isBuiltIn: role.isBuiltIn },
      }));
      return ok({ kind, shopName, name, email, language, roles, expiresAt: expiresAt.toString() });
    },
    offerFirstPasskey: async ({ body, origin, now }) => {
      const offer = await offerFirstPasskey(db, { ...body, relyingParty: await partyAt(origin), now });
      if (!offer.ok) return offer;
      const { options, challengeToken } = offer.value;
      return ok({ options: { ...options }, challengeToken });
    },
    offerFirstAuthenticator: ({ body, now }) => offerFirstAuthenticator({ db, secrets }, { ...body, now }),
    acceptWelcome: async ({ body, origin, now, ...call }) => {
      const credential: FirstCredential = body.credential;
      const accepted = await acceptLink(
        { db, secrets },
        { ...body, credential, relyingParty: await partyAt(origin), browser: browserOf(call), now },
      );
      if (!accepted.ok) return accepted;
      const { signedIn, recoveryCodes } = accepted.value;
      const cookie = staffCookie(signedIn.token, isSecure(origin));
      return { ...ok({ recoveryCodes }), headers: { 'set-cookie': cookie } };
    },
  };
}
