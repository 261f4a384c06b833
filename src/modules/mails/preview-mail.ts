import type { Locale } from '../../kernel/index.ts';
import type { Db } from '../../platform/database/index.ts';
import { readShop } from '../markets/index.ts';
import { EXAMPLES } from './examples.ts';
import type { WrittenMail } from './mail.ts';
import type { MailKind } from './model.ts';
import { writeMail } from './write-mail.ts';

/** The mail as this shop would write it in this language, of an example. */
export async function previewMail(db: Db, kind: MailKind, locale: Locale): Promise<WrittenMail> {
  return writeMail(kind, EXAMPLES[kind], { shop: await readShop(db), locale });
}
