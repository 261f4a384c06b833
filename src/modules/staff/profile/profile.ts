import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import type { Passkey } from '../credentials/passkey.ts';
import { type Language, type Member, type MemberId, parseName, type Theme } from '../member.ts';
import { readSecurity, type Security } from '../store/credentials.ts';
import { readMember, updateMember } from '../store/members.ts';
import { selectPasskeys } from '../store/passkeys.ts';

/** A member as they see themselves, with every way by which they sign in. */
export type Profile = Member & Security & { readonly passkeys: readonly Passkey[] };

export async function readProfile(db: Db, id: MemberId): Promise<Profile | undefined> {
  const member = await readMember(db, id);
  if (member === undefined) return undefined;
  const [security, passkeys] = await Promise.all([readSecurity(db, id), selectPasskeys(db, id)]);
  return { ...member, ...security, passkeys };
}

/** Changes what is a member's own to change. */
export async function changeProfile(
  tx: Tx,
  input: {
    readonly id: MemberId;
    readonly name: string;
    readonly language: Language;
    readonly theme: Theme;
  },
): Promise<Result<undefined, Refusal<'invalid_name'>>> {
  const name = parseName(input.name);
  if (name === undefined) return refuse('invalid_name', 'a name has 1 to 100 characters', 'name');
  await updateMember(tx, { ...input, name });
  await tell(tx, 'staff.changed', { memberId: input.id });
  return ok(undefined);
}
