import type { Id, Locale } from '../../kernel/index.ts';
import type { MailKind } from './model.ts';

/** What other modules write in words of their own, to whom they know: here it is drawn and sent. */
export const LETTER_KINDS = ['report', 'alert', 'purchase_order', 'back_in_stock'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

export type MailId = Id<'mail'>;

/**
 * `queued` → `sent`, or `failed` when the server refused it for good or for too long; `kept` where the shop has no mail
 * server.
 */
export type MailState = 'queued' | 'kept' | 'sent' | 'failed';

/** A row of the mailbox. */
export type MailRow = {
  readonly id: MailId;
  readonly kind: MailKind | LetterKind;
  readonly locale: Locale;
  readonly to: string;
  readonly subject: string;
  readonly state: MailState;
  readonly orderId: Id<'order'> | undefined;
  readonly createdAt: Temporal.Instant;
  readonly sentAt: Temporal.Instant | undefined;
};

export type Mail = MailRow & {
  readonly html: string;
  readonly text: string;
  readonly attempts: number;
  /** Why it failed, in the server's words. */
  readonly failure: string;
  /** Where its reader says that they want no more of them, with one press; '' where nobody does. */
  readonly unsubscribeUrl: string;
};

/** A picture that travels inside a mail; its HTML names it `cid:…`. */
export type MailPicture = { readonly cid: string; readonly bytes: Buffer };

/** A file that goes with a mail. */
export type MailFile = {
  /** Latin letters, digits, dot, hyphen and underscore: `PO-12.pdf`. */
  readonly name: string;
  readonly mediaType: 'application/pdf';
  readonly bytes: Buffer;
};

/** A mail as it is read: the same said three times. */
export type WrittenMail = { readonly subject: string; readonly html: string; readonly text: string };
