import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { RelyingParty } from '../../../platform/auth/index.ts';
import { type Db, type Tx, transactOrRefuse } from '../../../platform/database/index.ts';
import { parseEmail } from '../../../platform/mail/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import type { Secrets } from '../../../platform/secrets/index.ts';
import { readShop } from '../../markets/index.ts';
import { PASSKEY_NOT_ACCEPTED } from '../credentials/passkey.ts';
import type { PasswordRefusal } from '../credentials/password-rules.ts';
import { writeToTeam } from '../mail/write-to-team.ts';
import { type Language, type Member, type MemberId, parseName } from '../member.ts';
import type { Browser } from '../sessions/browser.ts';
import { openSession } from '../sessions/open-session.ts';
import type { SignedIn } from '../sessions/session.ts';
import { deleteCredentials } from '../store/credentials.ts';
import { takeLink } from '../store/invitations.ts';
import { insertMember, lockMember, ownersOf, replaceRoles, waitForOwners } from '../store/members.ts';
import { endSessions } from '../store/sessions.ts';
import {
  type FirstCredential,
  keepFirst,
  type Proven,
  prepareFirst,
  proveFirst,
} from './first-credential.ts';
import type { Link } from './link.ts';
import { LINK_NOT_VALID } from './welcome.ts';

export type AcceptRefusal =
  | Refusal<
      | 'link_not_valid'
      | 'invalid_name'
      | 'invalid_email'
      | 'email_taken'
      | 'passkey_not_accepted'
      | 'code_not_accepted'
    >
  | PasswordRefusal;

type AcceptInput = {
  readonly token: string;
  readonly name: string;
  /** Of the first owner; who was invited has the address that the invitation went to. */
  readonly email: string;
  readonly language: Language;
  readonly credential: FirstCredential;
  readonly relyingParty: RelyingParty;
  readonly browser: Browser;
  readonly now: Temporal.Instant;
};

/** `recoveryCodes`: with a password, to be shown once. */
export type Accepted = { readonly signedIn: SignedIn; readonly recoveryCodes: readonly string[] };

/**
 * Makes a member of who came by a link, with the way to sign in that they chose, and signs them in. A link is good once:
 * of two at once one is accepted, and a refusal leaves it as it was.
 */
export async function acceptLink(
  deps: { readonly db: Db; readonly secrets: Secrets },
  input: AcceptInput,
): Promise<Result<Accepted, AcceptRefusal>> {
  const { db } = deps;
  const { name: shopName } = await readShop(db);
  // Hashing a password takes a while: no row is held meanwhile.
  const prepared = await prepareFirst(input.credential, [input.name, input.email, shopName]);
  if (!prepared.ok) return prepared;
  return transactOrRefuse(db, async (tx) => {
    const link = await takeLink(tx, input.token, input.now);
    if (link === undefined) return LINK_NOT_VALID;
    const proof = { ...input, prepared: prepared.value, linkId: link.id };
    const proven = await proveFirst(tx, deps.secrets, proof);
    if (!proven.ok) return proven;
    const made =
      link.kind === 'recovery'
        ? await comeBack(tx, link, proven.value, input.now)
        : await join(tx, link, proven.value.memberId, input);
    if (!made.ok) return made;
    const member = made.value;
    const kept = { memberId: member.id, proven: proven.value, now: input.now };
    const recoveryCodes = await keepFirst(tx, deps.secrets, kept);
    if (recoveryCodes === undefined) return PASSKEY_NOT_ACCEPTED;
    const signedIn = await openSession(tx, { ...input, member, method: 'link' });
    await tell(tx, 'staff.changed', { memberId: member.id });
    return ok({ signedIn, recoveryCodes });
  });
}

/** A new member with the roles that the link gives. */
async function join(
  tx: Tx,
  link: Link,
  id: MemberId,
  input: AcceptInput,
): Promise<Result<Member, AcceptRefusal>> {
  const { language, now } = input;
  const name = parseName(input.name);
  const email = parseEmail(link.email ?? input.email);
  if (name === undefined) return refuse('invalid_name', 'a name has 1 to 100 characters', 'name');
  if (email === undefined) return refuse('invalid_email', 'this is no e-mail address', 'email');
  if (link.kind === 'first_owner') {
    await waitForOwners(tx);
    if ((await ownersOf(tx)).length > 0) return LINK_NOT_VALID;
  }
  const member = { id, name, email, language, theme: 'auto', createdAt: now } as const;
  if (!(await insertMember(tx, member))) {
    return refuse('email_taken', 'somebody of the team has this address', 'email');
  }
  await replaceRoles(tx, id, link.roles);
  return ok({ ...member, roles: link.roles });
}

/** Somebody who lost everything: the old ways to sign in and the old sessions go. */
async function comeBack(
  tx: Tx,
  { memberId }: Link,
  proven: Proven,
  now: Temporal.Instant,
): Promise<Result<Member, AcceptRefusal>> {
  const member = memberId && (await lockMember(tx, memberId));
  if (!member) return LINK_NOT_VALID;
  if (proven.kind === 'passkey' && proven.memberId !== member.id) return PASSKEY_NOT_ACCEPTED;
  await deleteCredentials(tx, member.id);
  await endSessions(tx, { memberId: member.id, now });
  const { name, email: to, language } = member;
  const model = { kind: 'security_changed', name, what: 'made_anew', at: now.toString() } as const;
  await writeToTeam(tx, { to, language, model, now });
  return ok(member);
}
