import type { Tx } from '../../../platform/database/index.ts';
import type { Secrets } from '../../../platform/secrets/index.ts';
import { writeToTeam } from '../mail/write-to-team.ts';
import type { Member } from '../member.ts';
import { findTotp, takeRecoveryCode, takeStep } from '../store/credentials.ts';
import { recoveryHash } from './recovery-codes.ts';
import { stepOfCode } from './totp.ts';

/** Takes a code of the member's authenticator or a recovery code, once; which it was, or `undefined`. */
export async function useCode(
  tx: Tx,
  secrets: Secrets,
  input: { readonly member: Member; readonly code: string; readonly now: Temporal.Instant },
): Promise<'password' | 'recovery_code' | undefined> {
  const { member, now } = input;
  const codeHash = recoveryHash(input.code);
  if (codeHash !== undefined) {
    if (!(await takeRecoveryCode(tx, { memberId: member.id, codeHash, now }))) return undefined;
    const { email: to, language, name } = member;
    const model = { kind: 'security_changed', name, what: 'recovery_code_used', at: now.toString() } as const;
    await writeToTeam(tx, { to, language, model, now });
    return 'recovery_code';
  }
  const totp = await findTotp(tx, member.id);
  if (totp === undefined) return undefined;
  const secret = Buffer.from(secrets.open(totp.sealedSecret), 'base64url');
  const step = stepOfCode({ secret, typed: input.code, after: totp.lastStep, now });
  return step !== undefined && (await takeStep(tx, member.id, step)) ? 'password' : undefined;
}
