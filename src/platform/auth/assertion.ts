import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import type { z } from 'zod';
import type { RelyingParty } from './relying-party.ts';
import { AUTHENTICATION } from './response.ts';
import { webauthn } from './webauthn.ts';

/** A browser's answer of the right form, not yet believed. */
export type Assertion = {
  readonly credentialId: string;
  /** Whose the key says it is: what `handle` was when it was made. */
  readonly handle: string;
  readonly response: z.output<typeof AUTHENTICATION>;
};

/** What a browser needs to ask for a key. It names nobody: which accounts there are and which have keys is not told. */
export async function assertionOptions(
  relyingParty: RelyingParty,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await webauthn();
  return generateAuthenticationOptions({ rpID: relyingParty.id, userVerification: 'required' });
}

/** `undefined` for what no browser answers (AuthenticationResponseJSON). */
export function readAssertion(response: unknown): Assertion | undefined {
  const parsed = AUTHENTICATION.safeParse(response);
  if (!parsed.success) return undefined;
  const handle = Buffer.from(parsed.data.response.userHandle, 'base64url').toString('utf8');
  return { credentialId: parsed.data.id, handle, response: parsed.data };
}

/**
 * Whether the holder of the key answered this challenge, here, and was verified; its count of uses then. A count that does
 * not grow is a copy's, and refused.
 */
export async function checkAssertion(input: {
  readonly assertion: Assertion;
  readonly challenge: string;
  readonly relyingParty: RelyingParty;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly signCount: number;
}): Promise<{ readonly signCount: number } | undefined> {
  const { assertion, relyingParty } = input;
  const { verifyAuthenticationResponse } = await webauthn();
  const verified = await verifyAuthenticationResponse({
    response: assertion.response,
    expectedChallenge: input.challenge,
    expectedOrigin: relyingParty.origin,
    expectedRPID: relyingParty.id,
    credential: { id: assertion.credentialId, publicKey: input.publicKey, counter: input.signCount },
    requireUserVerification: true,
    // The library throws at whatever is wrong with an answer; for whoever sent it that is a refusal.
  }).catch(() => undefined);
  return verified?.verified ? { signCount: verified.authenticationInfo.newCounter } : undefined;
}
