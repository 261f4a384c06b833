import { sql } from 'kysely';
import { newToken, tokenHash } from '../../../platform/auth/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { MemberId } from '../member.ts';

const MINUTES = 5;
const TRIES = 5;

export type Purpose = 'sign_in' | 'code' | 'register' | 'step_up' | 'welcome';

/** Keeps what a browser was asked, for five minutes; the token that its answer brings back. */
export async function keepChallenge(
  db: Db,
  input: {
    readonly purpose: Purpose;
    readonly memberId?: MemberId;
    readonly challenge?: string;
    readonly handle?: string;
    readonly now: Temporal.Instant;
  },
): Promise<string> {
  const token = newToken();
  await sql`
    insert into staff.challenge (token_hash, purpose, member_id, challenge, handle, expires_at)
    values (${tokenHash(token)}, ${input.purpose}, ${input.memberId ?? null}, ${input.challenge ?? ''},
      ${input.handle ?? null}, ${input.now.add({ minutes: MINUTES }).toString()})`.execute(db);
  return token;
}

type Asked = {
  readonly token: string;
  readonly purpose: Purpose;
  readonly memberId?: MemberId | undefined;
  readonly now: Temporal.Instant;
};

/** What was asked by this token, for this purpose and member, which is gone then: nothing is answered twice. */
export async function takeChallenge(
  tx: Tx,
  { token, purpose, memberId, now }: Asked,
): Promise<{ readonly challenge: string; readonly handle: string | undefined } | undefined> {
  const hash = tokenHash(token);
  if (hash === undefined) return undefined;
  const { rows } = await sql<{ challenge: string; handle: string | null }>`
    delete from staff.challenge
    where token_hash = ${hash} and purpose = ${purpose}
      and member_id is not distinct from ${memberId ?? null}::uuid and expires_at > ${now.toString()}::timestamptz
    returning challenge, handle`.execute(tx);
  return rows.map(({ challenge, handle }) => ({ challenge, handle: handle ?? undefined }))[0];
}

/** Whose code is awaited by this token. A try is counted whatever comes of it; there are five. */
export async function tryChallenge(
  db: Db,
  { token, now }: { readonly token: string; readonly now: Temporal.Instant },
): Promise<MemberId | undefined> {
  const hash = tokenHash(token);
  if (hash === undefined) return undefined;
  const { rows } = await sql<{ member_id: MemberId }>`
    update staff.challenge set tries = tries + 1
    where token_hash = ${hash} and purpose = 'code' and tries < ${TRIES} and expires_at > ${now.toString()}::timestamptz
    returning member_id`.execute(db);
  return rows[0]?.member_id;
}

export async function deleteOldChallenges(db: Db, now: Temporal.Instant): Promise<void> {
  await sql`delete from staff.challenge where expires_at < ${now.toString()}::timestamptz`.execute(db);
}
