import type { Link, MoneyText } from './basics.ts';
import type { Choice } from './form.ts';

/** The "bank" of the built-in test provider: a page where outcomes are chosen instead of a card typed. */
export type TestPaymentPage = {
  readonly kind: 'test_payment';
  readonly step: 'choose' | 'challenge';
  readonly action: string;
  readonly orderNumber: string;
  readonly amount: MoneyText;
  readonly cards: readonly Choice[];
  readonly problem: string | undefined;
};

/** The mails that the demo did not send. */
export type MailboxPage = {
  readonly kind: 'mailbox';
  readonly mails: readonly (Link & {
    readonly to: string;
    readonly at: string;
    readonly isCurrent: boolean;
  })[];
  readonly shown:
    | {
        readonly subject: string;
        readonly to: string;
        readonly at: string;
        readonly frameHref: string;
        readonly text: string;
      }
    | undefined;
};
