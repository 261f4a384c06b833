import type { MoneyText } from './basics.ts';

/** Where a provider's own fields stand in a page of the shop: what is typed into them never reaches us. */
export type PayPage = {
  readonly kind: 'pay';
  readonly orderNumber: string;
  readonly amount: MoneyText;
  readonly provider: string;
  /** What the provider's own script needs: made to be seen, never a secret of ours. */
  readonly client: Readonly<Record<string, string>>;
  /** Where the provider sends the shopper when it is done. */
  readonly returnUrl: string;
  readonly backHref: string;
};
