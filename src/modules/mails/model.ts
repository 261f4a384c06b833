import type { CurrencyCode } from '../../kernel/index.ts';
import type { Finding } from '../pagewatch/index.ts';

/** What a mail of an order begins with. Amounts of a model are minor units of its `currency`. */
export type AboutOrder = {
  readonly number: string;
  readonly name: string;
  readonly currency: CurrencyCode;
  /** Opens the order without an account. */
  readonly orderUrl: string;
};

export type MailLine = {
  readonly title: string;
  /** `Red, M` */
  readonly options: string;
  readonly quantity: number;
  /** Left out where money is not the subject: a parcel. */
  readonly totalMinor?: bigint;
};

export type MailTotals = {
  readonly pricesIncludeTax: boolean;
  readonly subtotalMinor: bigint;
  readonly discountMinor: bigint;
  readonly deliveryMinor: bigint;
  readonly taxMinor: bigint;
  readonly totalMinor: bigint;
  /** Paid by gift cards and store credit. */
  readonly creditMinor: bigint;
  /** Paid by goods of another order that come back. */
  readonly exchangedMinor: bigint;
};

export type AgreedOrder = AboutOrder & {
  readonly lines: readonly MailLine[];
  readonly totals: MailTotals;
};

/** What each mail is written of. Everything a person typed is text in here, and stays text. */
export type MailModels = {
  readonly order_confirmation: AgreedOrder & {
    /** `arranged`: it is authorised, or paid at the door. */
    readonly payment: 'received' | 'arranged' | 'awaited';
    /** Something of it is downloaded, from the order's page. */
    readonly hasDownloads: boolean;
    readonly deliveryName: string;
    readonly deliveryAddress: readonly string[];
    readonly billingAddress: readonly string[];
    readonly note: string;
    readonly giftMessage: string;
    readonly termsVersion: string;
    /** The words that were accepted, as far as they are still known. */
    readonly terms: { readonly title: string; readonly lines: readonly string[] } | undefined;
    /** Where a consumer withdraws; `undefined` where the law gives no such right. */
    readonly withdrawalUrl: string | undefined;
  };
  readonly payment_failed: AboutOrder & { readonly totalMinor: bigint; readonly retryUrl: string };
  /** What was added to an order, or is sent in exchange, waits for the rest of its price. */
  readonly payment_asked: AgreedOrder & {
    readonly dueMinor: bigint;
    readonly payUrl: string;
    readonly payUntil: Temporal.Instant | undefined;
  };
  /** Another address costs more: nothing changes before that is paid. */
  readonly address_change_asked: AboutOrder & {
    readonly oldAddress: readonly string[];
    readonly address: readonly string[];
    readonly oldTotalMinor: bigint;
    readonly totalMinor: bigint;
    readonly dueMinor: bigint;
    readonly payUrl: string;
    readonly payUntil: Temporal.Instant;
  };
  /** Nothing came of it. */
  readonly address_change_ended: AboutOrder & {
    readonly deliveryAddress: readonly string[];
    readonly isPaidBack: boolean;
    readonly dueMinor: bigint;
  };
  readonly payment_instructions: AboutOrder & {
    readonly dueMinor: bigint;
    readonly instructions: readonly { readonly label: string; readonly value: string }[];
  };
  readonly shipped: AboutOrder & {
    readonly lines: readonly MailLine[];
    readonly isComplete: boolean;
    readonly carrier: string;
    readonly trackingNumber: string;
    readonly deliveryAddress: readonly string[];
  };
  readonly delivered: AboutOrder & { readonly lines: readonly MailLine[] };
  readonly cancelled: AgreedOrder & { readonly reason: 'shopper' | 'shop' | 'not_paid' | 'out_of_stock' };
  /** Pieces that are left, and where they go now. */
  readonly edited: AboutOrder & {
    readonly lines: readonly MailLine[];
    readonly deliveryAddress: readonly string[];
  };
  readonly refunded: AboutOrder & {
    readonly lines: readonly MailLine[];
    readonly amountMinor: bigint;
    readonly toPaymentMinor: bigint;
    readonly toGiftCardMinor: bigint;
    readonly toStoreCreditMinor: bigint;
  };
  readonly return_requested: AboutOrder & { readonly lines: readonly MailLine[] };
  readonly return_approved: AboutOrder & { readonly lines: readonly MailLine[]; readonly note: string };
  readonly return_rejected: AboutOrder & { readonly lines: readonly MailLine[]; readonly note: string };
  readonly return_received: AboutOrder & { readonly lines: readonly MailLine[] };
  /** Directive 2011/83/EU, article 11a (3): content, date and time of the statement. */
  readonly withdrawal_receipt: {
    readonly number: string;
    readonly name: string;
    readonly email: string;
    readonly statement: string;
    readonly lines: readonly MailLine[];
    readonly submittedAt: Temporal.Instant;
  };
  /** Has no number yet: it is an order once it is paid. */
  readonly draft_order: Omit<AgreedOrder, 'number' | 'orderUrl'> & {
    readonly payUrl: string;
    readonly message: string;
    readonly payUntil: Temporal.Instant | undefined;
  };
  readonly sign_in_code: {
    readonly code: string;
    readonly purpose: 'sign_in' | 'change_email';
    readonly expiresAt: Temporal.Instant;
  };
  readonly email_changed: { readonly email: string };
  readonly cart_reminder: {
    readonly name: string;
    readonly lines: readonly MailLine[];
    readonly cartUrl: string;
    readonly unsubscribeUrl: string;
  };
  readonly gift_card: {
    readonly recipientName: string;
    readonly senderName: string;
    readonly message: string;
    readonly currency: CurrencyCode;
    readonly amountMinor: bigint;
    readonly code: string;
    readonly pin: string;
    readonly shopUrl: string;
  };
  /** To the shop's owner. Texts are as they stand in the page: an attacker may have written them. */
  readonly pages_changed: {
    readonly findings: readonly Pick<Finding, 'change' | 'page' | 'kind' | 'subject' | 'was' | 'is'>[];
  };
};

export type MailKind = keyof MailModels;
