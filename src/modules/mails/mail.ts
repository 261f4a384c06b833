import type { Id, Locale } from '../../kernel/index.ts';
import type { MailKind } from './model.ts';

export type MailId = Id<'mail'>;

/**
 * `queued` → `sent`, or `failed` when the server refused it for good or for too long; `kept` where the shop has no mail
 * server.
 */
export type MailState = 'queued' | 'kept' | 'sent' | 'failed';

/** A row of the mailbox. */
export type MailRow = {
  readonly id: MailId;
  readonly kind: MailKind;
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
};

/** A mail as it is read: the same said three times. */
export type WrittenMail = { readonly subject: string; readonly html: string; readonly text: string };
