import type { ProviderName } from '../../../modules/payments/index.ts';

/** A page where money is paid, as far as its scripts go: the form, or the page with this provider's own fields. */
export type PaymentPlace =
  | 'checkout'
  | {
      readonly provider: ProviderName;
      /** Where the provider's script comes from, if not from where the inventory says: its place for trying things out. */
      readonly scriptOrigin?: string | undefined;
    };

/**
 * Every script that a page where money is paid may run, with the reason for it and how its integrity is kept
 * (PCI DSS 4.0.1, 6.4.3). The page's script elements are made from this list and its policy allows no other.
 */
export type InventoriedScript = {
  readonly name: string;
  /** Of ours by the build's name for it; a vendor's by its address. */
  readonly source: { readonly ours: 'checkout' | 'pay' } | { readonly url: string };
  readonly isOn: (place: PaymentPlace) => boolean;
  readonly owner: string;
  readonly reason: string;
  readonly integrity: string;
  readonly approvedBy: string;
  readonly approvedOn: string;
};

const OURS =
  'Served from this host under a name that is a hash of its content; runs by the nonce of its page.';

const INSTITOR = 'The maintainers of Institor, by review';

export const SCRIPT_INVENTORY: readonly InventoriedScript[] = [
  {
    name: 'Checkout',
    source: { ours: 'checkout' },
    isOn: (place) => place === 'checkout',
    owner: 'The shop',
    reason: 'Brings fields, delivery and totals up to date without loading the page again.',
    integrity: OURS,
    approvedBy: INSTITOR,
    approvedOn: '2026-11-26',
  },
  {
    name: 'Stripe.js',
    source: { url: 'https://js.stripe.com/v3/' },
    isOn: (place) => place !== 'checkout' && place.provider === 'stripe',
    owner: 'Stripe',
    reason:
      'Shows the Payment Element, so that card data goes from the browser to Stripe and never to the shop.',
    integrity:
      'Managed by the vendor, who forbids copies and changes it often, so it has no hash; the page is watched instead.',
    approvedBy: INSTITOR,
    approvedOn: '2026-11-26',
  },
  {
    name: 'Worldpay Checkout SDK',
    source: { url: 'https://access.worldpay.com/access-checkout/v2/checkout.js' },
    isOn: (place) => place !== 'checkout' && place.provider === 'worldpay',
    owner: 'Worldpay',
    reason:
      'Shows card fields in frames of its own, so that card data goes from the browser to Worldpay and never to the shop.',
    integrity:
      'Managed by the vendor, who changes it under the same address, so it has no hash; the page is watched instead.',
    approvedBy: INSTITOR,
    approvedOn: '2026-11-27',
  },
  {
    name: 'Payment fields',
    source: { ours: 'pay' },
    isOn: (place) => place !== 'checkout',
    owner: 'The shop',
    reason: 'Puts the payment provider’s own fields into the page and says what came of them.',
    integrity: OURS,
    approvedBy: INSTITOR,
    approvedOn: '2026-11-26',
  },
];
