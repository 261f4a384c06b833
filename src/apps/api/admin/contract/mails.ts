import { z } from 'zod';
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
};
