import { sql } from 'kysely';
import type { Id } from '../../../kernel/index.ts';
import { type Db, likeText, type Tx } from '../../../platform/database/index.ts';
import type { Mail, MailId, MailRow } from '../mail.ts';

export type NewMail = Pick<
  Mail,
  'id' | 'kind' | 'locale' | 'to' | 'subject' | 'html' | 'text' | 'createdAt'
> & {
  readonly orderId: string | undefined;
  readonly customerId: string | undefined;
  readonly dedupeKey: string;
  readonly unsubscribeUrl?: string;
};

/** `false` when a mail with this key was written before. */
export async function insertMail(tx: Tx, mail: NewMail): Promise<boolean> {
  const { rows } = await sql`
    insert into mails.mail (id, kind, locale, recipient, subject, html, text, order_id, customer_id, dedupe_key,
      unsubscribe_url, created_at)
    values (${mail.id}, ${mail.kind}, ${mail.locale}, ${mail.to}, ${mail.subject}, ${mail.html}, ${mail.text},
      ${mail.orderId ?? null}, ${mail.customerId ?? null}, ${mail.dedupeKey},
      ${mail.unsubscribeUrl ?? ''}, ${mail.createdAt.toString()}::timestamptz)
    on conflict on constraint already_written do nothing returning 1`.execute(tx);
  return rows.length === 1;
}

/** Whether a mail with this key was written. */
export async function isWritten(db: Db, dedupeKey: string): Promise<boolean> {
  const { rows } = await sql`select 1 from mails.mail where dedupe_key = ${dedupeKey}`.execute(db);
  return rows.length > 0;
}

type MailColumns = {
  readonly [Name in keyof Omit<Mail, 'orderId' | 'sentAt'>]: Mail[Name];
} & { readonly orderId: Id<'order'> | null; readonly sentAt: Temporal.Instant | null };

export async function selectMail(db: Db, id: MailId): Promise<Mail | undefined> {
  const { rows } = await sql<MailColumns>`
    select id, kind, locale, recipient as "to", subject, html, text, state, attempts, failure, order_id as "orderId",
      created_at as "createdAt", sent_at as "sentAt", unsubscribe_url as "unsubscribeUrl"
    from mails.mail where id = ${id}`.execute(db);
  const [row] = rows;
  return row && { ...row, orderId: row.orderId ?? undefined, sentAt: row.sentAt ?? undefined };
}

/** The latest first, from before `cursor` on. */
export type MailFilter = {
  readonly orderId?: Id<'order'>;
  readonly state?: MailRow['state'];
  /** How the address begins, in any case. */
  readonly to?: string;
};

export async function selectRows(
  db: Db,
  page: MailFilter & { readonly before?: MailId; readonly limit: number },
): Promise<readonly MailRow[]> {
  const { before, limit, orderId, state, to } = page;
  const conditions = [
    before === undefined ? undefined : sql`id < ${before}`,
    orderId === undefined ? undefined : sql`order_id = ${orderId}`,
    state === undefined ? undefined : sql`state = ${state}`,
    to === undefined ? undefined : sql`lower(recipient) like ${`${likeText(to.toLowerCase())}%`}`,
  ].filter((condition) => condition !== undefined);
  const where = conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
  const { rows } = await sql<Omit<MailColumns, 'html' | 'text' | 'attempts' | 'failure' | 'unsubscribeUrl'>>`
    select id, kind, locale, recipient as "to", subject, state, order_id as "orderId", created_at as "createdAt",
      sent_at as "sentAt"
    from mails.mail where ${where}
    order by id desc limit ${limit}`.execute(db);
  return rows.map((row) => ({ ...row, orderId: row.orderId ?? undefined, sentAt: row.sentAt ?? undefined }));
}

export type Outcome =
  | { readonly state: 'sent'; readonly at: Temporal.Instant; readonly isForgotten: boolean }
  | { readonly state: 'failed'; readonly failure: string }
  /** Not yet: the next attempt follows. */
  | { readonly state: 'queued'; readonly failure: string };

/** Writes how an attempt ended. `isForgotten`: what it said is nobody's business any more. */
export async function noteOutcome(db: Db, id: MailId, attempts: number, outcome: Outcome): Promise<void> {
  const sentAt = outcome.state === 'sent' ? outcome.at.toString() : null;
  const isForgotten = outcome.state === 'sent' && outcome.isForgotten;
  const failure = 'failure' in outcome ? outcome.failure.slice(0, 2_000) : '';
  await sql`
    update mails.mail set state = ${outcome.state}, attempts = ${attempts}, failure = ${failure},
      sent_at = ${sentAt}::timestamptz,
      html = case when ${isForgotten} then '' else html end, text = case when ${isForgotten} then '' else text end
    where id = ${id}`.execute(db);
}

/** They stay in the mailbox: nobody is there to send them. */
export async function keepAll(db: Db, ids: readonly string[]): Promise<void> {
  await sql`update mails.mail set state = 'kept' where id = any(${ids}::uuid[]) and state = 'queued'`.execute(
    db,
  );
}

/** Takes everything out that names or addresses the person; that a mail was sent remains. */
export async function blankMailsOf(tx: Tx, customerId: string): Promise<void> {
  await sql`
    update mails.mail set recipient = '', subject = '', html = '', text = ''
    where customer_id = ${customerId}::uuid`.execute(tx);
}

/** @returns how many went, at most `limit` */
export async function deleteOld(
  db: Db,
  { kinds, before, limit }: { kinds: readonly string[]; before: Temporal.Instant; limit: number },
): Promise<number> {
  const result = await sql`
    delete from mails.mail where id in (
      select id from mails.mail where kind = any(${kinds}::text[]) and created_at < ${before.toString()}::timestamptz
      limit ${limit})`.execute(db);
  return Number(result.numAffectedRows ?? 0n);
}
