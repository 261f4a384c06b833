import { ok, type Refusal, type Result } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { Secrets } from '../../../platform/secrets/index.ts';
import { readShop } from '../../markets/index.ts';
import { type AuthenticatorOffer, offerAuthenticator, takeAuthenticator } from '../credentials/enrolment.ts';
import { keepAuthenticator, renewRecoveryCodes } from '../credentials/keep-authenticator.ts';
import type { Member } from '../member.ts';
import { CODE_NOT_ACCEPTED } from '../sign-in/try.ts';
import { noteSecurityChange, type Own } from './security.ts';

/** An authenticator to set up in the place of the one before; nothing changes until a code of it comes back. */
export async function offerNewAuthenticator(
  deps: { readonly db: Db; readonly secrets: Secrets },
  { member, now }: { readonly member: Member; readonly now: Temporal.Instant },
): Promise<AuthenticatorOffer> {
  const { name: shop } = await readShop(deps.db);
  return offerAuthenticator(deps.secrets, { shop, email: member.email, for: member.id, now });
}

/** Takes the new authenticator by its first code; the recovery codes that go with it, to be shown once. */
export async function changeAuthenticator(
  tx: Tx,
  secrets: Secrets,
  input: Own & { readonly enrolment: string; readonly code: string },
): Promise<Result<readonly string[], Refusal<'code_not_accepted'>>> {
  const { member, enrolment, code, now } = input;
  const authenticator = takeAuthenticator(secrets, { enrolment, code, for: member.id, now });
  if (authenticator === undefined) return CODE_NOT_ACCEPTED;
  const codes = await keepAuthenticator(tx, secrets, { memberId: member.id, authenticator, now });
  await noteSecurityChange(tx, input, 'authenticator_changed');
  return ok(codes);
}

/** Ten recovery codes in the place of those before, to be shown once. */
export async function makeRecoveryCodes(tx: Tx, input: Own): Promise<readonly string[]> {
  const codes = await renewRecoveryCodes(tx, input.member.id);
  await noteSecurityChange(tx, input, 'recovery_codes_made');
  return codes;
}
