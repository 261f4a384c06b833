import type { Tx } from '../../../platform/database/index.ts';
import type { Secrets } from '../../../platform/secrets/index.ts';
import type { MemberId } from '../member.ts';
import { replaceRecoveryCodes, setTotp } from '../store/credentials.ts';
import type { Authenticator } from './enrolment.ts';
import { newRecoveryCodes, recoveryHash } from './recovery-codes.ts';

/** Keeps a member's authenticator, sealed, and makes its recovery codes anew: to be shown once. */
export async function keepAuthenticator(
  tx: Tx,
  secrets: Secrets,
  input: {
    readonly memberId: MemberId;
    readonly authenticator: Authenticator;
    readonly now: Temporal.Instant;
  },
): Promise<readonly string[]> {
  const { memberId, now } = input;
  const { secret, step } = input.authenticator;
  const sealedSecret = secrets.seal(secret.toString('base64url'));
  await setTotp(tx, { memberId, sealedSecret, step, now });
  return renewRecoveryCodes(tx, memberId);
}

/** Ten codes in the place of those before. */
export async function renewRecoveryCodes(tx: Tx, memberId: MemberId): Promise<readonly string[]> {
  const codes = newRecoveryCodes();
  const hashes = codes.flatMap((code) => recoveryHash(code) ?? []);
  await replaceRecoveryCodes(tx, memberId, hashes);
  return codes;
}
