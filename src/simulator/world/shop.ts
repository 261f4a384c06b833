/** Who the demo shop is, and where and in which languages it sells. Phone: a number that Germany keeps for films. */
export const SHOP = {
  name: 'Larch & Lantern',
  tagline: 'Things for rooms and people that are lived in',
  legalName: 'Larch & Lantern Handelsgesellschaft mbH',
  email: 'hello@larchandlantern.example',
  phone: '+49 40 66969 120',
  postalAddress: 'Lotsenkai 7, 20457 Hamburg, Germany',
  country: 'DE',
  vatId: 'DE999999999',
  baseUrl: '',
  timeZone: 'Europe/Berlin',
  defaultCurrency: 'EUR',
  defaultLocale: 'en',
  template: 'atelier',
} as const;

/** Beside Germany and the one-stop shop: parcels to the United Kingdom are taxed at sale, and two states are. */
export const TAX_REGISTRATIONS = ['GB', 'US-CA', 'US-NY'] as const;

const EUROPEAN_UNION =
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' ');

export const MARKETS = [
  { code: 'eu', name: 'European Union', countries: EUROPEAN_UNION, currency: 'EUR', pricesIncludeTax: true },
  { code: 'uk', name: 'United Kingdom', countries: ['GB'], currency: 'GBP', pricesIncludeTax: true },
  { code: 'us', name: 'United States', countries: ['US'], currency: 'USD', pricesIncludeTax: false },
] as const;

export const STOREFRONTS = [
  { prefix: '', market: 'eu', locale: 'en' },
  { prefix: 'de', market: 'eu', locale: 'de' },
  { prefix: 'en-gb', market: 'uk', locale: 'en-GB' },
  { prefix: 'en-us', market: 'us', locale: 'en-US' },
] as const;
