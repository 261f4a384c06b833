import type { LineModel, Totals } from './cart-page.ts';

/** An order that the shop put together for somebody, behind the link in their mail. */
export type PayLinkPage = {
  readonly kind: 'pay_link';
  /** `ordered`: it was paid before. `gone`: there is none behind this link, or not any more. */
  readonly state: 'open' | 'ordered' | 'gone';
  readonly action: string;
  readonly lines: readonly LineModel[];
  readonly totals: Totals | undefined;
  /** The visitor has a cart of their own, and what becomes of it. */
  readonly ownCart: string | undefined;
};
