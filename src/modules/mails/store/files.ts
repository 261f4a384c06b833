import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { MailFile, MailId } from '../mail.ts';

export async function insertFiles(tx: Tx, mailId: MailId, files: readonly MailFile[]): Promise<void> {
  for (const { name, mediaType, bytes } of files) {
    await sql`
      insert into mails.mail_file (mail_id, name, media_type, bytes)
      values (${mailId}, ${name}, ${mediaType}, ${bytes})`.execute(tx);
  }
}

export async function selectFiles(db: Db, mailId: MailId): Promise<readonly MailFile[]> {
  const { rows } = await sql<MailFile>`
    select name, media_type as "mediaType", bytes from mails.mail_file
    where mail_id = ${mailId} order by name`.execute(db);
  return rows;
}
