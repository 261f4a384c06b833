import type { ProviderName } from '../../../modules/payments/index.ts';
import type { OfferedMethod } from './payment-choices.ts';

/**
 * Every script that a page where money is paid may run, with the reason for it and how its integrity is kept
 * (PCI DSS 4.0.1, 6.4.3). The page's script elements are made from this list and its policy allows no other.
 */
export type InventoriedScript = {
  readonly name: string;
  /** Of ours by the build's name for it; a vendor's by its address. */
  readonly source: { readonly ours: 'checkout' | 'checkout_in_page' } | { readonly url: string };
  readonly provider: ProviderName | undefined;
  readonly owner: string;
  readonly reason: string;
  readonly integrity: string;
  readonly approvedOn: string;
};

const OURS =
  'Served from this host under a name that is a hash of its content; runs by the nonce of its page.';

export const SCRIPT_INVENTORY: readonly InventoriedScript[] = [
  {
    name: 'Checkout',
    source: { ours: 'checkout' },
    provider: undefined,
    owner: 'The shop',
    reason: 'Brings fields, delivery and totals up to date without loading the page again.',
    integrity: OURS,
    approvedOn: '2026-11-26',
  },
  {
    name: 'Checkout with payment fields',
    source: { ours: 'checkout_in_page' },
    provider: 'stripe',
    owner: 'The shop',
    reason: 'The same, and puts the payment provider’s own fields into the page.',
    integrity: OURS,
    approvedOn: '2026-11-26',
  },
  {
    name: 'Stripe.js',
    source: { url: 'https://js.stripe.com/v3/' },
    provider: 'stripe',
    owner: 'Stripe',
    reason:
      'Shows the Payment Element, so that card data goes from the browser to Stripe and never to the shop.',
    integrity:
      'Managed by the vendor, who forbids copies and changes it often, so it has no hash; watched by comparing the page daily.',
    approvedOn: '2026-11-26',
  },
];

/** The scripts of a checkout that offers these ways to pay: ours, and the vendors' of those whose fields stand in the page. */
export function scriptsFor(offered: readonly Pick<OfferedMethod, 'method'>[]): readonly InventoriedScript[] {
  const inPage = new Set(offered.flatMap(({ method }) => (method.mode === 'in_page' ? method.provider : [])));
  const used = SCRIPT_INVENTORY.filter(({ provider }) => provider !== undefined && inPage.has(provider));
  const hasInPage = used.some(({ source }) => 'ours' in source);
  return [
    ...used.filter(({ source }) => 'url' in source),
    ...used.filter(({ source }) => 'ours' in source),
  ].concat(hasInPage ? [] : SCRIPT_INVENTORY.filter(({ provider }) => provider === undefined));
}
