import type { TaxRate } from './tax-rate.ts';

export type ExemptReason = 'reverse_charge' | 'export' | 'exempt_customer';

/** What applies at a destination: a lookup by tax class. */
export type TaxContext = {
  /** The country whose tax applies, or the destination where none does. */
  readonly country: string;
  readonly region?: string;
  readonly isExempt: boolean;
  readonly exemptReason?: ExemptReason;
  /** [] is no tax; several rates are each on the net amount, and summed. `''` is the standard class. */
  readonly rateFor: (taxClass: string) => readonly TaxRate[];
  /** Of an exempt sale: the seller's own tax, which prices with tax contain and which is taken out of them. */
  readonly containedRateFor?: (taxClass: string) => readonly TaxRate[];
};

export type TaxInput = {
  readonly destination: { readonly country: string; readonly region?: string; readonly postalCode?: string };
  /** ISO 3166-1 alpha-2: where the goods are sent from. */
  readonly sellerCountry: string;
  readonly customer?: {
    readonly vatId?: string;
    readonly isExempt?: boolean;
    /** The answer of the last online check of `vatId`, where there was one. */
    readonly isVatIdValid?: boolean;
  };
  readonly now: Temporal.Instant;
};
