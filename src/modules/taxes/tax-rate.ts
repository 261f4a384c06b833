import type { Id, Refusal } from '../../kernel/index.ts';

export type TaxRateId = Id<'tax_rate'>;

/** A tax as a line of a quote names it: 19 % is `rateMillionths: 190_000`. */
export type TaxRate = {
  /** What the shopper reads: `VAT`, `MwSt.`, `New York State`. */
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** ISO 3166-2 without the country: `NY`. */
  readonly region?: string;
  readonly rateMillionths: number;
};

/** A rate as the shop keeps it: where, for which goods and when it applies. */
export type TaxRule = TaxRate & {
  readonly id: TaxRateId;
  /**
   * Which tax this is a rate of: `vat`, `gst`, `state`, `county`. Of one levy the rate of the most specific place
   * applies; the rates of different levies are summed.
   */
  readonly levy: string;
  /** Beginnings of postal codes, capitals and digits only: `['35', '38']` for the Canary Islands. [] = all. */
  readonly postalPrefixes: readonly string[];
  /** '' is the standard rate, also for every class that the place has no rate of its own for. */
  readonly taxClass: string;
  /** First day on which the rate applies; undefined: always did. */
  readonly validFrom: Temporal.PlainDate | undefined;
  /** First day on which it does not any more; undefined: until further notice. */
  readonly validUntil: Temporal.PlainDate | undefined;
  /** Where the rate was found, for whoever checks it. */
  readonly source: string;
};

/** A kind of goods that some places tax at a rate of its own. A variant names it by its code. */
export type TaxClass = { readonly code: string; readonly name: string };

export type TaxesRefusal = Refusal<
  'missing' | 'too_long' | 'too_many' | 'invalid' | 'unknown_country' | 'not_found' | 'in_use'
>;
