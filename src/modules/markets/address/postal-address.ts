/** An address as written on a parcel. Which fields a country asks for is in `address-format.ts`. */
export type PostalAddress = {
  readonly name: string;
  readonly company?: string;
  readonly line1: string;
  readonly line2?: string;
  readonly city: string;
  /** ISO 3166-2 without the country where the country uses one: `CA` for California. */
  readonly region?: string;
  readonly postalCode?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly phone?: string;
};
