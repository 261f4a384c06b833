import { parseCurrency, parseLocale, refuse } from '../../kernel/index.ts';
import type { Market, MarketsRefusal, Shop, TemplateName } from './market.ts';

export const TEMPLATE_NAMES = ['atelier', 'depot', 'nocturne'] as const satisfies readonly TemplateName[];
const TEMPLATES: ReadonlySet<string> = new Set(TEMPLATE_NAMES);
const LIMITS = {
  name: 200,
  tagline: 300,
  legalName: 300,
  email: 254,
  phone: 50,
  postalAddress: 1_000,
  vatId: 20,
} as const;

/** A shop as somebody describes it, before its language is known to be one. */
export type ShopDraft = Omit<Shop, 'defaultLocale'> & { readonly defaultLocale: string };

/** Everything that is wrong with a shop's details, one problem a field. */
export function shopProblems(shop: ShopDraft): readonly MarketsRefusal[] {
  const problems = [...textProblems(shop), ...detailProblems(shop)];
  return problems.filter(({ field }, index) => problems.findIndex((one) => one.field === field) === index);
}

function textProblems(shop: ShopDraft): readonly MarketsRefusal[] {
  const fields = ['name', 'tagline', 'legalName', 'email', 'phone', 'postalAddress', 'vatId'] as const;
  const tooLong = fields.flatMap((field) => textRefusal(field, shop[field], LIMITS[field]) ?? []);
  const missing = (['name', 'legalName', 'email', 'postalAddress'] as const)
    .filter((field) => shop[field].trim() === '')
    .map((field) => refuse('missing', `a shop needs its ${field}`, field).refusal);
  return [...tooLong, ...missing];
}

function detailProblems(shop: ShopDraft): readonly MarketsRefusal[] {
  const { email, country, timeZone, defaultCurrency, defaultLocale, template } = shop;
  const rules: readonly (readonly [isRight: boolean, field: keyof Shop, message: string])[] = [
    [/^[^\s@]+@[^\s@]+$/.test(email), 'email', `"${email}" is no e-mail address`],
    [/^([A-Z]{2})?$/.test(country), 'country', 'a country is an ISO 3166-1 code of two capital letters'],
    [
      isBaseUrl(shop.baseUrl),
      'baseUrl',
      'such as https://shop.example, without a path or a slash at the end',
    ],
    [isTimeZone(timeZone), 'timeZone', `"${timeZone}" is no IANA time zone`],
    [
      parseCurrency(defaultCurrency) === defaultCurrency,
      'defaultCurrency',
      `"${defaultCurrency}" is no ISO 4217 currency code`,
    ],
    [isLanguage(defaultLocale), 'defaultLocale', `"${defaultLocale}" is no BCP 47 language tag`],
    [TEMPLATES.has(template), 'template', `"${template}" is no template`],
  ];
  return rules.flatMap(([isRight, field, message]) => (isRight ? [] : [invalid(field, message)]));
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
  if (isLanguage(input.locale)) return undefined;
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

/** A tag that names a language, as pages name theirs: without extensions (`-u-…`), which say how to sort and count. */
function isLanguage(tag: string): boolean {
  return parseLocale(tag) === tag && new Intl.Locale(tag).baseName === tag;
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
