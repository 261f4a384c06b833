import type { MoneyText, PictureModel } from './basics.ts';
import type { Card } from './card.ts';
import type { StatusNote } from './form.ts';

/** One thing in the cart or in an order, as it is shown. */
export type LineModel = {
  readonly id: string;
  readonly title: string;
  readonly href: string | undefined;
  /** `Clay`, `Medium`. */
  readonly options: readonly string[];
  readonly picture: PictureModel | undefined;
  readonly quantity: number;
  readonly unitPrice: MoneyText;
  /** What the line costs after its discounts. */
  readonly total: MoneyText;
  /** What it would cost without them, where there are any. */
  readonly before: MoneyText | undefined;
  /** Why it costs what it costs: a discount's or a price list's name. */
  readonly reasons: readonly string[];
};

export type CartLine = LineModel & {
  readonly productId: string;
  readonly maxQuantity: number;
  /** A present that a promotion added: it comes and goes by itself. */
  readonly isGift: boolean;
  /** What changed about it since it was put there, or stands in the way of buying it. */
  readonly notices: readonly { readonly text: string; readonly isBlocking: boolean }[];
  /** "Ships from 3 December". */
  readonly delivery: string | undefined;
};

export type TotalRow = {
  readonly label: string;
  readonly amount: MoneyText;
  readonly kind: 'plain' | 'discount' | 'tax' | 'payment';
};

export type Totals = {
  readonly rows: readonly TotalRow[];
  readonly total: { readonly label: string; readonly amount: MoneyText };
  /** "including €12.40 VAT", or what is not known yet. */
  readonly notes: readonly string[];
};

/** A code or gift card that was given, with what it does. */
export type AppliedCode = {
  readonly id: string;
  readonly code: string;
  readonly text: string;
  readonly isApplied: boolean;
};

export type CodeForm = {
  readonly applied: readonly AppliedCode[];
  readonly value: string;
  readonly problem: string | undefined;
};

export type CartPage = {
  readonly kind: 'cart';
  readonly status: StatusNote | undefined;
  readonly lines: readonly CartLine[];
  readonly itemCount: number;
  readonly codes: CodeForm;
  readonly giftCards: CodeForm;
  readonly totals: Totals | undefined;
  /** Why nothing can be bought as it stands: sold out. */
  readonly isBlocked: boolean;
  /** Shown beside an empty cart. */
  readonly instead: readonly Card[];
};
