import type { Locale } from '../../kernel/index.ts';
import type { Db, Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import { tell } from '../../platform/outbox/index.ts';
import { readShop } from '../markets/index.ts';
import type { Letter } from './compose/blocks.ts';
import type { LetterKind, MailFile, MailPicture, WrittenMail } from './mail.ts';
import { insertFiles } from './store/files.ts';
import { insertMail } from './store/mails.ts';
import { insertPictures } from './store/pictures.ts';
import { drawLetter } from './write-mail.ts';

export type LetterToQueue = {
  readonly kind: LetterKind;
  readonly letter: Letter;
  /** Named by its blocks; PNG. */
  readonly pictures: readonly MailPicture[];
  /** Sent with it, each under its name. */
  readonly files?: readonly MailFile[];
  readonly to: string;
  readonly locale: Locale;
  /** What it is about: a second one with the same key is not written. */
  readonly dedupeKey: string;
  /** Whose mail it is: blanked when they are erased. */
  readonly customerId?: string | undefined;
  /** For who is no member of the team: one press, and there are no more of them (RFC 8058). */
  readonly unsubscribeUrl?: string;
  readonly now: Temporal.Instant;
};

/**
 * Has a letter sent that another module wrote in words of its own, after the commit of `tx`.
 *
 * @returns `false` when it was written before: nothing is sent again
 */
export async function queueLetter(tx: Tx, mail: LetterToQueue): Promise<boolean> {
  const written = await letterAsMail(tx, mail.letter, mail.locale);
  const id = newId<'mail'>();
  const isNew = await insertMail(tx, {
    ...{ id, ...written, kind: mail.kind, locale: mail.locale, to: mail.to, dedupeKey: mail.dedupeKey },
    ...{ orderId: undefined, customerId: mail.customerId, createdAt: mail.now },
    unsubscribeUrl: mail.unsubscribeUrl ?? '',
  });
  if (!isNew) return false;
  await insertPictures(tx, id, mail.pictures);
  await insertFiles(tx, id, mail.files ?? []);
  await tell(tx, 'mails.written', { mailIds: [id] }, { isQuiet: true });
  return true;
}

/** The letter as this shop would send it; its pictures are still named and not shown. */
export async function letterAsMail(db: Db, letter: Letter, locale: Locale): Promise<WrittenMail> {
  return drawLetter(letter, { shop: await readShop(db), locale });
}

/** The HTML with its pictures inside, for who looks at it anywhere but in a mailbox. */
export function withPictures(html: string, pictures: readonly MailPicture[]): string {
  return pictures.reduce(
    (shown, { cid, bytes }) =>
      shown.replaceAll(`src="cid:${cid}"`, `src="data:image/png;base64,${bytes.toString('base64')}"`),
    html,
  );
}
