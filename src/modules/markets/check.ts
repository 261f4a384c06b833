import { parseCurrency, parseLocale, refuse } from '../../kernel/index.ts';
import type { Market, MarketsRefusal, Shop } from './market.ts';

const TEMPLATES: ReadonlySet<string> = new Set(['atelier', 'depot', 'nocturne']);
const LIMITS = {
  name: 200,
  tagline: 300,
  legalName: 300,
  email: 254,
  phone: 50,
  postalAddress: 1_000,
  vatId: 20,
} as const;

/** What is wrong with a shop's details; the first thing found. */
export function shopRefusal(shop: Shop): MarketsRefusal | undefined {
  for (const field of ['name', 'tagline', 'legalName', 'email', 'phone', 'postalAddress', 'vatId'] as const) {
    const refusal = textRefusal(field, shop[field], LIMITS[field]);
    if (refusal !== undefined) return refusal;
  }
  for (const field of ['name', 'legalName', 'email', 'postalAddress'] as const) {
    if (shop[field].trim() === '') return refuse('missing', `a shop needs its ${field}`, field).refusal;
  }
  if (!/^[^\s@]+@[^\s@]+$/.test(shop.email)) return invalid('email', `"${shop.email}" is no e-mail address`);
  if (!/^([A-Z]{2})?$/.test(shop.country)) {
    return invalid('country', 'a country is an ISO 3166-1 code of two capital letters');
  }
  if (!isBaseUrl(shop.baseUrl)) {
    return invalid(
      'baseUrl',
      'an address such as https://shop.example, without a path or a slash at the end',
    );
  }
  if (!isTimeZone(shop.timeZone)) return invalid('timeZone', `"${shop.timeZone}" is no IANA time zone`);
  if (parseCurrency(shop.defaultCurrency) !== shop.defaultCurrency) {
    return invalid('defaultCurrency', `"${shop.defaultCurrency}" is no ISO 4217 currency code`);
  }
  if (parseLocale(shop.defaultLocale) !== shop.defaultLocale) {
    return invalid('defaultLocale', `"${shop.defaultLocale}" is no BCP 47 language tag`);
  }
  return TEMPLATES.has(shop.template) ? undefined : invalid('template', `"${shop.template}" is no template`);
}

/** What is wrong with a market by itself. */
export function marketRefusal(market: Market): MarketsRefusal | undefined {
  if (!/^[a-z0-9-]{1,20}$/.test(market.code)) {
    return invalid('code', 'a code has 1 to 20 lower-case letters, digits and hyphens');
  }
  if (market.name.trim() === '') return refuse('missing', 'a market needs a name', 'name').refusal;
  const tooLong = textRefusal('name', market.name, LIMITS.name);
  if (tooLong !== undefined) return tooLong;
  const seen = new Set<string>();
  for (const [index, country] of market.countries.entries()) {
    const field = `countries[${index}]`;
    if (!/^[A-Z]{2}$/.test(country))
      return invalid(field, `"${country}" is no ISO 3166-1 code of two letters`);
    if (seen.has(country)) return invalid(field, `${country} is listed twice`);
    seen.add(country);
  }
  if (parseCurrency(market.currency) !== market.currency) {
    return invalid('currency', `"${market.currency}" is no ISO 4217 currency code`);
  }
  const isPosition = Number.isInteger(market.position) && Math.abs(market.position) <= 1_000_000;
  return isPosition ? undefined : invalid('position', 'a position is a whole number');
}

/** What is wrong with a storefront's prefix and language. */
export function storefrontRefusal(input: {
  readonly prefix: string;
  readonly locale: string;
}): MarketsRefusal | undefined {
  if (!/^$|^[a-z]{2}(-[a-z0-9]{2,8})?$/.test(input.prefix)) {
    return invalid('prefix', "a prefix is '' or a language, with a region if need be: de, en-us");
  }
  if (parseLocale(input.locale) === input.locale) return undefined;
  return invalid('locale', `"${input.locale}" is no BCP 47 language tag`);
}

function textRefusal(field: string, text: string, limit: number): MarketsRefusal | undefined {
  if (text.length > limit)
    return refuse('too_long', `${field} has at most ${limit} characters`, field).refusal;
  return text.includes('\0') ? invalid(field, `${field} contains a NUL character`) : undefined;
}

function invalid(field: string, message: string): MarketsRefusal {
  return refuse('invalid', message, field).refusal;
}

function isBaseUrl(text: string): boolean {
  if (text === '') return true;
  return /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return !/^[+-]/.test(name);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
