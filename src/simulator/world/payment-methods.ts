import { both, type Text } from './text.ts';

export type WorldPaymentMethod = {
  readonly title: Text;
  readonly provider: 'test' | 'cash_on_delivery';
  readonly mode: 'redirect' | 'by_hand';
  readonly markets: readonly string[];
  /** No order above this, by currency. */
  readonly most: Readonly<Record<string, number>>;
};

/** Ways to pay that need no account anywhere: the demo moves no money. */
export const PAYMENT_METHODS: readonly WorldPaymentMethod[] = [
  {
    title: both('Card (demonstration) | Karte (Vorführung)'),
    ...{ provider: 'test', mode: 'redirect', markets: [], most: {} },
  },
  {
    title: both('Cash on delivery | Nachnahme'),
    ...{ provider: 'cash_on_delivery', mode: 'by_hand', markets: ['eu'], most: { EUR: 50_000 } },
  },
];
