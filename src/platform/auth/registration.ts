import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import type { RelyingParty } from './relying-party.ts';
import { knownTransports, REGISTRATION } from './response.ts';
import { webauthn } from './webauthn.ts';

/** A key as it is kept: what is needed to check its answers, nothing of the person. */
export type NewCredential = {
  /** base64url, as browsers send it. */
  readonly id: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports?: readonly string[] | undefined;
  /** Also on the owner's other devices. */
  readonly isBackedUp: boolean;
};

/**
 * What a browser needs to make a key that can be found without a name and asks who holds it.
 *
 * @param input.handle by which the key knows whose it is; says nothing about the person (WebAuthn, section 14.6.1)
 * @param input.known ids of the keys that this person has already
 */
export async function registrationOptions(input: {
  readonly relyingParty: RelyingParty;
  readonly handle: string;
  readonly userName: string;
  readonly displayName: string;
  readonly known: readonly string[];
}): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { generateRegistrationOptions } = await webauthn();
  return generateRegistrationOptions({
    rpID: input.relyingParty.id,
    rpName: input.relyingParty.name,
    userName: input.userName,
    userDisplayName: input.displayName,
    userID: new TextEncoder().encode(input.handle),
    attestationType: 'none',
    excludeCredentials: input.known.map((id) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** The key that was made for this challenge; `undefined` when anything of the answer is not as it was asked for. */
export async function checkRegistration(input: {
  /** RegistrationResponseJSON, as the browser gave it. */
  readonly response: unknown;
  readonly challenge: string;
  readonly relyingParty: RelyingParty;
}): Promise<NewCredential | undefined> {
  const parsed = REGISTRATION.safeParse(input.response);
  if (!parsed.success) return undefined;
  const { data } = parsed;
  const { verifyRegistrationResponse } = await webauthn();
  const verified = await verifyRegistrationResponse({
    response: {
      ...data,
      response: { ...data.response, transports: knownTransports(data.response.transports) },
    },
    expectedChallenge: input.challenge,
    expectedOrigin: input.relyingParty.origin,
    expectedRPID: input.relyingParty.id,
    requireUserVerification: true,
    // The library throws at whatever is wrong with an answer; for whoever sent it that is a refusal.
  }).catch(() => undefined);
  if (!verified?.verified) return undefined;
  const { credential, credentialBackedUp: isBackedUp } = verified.registrationInfo;
  const { id, publicKey, counter, transports } = credential;
  return { id, publicKey, counter, transports, isBackedUp };
}
