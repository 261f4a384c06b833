import { localeOf, parseLocale } from '../../../kernel/index.ts';
import type { Reaction } from '../../../platform/outbox/index.ts';
import { queueMail } from '../queue-mail.ts';
import { blankMailsOf } from '../store/mails.ts';

/** What is written to people, whether they order or not. */
export const peopleReactions: readonly Reaction[] = [
  {
    name: 'mails.code_requested',
    topic: 'customers.code_requested',
    run: async (tx, { id, payload: { mailModel }, toldAt: now }) => {
      const { purpose, email: to, code, expiresAt } = mailModel;
      const model = { code, purpose, expiresAt: Temporal.Instant.from(expiresAt) };
      const locale = parseLocale(mailModel.locale) ?? localeOf('en');
      await queueMail(tx, { kind: 'sign_in_code', model, to, locale, dedupeKey: `sign_in_code:${id}`, now });
    },
  },
  {
    name: 'mails.email_changed',
    topic: 'customers.email_changed',
    run: async (tx, { id, payload, toldAt: now }) => {
      const { formerEmail: to, email, customerId } = payload;
      const locale = parseLocale(payload.locale) ?? localeOf('en');
      const mail = { kind: 'email_changed', model: { email }, to, locale, customerId, now } as const;
      await queueMail(tx, { ...mail, dedupeKey: `email_changed:${id}` });
    },
  },
  {
    name: 'mails.customer_erased',
    topic: 'customers.erased',
    run: (tx, { payload }) => blankMailsOf(tx, payload.customerId),
  },
];
