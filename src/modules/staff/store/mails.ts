import { sql } from 'kysely';
import type { Id } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { TeamMail } from '../mail/model.ts';
import type { Language } from '../member.ts';

export type TeamMailId = Id<'staff_mail'>;

export type QueuedMail = {
  readonly id: TeamMailId;
  readonly to: string;
  readonly language: Language;
  readonly model: TeamMail;
  readonly createdAt: Temporal.Instant;
};

export async function insertMail(
  tx: Tx,
  mail: {
    readonly id: TeamMailId;
    readonly to: string;
    readonly language: Language;
    readonly model: TeamMail;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  await sql`
    insert into staff.mail (id, kind, recipient, language, model, created_at)
    values (${mail.id}, ${mail.model.kind}, ${mail.to}, ${mail.language}, ${JSON.stringify(mail.model)}::jsonb,
      ${mail.now.toString()})`.execute(tx);
}

/** A mail that waits to be sent. */
export async function selectQueued(db: Db, id: TeamMailId): Promise<QueuedMail | undefined> {
  const { rows } = await sql<{
    recipient: string;
    language: Language;
    model: TeamMail;
    created_at: Temporal.Instant;
  }>`
    select recipient, language, model, created_at from staff.mail
    where id = ${id} and state = 'queued' and model is not null`.execute(db);
  return rows.map((row) => ({
    ...{ id, to: row.recipient, language: row.language, model: row.model, createdAt: row.created_at },
  }))[0];
}

/** What became of it; what it was written of is not kept longer than it waits. */
export async function noteOutcome(
  db: Db,
  id: TeamMailId,
  outcome:
    | { readonly state: 'sent'; readonly at: Temporal.Instant }
    | { readonly state: 'kept' }
    | { readonly state: 'failed' | 'queued'; readonly failure: string },
): Promise<void> {
  const failure = 'failure' in outcome ? outcome.failure.slice(0, 500) : '';
  const at = 'at' in outcome ? outcome.at.toString() : null;
  await sql`
    update staff.mail set state = ${outcome.state}, failure = ${failure}, sent_at = ${at}::timestamptz,
      model = case when ${outcome.state} = 'queued' then model end
    where id = ${id}`.execute(db);
}

export async function deleteOldMails(db: Db, before: Temporal.Instant): Promise<void> {
  await sql`delete from staff.mail where created_at < ${before.toString()}::timestamptz`.execute(db);
}
