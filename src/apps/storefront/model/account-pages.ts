import type { Link, MoneyText } from './basics.ts';
import type { Card } from './card.ts';
import type { AddressForm } from './checkout-page.ts';
import type { CheckField, FormProblem, StatusNote, TextField } from './form.ts';

export type SignInPage = {
  readonly kind: 'sign_in';
  readonly step: 'email' | 'code';
  readonly action: string;
  readonly email: string;
  /** Where to go on then: `checkout`. */
  readonly next: string;
  readonly field: TextField;
  readonly problems: readonly FormProblem[];
  readonly passkeyAction: string | undefined;
  readonly mailboxHref: string | undefined;
};

export type AccountSection =
  | { readonly name: 'orders'; readonly orders: readonly OrderSummary[]; readonly more: Link | undefined }
  | {
      readonly name: 'addresses';
      readonly addresses: readonly SavedAddress[];
      readonly editing: AddressEditor | undefined;
    }
  | { readonly name: 'wishlist'; readonly cards: readonly WishedCard[] }
  | {
      readonly name: 'privacy';
      readonly consents: readonly CheckField[];
      readonly sessions: readonly SessionModel[];
      readonly passkeys: readonly { readonly id: string; readonly title: string; readonly text: string }[];
      readonly passkeyAction: string | undefined;
      readonly tracking: TrackingChoice;
    };

/** Whether this browser is known again, as it was decided: by the person, or for them by Global Privacy Control. */
export type TrackingChoice = {
  readonly choice: 'none' | 'accepted' | 'rejected';
  readonly since: string | undefined;
  readonly isSignalHonoured: boolean;
};

export type OrderSummary = {
  readonly number: string;
  readonly href: string;
  readonly placedAt: string;
  readonly stateText: string;
  readonly total: MoneyText;
  readonly items: string;
};

export type SavedAddress = {
  readonly id: string;
  readonly lines: readonly string[];
  readonly isDefault: boolean;
  readonly editHref: string;
};

export type AddressEditor = {
  readonly id: string | undefined;
  readonly form: AddressForm;
  readonly isDefault: CheckField;
  readonly problems: readonly FormProblem[];
};

export type WishedCard = { readonly variantId: string; readonly card: Card };

export type SessionModel = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly isThis: boolean;
};

export type AccountPage = {
  readonly kind: 'account';
  readonly status: StatusNote | undefined;
  readonly greeting: string;
  readonly email: string;
  readonly navigation: readonly (Link & { readonly isCurrent: boolean })[];
  readonly section: AccountSection;
};
