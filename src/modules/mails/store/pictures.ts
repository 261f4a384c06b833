import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { MailId, MailPicture } from '../mail.ts';

/** Puts pictures into a mail; what went into another one before is kept once. */
export async function insertPictures(
  tx: Tx,
  mailId: MailId,
  pictures: readonly MailPicture[],
): Promise<void> {
  for (const { cid, bytes } of pictures) {
    const digest = createHash('sha256').update(bytes).digest();
    await sql`
      insert into mails.picture (digest, media_type, bytes) values (${digest}, 'image/png', ${bytes})
      on conflict do nothing`.execute(tx);
    await sql`
      insert into mails.mail_picture (mail_id, cid, digest) values (${mailId}, ${cid}, ${digest})`.execute(
      tx,
    );
  }
}

export async function selectPictures(db: Db, mailId: MailId): Promise<readonly MailPicture[]> {
  const { rows } = await sql<MailPicture>`
    select cid, bytes from mails.mail_picture join mails.picture using (digest)
    where mail_id = ${mailId} order by cid`.execute(db);
  return rows;
}

/** What no mail has any more. */
export async function deleteLoosePictures(db: Db): Promise<void> {
  await sql`
    delete from mails.picture where not exists (
      select from mails.mail_picture where mail_picture.digest = picture.digest)`.execute(db);
}
