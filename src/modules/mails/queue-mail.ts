import type { Locale } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import { tell } from '../../platform/outbox/index.ts';
import { readShop } from '../markets/index.ts';
import type { MailKind, MailModels } from './model.ts';
import { insertMail } from './store/mails.ts';
import { writeMail } from './write-mail.ts';

export type MailToQueue<Kind extends MailKind> = {
  readonly kind: Kind;
  readonly model: MailModels[Kind];
  readonly to: string;
  readonly locale: Locale;
  /** What it is about: a second mail with the same key is not written. `shipped:FULFILMENT` */
  readonly dedupeKey: string;
  readonly orderId?: string;
  readonly customerId?: string | undefined;
  readonly now: Temporal.Instant;
};

/**
 * Writes a mail and has it sent after the commit of `tx`.
 *
 * @returns `false` when it was written before: nothing is sent again
 */
export async function queueMail<Kind extends MailKind>(tx: Tx, mail: MailToQueue<Kind>): Promise<boolean> {
  const shop = await readShop(tx);
  const written = writeMail(mail.kind, mail.model, { shop, locale: mail.locale });
  const id = newId<'mail'>();
  const isNew = await insertMail(tx, {
    ...{ id, ...written, kind: mail.kind, locale: mail.locale, to: mail.to, dedupeKey: mail.dedupeKey },
    ...{ orderId: mail.orderId, customerId: mail.customerId, createdAt: mail.now },
  });
  if (isNew) await tell(tx, 'mails.written', { mailIds: [id] }, { isQuiet: true });
  return isNew;
}
