import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { type RelyingParty, registrationOptions } from '../../../platform/auth/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import type { Secrets } from '../../../platform/secrets/index.ts';
import { readShop } from '../../markets/index.ts';
import { type AuthenticatorOffer, offerAuthenticator } from '../credentials/enrolment.ts';
import { keepChallenge } from '../store/challenges.ts';
import { findLink } from '../store/invitations.ts';
import { readMember } from '../store/members.ts';
import type { Link } from './link.ts';

export type LinkRefusal = Refusal<'link_not_valid'>;

export const LINK_NOT_VALID = refuse(
  'link_not_valid',
  'this link was used, was replaced by a newer one, or is too old: ask for another',
);

export type Welcome = {
  readonly link: Link;
  readonly shopName: string;
  /** Of whom everything is made anew. */
  readonly name: string;
  readonly email: string;
};

/** To what a link leads. It is not used up by looking. */
export async function readWelcome(
  db: Db,
  input: { readonly token: string; readonly now: Temporal.Instant },
): Promise<Result<Welcome, LinkRefusal>> {
  const link = await findLink(db, input.token, input.now);
  if (link === undefined) return LINK_NOT_VALID;
  const member = link.memberId && (await readMember(db, link.memberId));
  // Who was taken away meanwhile does not come back by a link.
  if (link.kind === 'recovery' && !member) return LINK_NOT_VALID;
  const { name: shopName } = await readShop(db);
  const { name = '', email = link.email ?? '' } = member || {};
  return ok({ link, shopName, name, email });
}

/** What the browser needs to make the first key of who comes by this link. */
export async function offerFirstPasskey(
  db: Db,
  input: {
    readonly token: string;
    readonly name: string;
    readonly email: string;
    readonly relyingParty: RelyingParty;
    readonly now: Temporal.Instant;
  },
) {
  const welcome = await readWelcome(db, input);
  if (!welcome.ok) return welcome;
  const { link, name, email } = welcome.value;
  // The key says whose it is: the id that the member will have.
  const handle = link.memberId ?? newId<'member'>();
  const { relyingParty, now } = input;
  const options = await registrationOptions({
    ...{ relyingParty, handle, known: [] },
    userName: email || input.email,
    displayName: name || input.name,
  });
  const { challenge } = options;
  const challengeToken = await keepChallenge(db, { purpose: 'welcome', challenge, handle, now });
  return ok({ options, challengeToken });
}

/** An authenticator to set up for who comes by this link. */
export async function offerFirstAuthenticator(
  deps: { readonly db: Db; readonly secrets: Secrets },
  input: { readonly token: string; readonly email: string; readonly now: Temporal.Instant },
): Promise<Result<AuthenticatorOffer, LinkRefusal>> {
  const welcome = await readWelcome(deps.db, input);
  if (!welcome.ok) return welcome;
  const { link, shopName, email } = welcome.value;
  const of = { shop: shopName, email: email || input.email, for: link.id, now: input.now };
  return ok(offerAuthenticator(deps.secrets, of));
}
