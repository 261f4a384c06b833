import type { Link } from './basics.ts';
import type { Totals } from './cart-page.ts';
import type { CheckoutPage } from './checkout-page.ts';
import type { FormProblem, StatusNote } from './form.ts';

/** Another address of an order that costs more: what changes, and the way to agree to it by paying that. */
export type AddressChangePage = {
  readonly kind: 'address_change';
  readonly number: string;
  readonly order: Link;
  readonly lead: string | undefined;
  readonly status: StatusNote | undefined;
  readonly problems: readonly FormProblem[];
  readonly oldAddress: readonly string[];
  readonly address: readonly string[];
  /** Before, there, and last what is to be paid. */
  readonly totals: Totals;
  /** `undefined` once there is nothing to agree to any more, or while it is being paid. */
  readonly offer:
    | {
        readonly action: string;
        readonly payment: CheckoutPage['payment'];
        readonly orderButton: string;
        readonly until: string;
      }
    | undefined;
};
