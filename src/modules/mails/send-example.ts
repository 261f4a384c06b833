import type { Locale } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import { tell } from '../../platform/outbox/index.ts';
import type { MailId } from './mail.ts';
import type { MailKind } from './model.ts';
import { previewMail } from './preview-mail.ts';
import { insertMail } from './store/mails.ts';

/** Sends the example of a mail, marked as one, to whoever wants to see how it arrives. */
export async function sendExample(
  tx: Tx,
  input: {
    readonly kind: MailKind;
    readonly locale: Locale;
    readonly to: string;
    readonly now: Temporal.Instant;
  },
): Promise<MailId> {
  const { kind, locale, to, now } = input;
  const written = await previewMail(tx, kind, locale);
  const id: MailId = newId<'mail'>();
  await insertMail(tx, {
    ...{ id, ...written, kind, locale, to, subject: `[Test] ${written.subject}` },
    ...{ dedupeKey: `example:${id}`, orderId: undefined, customerId: undefined, createdAt: now },
  });
  await tell(tx, 'mails.written', { mailIds: [id] }, { isQuiet: true });
  return id;
}
