import type { Link, MoneyText } from './basics.ts';
import type { LineModel, Totals } from './cart-page.ts';
import type { StatusNote } from './form.ts';
import type { RefundModel, ReturnModel } from './return-page.ts';

export type OrderStep = {
  readonly title: string;
  readonly at: string | undefined;
  readonly state: 'done' | 'now' | 'ahead' | 'ended';
};

export type Parcel = {
  readonly title: string;
  readonly text: string | undefined;
  readonly tracking: Link | undefined;
  readonly items: readonly string[];
};

/** A file that was bought. Without `action` it cannot be taken any more. */
export type DownloadModel = {
  readonly name: string;
  readonly text: string;
  readonly action: string | undefined;
};

/** An order that was made because of this one. */
export type LinkedOrderModel = {
  readonly title: string;
  readonly state: string;
  readonly stateText: string;
  readonly text: string | undefined;
  readonly link: Link;
};

/** What can still be done about an order; each is a link or, where something changes at once, a small form. */
export type OrderAction = Link & { readonly kind: 'link' | 'form'; readonly isMain: boolean };

export type OrderPage = {
  readonly kind: 'order';
  readonly status: StatusNote | undefined;
  readonly number: string;
  /** "Thank you, Ada" right after buying, else "Order 10042". */
  readonly headline: string;
  /** The order to which this one was added, or in exchange for which it is sent. */
  readonly belongsTo: string | undefined;
  readonly stateText: string;
  readonly isUnpaid: boolean;
  readonly placedAt: string;
  readonly steps: readonly OrderStep[];
  readonly downloads: readonly DownloadModel[];
  readonly linked: readonly LinkedOrderModel[];
  readonly parcels: readonly Parcel[];
  readonly returns: readonly ReturnModel[];
  readonly refunds: readonly RefundModel[];
  readonly lines: readonly LineModel[];
  readonly totals: Totals;
  readonly email: string;
  readonly shippingAddress: readonly string[];
  readonly billingAddress: readonly string[];
  readonly delivery: string | undefined;
  readonly payments: readonly { readonly title: string; readonly text: string; readonly amount: MoneyText }[];
  /** How to pay: account holder, IBAN, reference. */
  readonly instructions: readonly { readonly label: string; readonly value: string }[];
  readonly documents: readonly Link[];
  readonly actions: readonly OrderAction[];
  /** Until when a consumer may withdraw, or that the time is over. */
  readonly withdrawal: string | undefined;
  readonly note: string | undefined;
  /** The demo's mails are kept in a page of the shop. */
  readonly mailboxHref: string | undefined;
};
