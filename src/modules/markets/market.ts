import { type CurrencyCode, currencyOf, type Locale, localeOf, type Refusal } from '../../kernel/index.ts';

/** The templates that the storefront can be drawn in. */
export type TemplateName = 'atelier' | 'depot' | 'nocturne';

/** The shop as a business: what stands in the footer, in mails and on invoices. */
export type Shop = {
  readonly name: string;
  readonly tagline: string;
  readonly legalName: string;
  readonly email: string;
  readonly phone: string;
  readonly postalAddress: string;
  /** Where the seller is established: ISO 3166-1 alpha-2, or '' until it was said. Decides whose tax applies. */
  readonly country: string;
  /** The seller's VAT identification number, or ''. Stands on every invoice. */
  readonly vatId: string;
  /** `https://shop.example` without a slash at the end, or '' until the owner has given one. */
  readonly baseUrl: string;
  /** IANA name: `Europe/Berlin`. Reports use its days. */
  readonly timeZone: string;
  readonly defaultCurrency: CurrencyCode;
  readonly defaultLocale: Locale;
  readonly template: TemplateName;
};

/** Countries that are sold to in one currency. */
export type Market = {
  /** Lower-case letters, digits and hyphens: `eu`. */
  readonly code: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2; a country is in one market. */
  readonly countries: readonly string[];
  readonly currency: CurrencyCode;
  readonly pricesIncludeTax: boolean;
  readonly position: number;
};

/** A path prefix and the market and language that it stands for: '' or `de` or `en-us`. */
export type Storefront = {
  readonly prefix: string;
  readonly market: Market;
  readonly locale: Locale;
  readonly position: number;
};

/** A refusal's `field` names the field of the input: `timeZone`. */
export type MarketsRefusal = Refusal<
  'missing' | 'too_long' | 'invalid' | 'not_found' | 'in_use' | 'country_taken'
>;

/** A shop that nobody has described yet. */
export const NEW_SHOP: Shop = {
  name: 'New shop',
  tagline: '',
  legalName: '',
  email: '',
  phone: '',
  postalAddress: '',
  country: '',
  vatId: '',
  baseUrl: '',
  timeZone: 'UTC',
  defaultCurrency: currencyOf('EUR'),
  defaultLocale: localeOf('en'),
  template: 'atelier',
};

/** The market of a shop that has none yet: everywhere, in the shop's own currency. */
export function firstMarket(shop: Shop): Market {
  const { defaultCurrency: currency } = shop;
  return { code: 'main', name: 'Main market', countries: [], currency, pricesIncludeTax: true, position: 0 };
}
