/** Where the seller is registered for tax: what decides whose rate applies. */
export type TaxSeller = {
  /**
   * Places outside the home country whose tax the seller collects: a country (`GB`), or a state of a country that
   * taxes by state (`US-NY`, also at home).
   */
  readonly registrations: readonly string[];
  /** Registered for the Union one-stop shop (Directive 2006/112/EC, articles 369a to 369k) or the import scheme. */
  readonly usesOss: boolean;
  /** Sales to consumers in other member states were above EUR 10,000 this year or last (article 59c). */
  readonly isAboveThreshold: boolean;
  /** What a reverse charge asks for: a VAT id of the right form, or one that was found valid online. */
  readonly vatIdProof: 'format' | 'checked';
  /** The zone whose days rates begin and end on, an IANA name. */
  readonly timeZone: string;
};

/** A seller who has said nothing yet: taxes at home only, like a small shop on its first day. */
export const NEW_SELLER: TaxSeller = {
  registrations: [],
  usesOss: false,
  isAboveThreshold: false,
  vatIdProof: 'format',
  timeZone: 'UTC',
};
