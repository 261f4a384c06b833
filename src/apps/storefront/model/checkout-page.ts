import type { Link, MoneyText } from './basics.ts';
import type { CodeForm, LineModel, Totals } from './cart-page.ts';
import type { AreaField, CheckField, Choice, Field, FormProblem, StatusNote, TextField } from './form.ts';

/** An address to fill in: the fields of its country, in that country's order. */
export type AddressForm = { readonly name: 'shipping' | 'billing'; readonly fields: readonly Field[] };

export type DeliveryChoice = Choice & {
  readonly price: MoneyText | undefined;
  readonly isFree: boolean;
  /** Shops and lockers to fetch it from, when the choice is one of those. */
  readonly points: readonly Choice[];
  readonly pointProblem: string | undefined;
};

export type PaymentChoice = Choice & {
  readonly mode: 'redirect' | 'in_page' | 'instructions';
};

/** What is known already and need not be asked again (WCAG 2.2, 3.3.7): shown in words, with the fields one step away. */
export type Known = { readonly lines: readonly string[]; readonly isOpen: boolean };

export type CheckoutPage = {
  readonly kind: 'checkout';
  readonly status: StatusNote | undefined;
  readonly problems: readonly FormProblem[];
  /** The one form's address; its buttons say what to do. */
  readonly action: string;
  readonly account: { readonly signIn: string } | { readonly email: string };
  readonly contact: { readonly email: TextField; readonly marketing: CheckField | undefined };
  /** Nothing is sent of gift cards and downloads. */
  readonly isDelivered: boolean;
  readonly shipping: {
    readonly form: AddressForm;
    readonly known: Known | undefined;
    readonly saved: readonly Choice[];
  };
  readonly delivery: {
    readonly choices: readonly DeliveryChoice[];
    readonly message: string | undefined;
    readonly problem: string | undefined;
  };
  readonly billing: { readonly form: AddressForm; readonly isSame: boolean };
  readonly payment: {
    readonly choices: readonly PaymentChoice[];
    /** Nothing is left to pay. */
    readonly isNeeded: boolean;
    readonly problem: string | undefined;
  };
  readonly codes: CodeForm;
  readonly giftCards: CodeForm;
  readonly storeCredit: CheckField | undefined;
  readonly note: AreaField;
  readonly giftMessage: AreaField;
  readonly summary: {
    readonly lines: readonly LineModel[];
    readonly totals: Totals;
    readonly itemCount: number;
  };
  readonly terms: CheckField & { readonly links: readonly Link[]; readonly version: string };
  /** What the shopper is told beside the button: withdrawal. */
  readonly lawNotes: readonly string[];
  readonly hasLegalGuarantee: boolean;
  /** The law's words (Directive 2011/83/EU, article 8(2)). */
  readonly orderButton: string;
  /** Sent along, so that nobody pays another total than the one shown. */
  readonly expectedTotal: string;
};
