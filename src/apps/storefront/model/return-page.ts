import type { Link, MoneyText } from './basics.ts';
import type { LineModel } from './cart-page.ts';
import type { AreaField, FormProblem, SelectField } from './form.ts';

/** Asking to send pieces of an order back. */
export type ReturnPage = {
  readonly kind: 'return';
  readonly orderNumber: string;
  readonly orderHref: string;
  readonly action: string;
  readonly problems: readonly FormProblem[];
  /** Empty where nothing can be sent back: `nothing` says why. */
  readonly lines: readonly ReturnableLine[];
  readonly nothing: string | undefined;
  readonly note: AreaField;
  /** What happens after the button, step by step. */
  readonly next: readonly string[];
  /** Withdrawing needs no reason and no answer, where the law gives the right. */
  readonly withdraw: Link | undefined;
  /** The lines that did not fit onto this page. */
  readonly more: Link | undefined;
};

export type ReturnableLine = {
  readonly line: LineModel;
  readonly quantity: SelectField;
  readonly reason: SelectField;
};

/** Something that is on its way back, or came, as the order's page shows it. */
export type ReturnModel = {
  readonly title: string;
  readonly stateText: string;
  readonly state: 'requested' | 'approved' | 'rejected' | 'received';
  readonly text: string;
  /** What the shop wrote to its decision. */
  readonly note: string | undefined;
  readonly items: readonly string[];
  /** How to send it: once it may be sent. */
  readonly sending:
    | {
        readonly text: string;
        readonly address: readonly string[];
        readonly label: LabelModel | undefined;
      }
    | undefined;
};

/** What the shop gave to send it with: its words and carrier, and what to print. */
export type LabelModel = { readonly lines: readonly string[]; readonly print: Link | undefined };

export type RefundModel = {
  readonly title: string;
  readonly stateText: string;
  readonly amount: MoneyText;
  /** Goods, delivery and more, each with its amount. */
  readonly parts: readonly { readonly label: string; readonly amount: MoneyText }[];
  /** To which means it goes. */
  readonly means: readonly string[];
  readonly document: Link | undefined;
};
