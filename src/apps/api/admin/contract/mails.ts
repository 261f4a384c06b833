import { z } from 'zod';
import { isMailKind, MAIL_KINDS, MAIL_LANGUAGES } from '../../../../modules/mails/index.ts';
import { endpoint, id, instant, pageOf, pageQuery, text, uuid } from '../../../../platform/api/index.ts';
import { contact } from './contacts.ts';

const MAIL_STATES = ['queued', 'kept', 'sent', 'failed'] as const;

const row = z.object({
  id: uuid(),
  kind: z.string(),
  locale: z.string(),
  to: contact,
  subject: z.string(),
  state: z.enum(MAIL_STATES),
  orderId: uuid().optional(),
  createdAt: instant(),
  sentAt: instant().optional(),
});

const kind = z.enum(MAIL_KINDS.filter(isMailKind));
const template = { kind, language: z.enum(MAIL_LANGUAGES) };
const shared = { method: 'GET', group: 'Mails', audience: 'mails:read', rate: 'read' } as const;

export const mailEndpoints = {
  listMails: endpoint({
    ...{ ...shared, path: '/mails', summary: 'What the shop has written, the latest first' },
    query: z.strictObject({
      ...pageQuery,
      orderId: id<'order'>().optional(),
      state: z.enum(MAIL_STATES).optional(),
      q: text(254, 1).optional().describe('How the address begins.'),
    }),
    ...{ output: pageOf(row), refusals: { invalid_cursor: 422 } },
  }),
  readMail: endpoint({
    ...{ ...shared, path: '/mails/{id}', summary: 'A mail with what it says', refusals: { not_found: 404 } },
    params: z.strictObject({ id: id<'mail'>() }),
    output: row.extend({ html: contact, text: contact, attempts: z.int(), failure: z.string() }),
  }),
  listMailTemplates: endpoint({
    ...{
      ...shared,
      path: '/mail-templates',
      summary: 'Every mail that the shop writes by itself',
      refusals: {},
    },
    output: z.object({ kinds: z.array(kind), languages: z.array(z.string()) }),
  }),
  previewMailTemplate: endpoint({
    ...{
      ...shared,
      path: '/mail-templates/{kind}/{language}',
      summary: 'A mail as it is written, of an example',
    },
    params: z.strictObject(template),
    ...{ output: z.object({ subject: z.string(), html: z.string(), text: z.string() }), refusals: {} },
  }),
  sendMailExample: endpoint({
    ...{ ...shared, method: 'POST', path: '/mail-templates/{kind}/{language}/examples', rate: 'write' },
    ...{ summary: 'Send the example to oneself', params: z.strictObject(template), status: 202 },
    description: 'To the address by which the member of staff signs in; a key has none.',
    output: z.object({ mailId: uuid(), to: contact }),
    ...{ idempotency: 'transaction', refusals: { not_a_member: 403 } },
    changes: { kind: 'mail', id: 'mailId' },
  }),
};
