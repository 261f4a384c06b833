import type { Cron, Job } from '../../platform/jobs/index.ts';
import type { Reaction } from '../../platform/outbox/index.ts';
import { LETTER_KINDS, type LetterKind } from './mail.ts';
import type { MailKind } from './model.ts';
import { addressChangeReactions } from './reactions/address-changes.ts';
import { afterSaleReactions } from './reactions/after-sale.ts';
import { draftReactions } from './reactions/drafts.ts';
import { giftCardReactions } from './reactions/gift-cards.ts';
import type { LinkDeps } from './reactions/links.ts';
import { pagewatchReactions } from './reactions/pagewatch.ts';
import { paymentAskedReactions } from './reactions/payment-asked.ts';
import { peopleReactions } from './reactions/people.ts';
import { lookAtPaymentJob, placedOrderReactions } from './reactions/placed-orders.ts';
import { type SendDeps, sendMailJob, writtenReaction } from './send-mail.ts';
import { deleteOld } from './store/mails.ts';
import { deleteLoosePictures } from './store/pictures.ts';
import { MAIL_KINDS } from './templates/templates.ts';

export type MailDeps = SendDeps & LinkDeps;

const BATCH = 1_000;
const DAYS_KEPT: Partial<Readonly<Record<MailKind | LetterKind, number>>> = {
  ...{ sign_in_code: 2, email_changed: 30, cart_reminder: 90, report: 90, alert: 90, back_in_stock: 7 },
};
/** Proof of what was agreed, for as long as claims are made in most of Europe. */
const USUAL_DAYS = 3 * 366;

/** What was written is personal data: it goes when nobody needs it (GDPR, article 5 (1) (e)). */
const prune: Job<'mails.prune', undefined> = {
  name: 'mails.prune',
  parse: () => undefined,
  run: async ({ db, now, signal }) => {
    const byAge = Map.groupBy([...MAIL_KINDS, ...LETTER_KINDS], (kind) => DAYS_KEPT[kind] ?? USUAL_DAYS);
    for (const [days, kinds] of byAge) {
      const before = now.subtract({ hours: 24 * days });
      while (!signal.aborted && (await deleteOld(db, { kinds, before, limit: BATCH })) === BATCH);
    }
    await deleteLoosePictures(db);
  },
};

/** The mails' work for the worker; it calls the mail server, so it is made where that is wired. */
export function mailsJobs(deps: MailDeps): readonly Job[] {
  return [sendMailJob(deps), lookAtPaymentJob(deps), prune];
}

/** What is written when something happens elsewhere. */
export function mailsReactions(deps: MailDeps): readonly Reaction[] {
  return [
    writtenReaction(deps),
    ...placedOrderReactions(deps),
    ...afterSaleReactions(deps),
    ...draftReactions(deps),
    ...paymentAskedReactions(deps),
    ...addressChangeReactions(deps),
    ...giftCardReactions(deps),
    ...peopleReactions,
    ...pagewatchReactions,
  ];
}

export const mailsCrons: readonly Cron[] = [
  { name: 'mails.prune', schedule: '53 3 * * *', job: 'mails.prune' },
];
