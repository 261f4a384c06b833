import { ok, refuse } from '../../../../kernel/index.ts';
import { type MailRow, readMail, readMailbox } from '../../../../modules/mails/index.ts';
import { type Handlers, sentFields } from '../../../../platform/api/index.ts';
import type { mailEndpoints } from '../contract/mails.ts';
import type { AdminDeps } from '../deps.ts';

export function mailHandlers({ reads }: AdminDeps): Handlers<typeof mailEndpoints> {
  return {
    listMails: async ({ query: { q, ...query } }) => {
      const page = await readMailbox(reads, sentFields({ ...query, to: q }));
      if (!page.ok) return page;
      const { mails, nextCursor } = page.value;
      return ok({ items: mails.map(rowAnswer), nextCursor });
    },
    readMail: async ({ params: { id } }) => {
      const mail = await readMail(reads, id);
      if (mail === undefined) return refuse('not_found', `no mail has the id ${id}`, 'id');
      const { html, text, attempts, failure } = mail;
      return ok({ ...rowAnswer(mail), html, text, attempts, failure });
    },
  };
}

function rowAnswer({ id, kind, locale, to, subject, state, orderId, createdAt, sentAt }: MailRow) {
  const at = { createdAt: createdAt.toString(), sentAt: sentAt?.toString() };
  return { id, kind, locale, to, subject, state, orderId, ...at };
}
