import type { PaymentMethod } from './method.ts';
import type { PaymentMode } from './provider.ts';

/** What a merchant who is paid in some way says of the shop to the acquirer, and by which requirement. */
export type Attestation = { readonly requirement: string; readonly text: string };

export type PciScope = {
  /** Where card data is typed. Never in a field of ours: there is no way to pay that would allow it. */
  readonly cardData: 'on_page_of_provider' | 'in_fields_of_provider' | 'none';
  /** The self-assessment questionnaire; `undefined` where no card is involved. */
  readonly questionnaire: 'SAQ A' | undefined;
  readonly attestations: readonly Attestation[];
};

const OF_EVERY_CARD: readonly Attestation[] = [
  {
    requirement: 'SAQ A, eligibility',
    text: 'All handling of card data is outsourced to a provider that is PCI DSS compliant; nothing is kept, processed or sent by the shop, on paper neither.',
  },
  {
    requirement: '12.8',
    text: 'There is a list of the providers, with a written agreement and their compliance looked at once a year.',
  },
  {
    requirement: '8.2, 8.3',
    text: 'Whoever administers the shop has an account of their own, with two factors.',
  },
  { requirement: '6.3.3', text: 'Critical updates of the shop and its server are installed within a month.' },
  {
    requirement: '11.3.2',
    text: 'The shop is scanned from outside by an approved vendor (ASV) every three months.',
  },
  { requirement: '12.10.1', text: 'There is a plan for what is done when card data may have been stolen.' },
];

/**
 * Asked since the revision of January 2025 (FAQ 1588), of pages with a provider's fields in them and of no others:
 * requirements 6.4.3 and 11.6.1 left the questionnaire, and this took their place.
 */
const OF_FIELDS: readonly Attestation[] = [
  {
    requirement: 'SAQ A r1, eligibility (FAQ 1588)',
    text:
      'The shop is not susceptible to attacks by scripts that could affect it: confirmed by what the shop does (script ' +
      'inventory and policy as in 6.4.3, the daily page check with its approvals as in 11.6.1), or in writing by the provider.',
  },
];

const SCOPES: Readonly<Record<PaymentMode, PciScope>> = {
  redirect: { cardData: 'on_page_of_provider', questionnaire: 'SAQ A', attestations: OF_EVERY_CARD },
  in_page: {
    cardData: 'in_fields_of_provider',
    questionnaire: 'SAQ A',
    attestations: [...OF_EVERY_CARD, ...OF_FIELDS],
  },
  by_hand: { cardData: 'none', questionnaire: undefined, attestations: [] },
};

/** Where card data goes when it is paid in this way, and what the merchant attests for it (PCI DSS 4.0.1, SAQ A r1). */
export function pciScope({ mode }: Pick<PaymentMethod, 'mode'>): PciScope {
  return SCOPES[mode];
}
