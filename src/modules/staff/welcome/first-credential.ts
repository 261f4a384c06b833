import { ok, type Refusal, type Result } from '../../../kernel/index.ts';
import { checkRegistration, type NewCredential, type RelyingParty } from '../../../platform/auth/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import type { Secrets } from '../../../platform/secrets/index.ts';
import { type Authenticator, takeAuthenticator } from '../credentials/enrolment.ts';
import { keepAuthenticator } from '../credentials/keep-authenticator.ts';
import { PASSKEY_NOT_ACCEPTED } from '../credentials/passkey.ts';
import { namedPasskey } from '../credentials/passkey-name.ts';
import { hashPassword } from '../credentials/password-hash.ts';
import { checkPassword, type PasswordRefusal } from '../credentials/password-rules.ts';
import { type MemberId, memberIdOf } from '../member.ts';
import { CODE_NOT_ACCEPTED } from '../sign-in/try.ts';
import { takeChallenge } from '../store/challenges.ts';
import { setPassword } from '../store/credentials.ts';
import { insertPasskey } from '../store/passkeys.ts';

/** The way to sign in that somebody chose who comes by a link. */
export type FirstCredential =
  | {
      readonly kind: 'passkey';
      readonly challengeToken: string;
      /** RegistrationResponseJSON, as the browser gave it. */
      readonly response: unknown;
      readonly passkeyName: string;
    }
  | ({ readonly kind: 'password'; readonly password: string } & FirstCode);
type FirstCode = { readonly enrolment: string; readonly code: string };

export type Prepared =
  | (FirstCredential & { readonly kind: 'passkey' })
  | ({ readonly kind: 'password'; readonly hash: string } & FirstCode);

export type Proven =
  | {
      readonly kind: 'passkey';
      readonly memberId: MemberId;
      readonly credential: NewCredential;
      readonly passkeyName: string;
    }
  | {
      readonly kind: 'password';
      readonly memberId: MemberId;
      readonly hash: string;
      readonly authenticator: Authenticator;
    };

/** What takes a while and needs no row: whether the password may be chosen, and its hash. */
export async function prepareFirst(
  credential: FirstCredential,
  about: readonly string[],
): Promise<Result<Prepared, PasswordRefusal>> {
  if (credential.kind === 'passkey') return ok(credential);
  const { password, enrolment, code } = credential;
  const checked = checkPassword(password, about);
  return checked.ok ? ok({ kind: 'password', hash: await hashPassword(password), enrolment, code }) : checked;
}

/** Whether the key or the authenticator is there and works, and of which member it will be. */
export async function proveFirst(
  tx: Tx,
  secrets: Secrets,
  input: {
    readonly prepared: Prepared;
    readonly linkId: string;
    readonly relyingParty: RelyingParty;
    readonly now: Temporal.Instant;
  },
): Promise<Result<Proven, Refusal<'passkey_not_accepted' | 'code_not_accepted'>>> {
  const { prepared, relyingParty, now } = input;
  if (prepared.kind === 'password') {
    const { hash, enrolment, code } = prepared;
    const authenticator = takeAuthenticator(secrets, { enrolment, code, for: input.linkId, now });
    if (authenticator === undefined) return CODE_NOT_ACCEPTED;
    return ok({ kind: 'password', memberId: newId<'member'>(), hash, authenticator });
  }
  const { challengeToken: token, response, passkeyName } = prepared;
  const asked = await takeChallenge(tx, { token, purpose: 'welcome', now });
  const memberId = memberIdOf(asked?.handle ?? '');
  if (asked === undefined || memberId === undefined) return PASSKEY_NOT_ACCEPTED;
  const { challenge } = asked;
  const credential = await checkRegistration({ response, challenge, relyingParty });
  return credential ? ok({ kind: 'passkey', memberId, credential, passkeyName }) : PASSKEY_NOT_ACCEPTED;
}

/** Keeps it; the recovery codes that go with an authenticator. `undefined`: somebody has this key. */
export async function keepFirst(
  tx: Tx,
  secrets: Secrets,
  input: { readonly memberId: MemberId; readonly proven: Proven; readonly now: Temporal.Instant },
): Promise<readonly string[] | undefined> {
  const { memberId, proven, now } = input;
  if (proven.kind === 'password') {
    await setPassword(tx, { memberId, hash: proven.hash, now });
    return keepAuthenticator(tx, secrets, { memberId, authenticator: proven.authenticator, now });
  }
  const { credential, passkeyName } = proven;
  const passkey = namedPasskey({ name: passkeyName, isBackedUp: credential.isBackedUp, now });
  return (await insertPasskey(tx, { memberId, passkey, credential })) ? [] : undefined;
}
