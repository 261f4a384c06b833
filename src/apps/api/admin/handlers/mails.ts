import { localeOf, ok, refuse } from '../../../../kernel/index.ts';
import {
  MAIL_KINDS,
  MAIL_LANGUAGES,
  type MailRow,
  previewMail,
  readMail,
  readMailbox,
  sendExample,
} from '../../../../modules/mails/index.ts';
import { readMember } from '../../../../modules/staff/index.ts';
import { type Handlers, sentFields } from '../../../../platform/api/index.ts';
import type { mailEndpoints } from '../contract/mails.ts';
import type { AdminDeps } from '../deps.ts';
import { staffOf } from '../staff-of.ts';

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
    listMailTemplates: async () => ok({ kinds: MAIL_KINDS, languages: MAIL_LANGUAGES }),
    previewMailTemplate: async ({ params: { kind, language } }) =>
      ok(await previewMail(reads, kind, localeOf(language))),
    sendMailExample: async ({ params: { kind, language }, caller, now, tx }) => {
      const member = caller.kind === 'staff' ? await readMember(tx, staffOf(caller).memberId) : undefined;
      if (member === undefined) return refuse('not_a_member', 'a key has no address to send to');
      const locale = localeOf(language);
      return ok({ mailId: await sendExample(tx, { kind, locale, to: member.email, now }), to: member.email });
    },
  };
}

function rowAnswer({ id, kind, locale, to, subject, state, orderId, createdAt, sentAt }: MailRow) {
  const at = { createdAt: createdAt.toString(), sentAt: sentAt?.toString() };
  return { id, kind, locale, to, subject, state, orderId, ...at };
}
