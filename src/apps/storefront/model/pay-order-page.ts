import type { Link } from './basics.ts';
import type { LineModel, Totals } from './cart-page.ts';
import type { CheckoutPage } from './checkout-page.ts';
import type { FormProblem, StatusNote } from './form.ts';

/** An order that waits for its payment by itself: what was added to another, or is sent in exchange. */
export type PayOrderPage = {
  readonly kind: 'pay_order';
  readonly number: string;
  readonly order: Link;
  /** To which order it belongs. */
  readonly belongsTo: string | undefined;
  /** Until when its goods are held. */
  readonly until: string | undefined;
  readonly status: StatusNote | undefined;
  readonly problems: readonly FormProblem[];
  readonly action: string;
  readonly payment: CheckoutPage['payment'];
  readonly lines: readonly LineModel[];
  readonly totals: Totals;
  readonly orderButton: string;
  readonly lawNotes: readonly string[];
  readonly hasLegalGuarantee: boolean;
};
