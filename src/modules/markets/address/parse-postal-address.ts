import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { ADDRESS_LIMITS, type AddressField, type AddressFormat, addressFormat } from './address-format.ts';
import { countryFormat, isCountry } from './countries.ts';
import type { PostalAddress } from './postal-address.ts';
import { normalPostalCode } from './postal-code.ts';
import { findRegion } from './region.ts';

/** One thing that is wrong with an address; `field` is the path of the field. */
export type AddressProblem = Refusal<'missing' | 'too_long' | 'invalid' | 'unknown_country'>;

/** All that is wrong with an address at once; `message` says the first of it. */
export type AddressRefusal = Refusal<'invalid_address'> & { readonly problems: readonly AddressProblem[] };

/**
 * The address in `input`, put right: trimmed, postal code and region in the country's usual form. Fields that the
 * country does not use are left out, as autofill gives them everywhere. Refused with every problem, each with its field
 * and an example of what would be accepted.
 *
 * @param field the path that the problems' fields begin with: `shippingAddress` gives `shippingAddress.postalCode`
 * @example
 * parsePostalAddress({ name: 'Ada', line1: '12 St James Sq', city: 'London', postalCode: 'sw1y4jh', country: 'GB' })
 * // ok: { …, postalCode: 'SW1Y 4JH' }
 */
export function parsePostalAddress(
  input: unknown,
  { field = '' }: { readonly field?: string } = {},
): Result<PostalAddress, AddressRefusal> {
  const path = (name: string) => (field === '' ? name : `${field}.${name}`);
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return refused([problem('invalid', 'an address is an object of fields', field || 'address')]);
  }
  const given = new Map<string, unknown>(Object.entries(input));
  const country = countryOf(given.get('country'));
  if (typeof country !== 'string') return refused([{ ...country, field: path('country') }]);
  const format = addressFormat(country);
  const problems: AddressProblem[] = [];
  const values = new Map<AddressField, string>();
  for (const { field: name, isRequired } of format.fields) {
    const read = fieldOf(name, given.get(name), { country, format, isRequired });
    if (typeof read === 'string') values.set(name, read);
    else if (read !== undefined) problems.push({ ...read, field: path(name) });
  }
  return problems.length > 0 ? refused(problems) : ok(addressOf(values, country));
}

type Place = { readonly country: string; readonly format: AddressFormat; readonly isRequired: boolean };

function countryOf(value: unknown): string | AddressProblem {
  if (value === undefined || value === null || value === '') {
    return problem('missing', 'a country is needed: its code of two letters, such as DE');
  }
  const code = typeof value === 'string' ? value.slice(0, 10).trim().toUpperCase() : '';
  return isCountry(code)
    ? code
    : problem('unknown_country', 'a country is an ISO 3166-1 code of two letters, such as DE');
}

/** The field's value in its usual form, `undefined` when it is empty and may be, or what is wrong. */
function fieldOf(name: AddressField, value: unknown, place: Place): string | AddressProblem | undefined {
  if (value !== undefined && value !== null && typeof value !== 'string') {
    return problem('invalid', `${WORDS[name]} is text`);
  }
  // Cut before anything is done with it; what is cut is far too long anyway.
  const text = (value ?? '')
    .slice(0, 1_000)
    .normalize('NFC')
    .replace(/[\t ]+/g, ' ')
    .trim();
  if (text === '') {
    if (!place.isRequired) return undefined;
    return problem('missing', `${WORDS[name]} is needed${exampleOf(name, place)}`);
  }
  if (UNPRINTABLE.test(text)) {
    return problem('invalid', `${WORDS[name]} has characters that cannot be printed`);
  }
  const limit = ADDRESS_LIMITS[name];
  if (text.length > limit) return problem('too_long', `${WORDS[name]} has at most ${limit} characters`);
  if (name === 'postalCode') return postalCodeOf(text, place);
  if (name === 'region') return regionOf(text, place);
  return name === 'phone' ? phoneOf(text) : text;
}

function postalCodeOf(text: string, place: Place): string | AddressProblem {
  const code = normalPostalCode(place.country, text);
  return code ?? problem('invalid', `"${text}" is no postal code there${exampleOf('postalCode', place)}`);
}

/** Where the country's regions are listed and one is needed, one of them; else any text. */
function regionOf(text: string, place: Place): string | AddressProblem {
  const found = findRegion(place.country, text);
  if (found !== undefined) return found.code;
  if (place.format.regions === undefined || !place.isRequired) return text;
  return problem('invalid', `"${text}" is no region there${exampleOf('region', place)}`);
}

/** Digits with what people put between them (ITU-T E.123); an extension is told to the carrier otherwise. */
function phoneOf(text: string): string | AddressProblem {
  const digits = text.replace(/\D/g, '').length;
  const isPhone = /^\+?[\d ()./-]+$/.test(text) && digits >= 5 && digits <= 15;
  return isPhone ? text : problem('invalid', 'a phone number has 5 to 15 digits, such as +49 40 66969 120');
}

function exampleOf(name: AddressField, { format }: Place): string {
  if (name === 'postalCode') return `, such as ${format.postalCode?.example}`;
  const [region] = format.regions ?? [];
  return name === 'region' && region !== undefined ? `, such as ${region.code} (${region.name})` : '';
}

function addressOf(values: ReadonlyMap<AddressField, string>, country: string): PostalAddress {
  const optional = (['company', 'line2', 'region', 'postalCode', 'phone'] as const).flatMap((name) => {
    const value = values.get(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  const line1 = values.get('line1') ?? '';
  const region = findRegion(country, values.get('region') ?? '')?.name ?? values.get('region');
  // A country that is one city, or whose addresses name no more than the region.
  const city = values.get('city') ?? countryFormat(country).cityIfNone ?? region ?? line1;
  return { name: values.get('name') ?? '', line1, city, country, ...Object.fromEntries(optional) };
}

function refused(problems: readonly AddressProblem[]): {
  readonly ok: false;
  readonly refusal: AddressRefusal;
} {
  const [first] = problems;
  const message = first?.message ?? 'the address cannot be used';
  return { ok: false, refusal: { code: 'invalid_address', message, problems } };
}

function problem(code: AddressProblem['code'], message: string, field?: string): AddressProblem {
  return refuse(code, message, field).refusal;
}

// Controls, line and paragraph separators, halves of surrogate pairs, and marks that turn the direction of text.
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/u;

const WORDS: Readonly<Record<AddressField, string>> = {
  name: 'a name',
  company: 'a company',
  line1: 'a street and number',
  line2: 'an address supplement',
  city: 'a city',
  region: 'a region',
  postalCode: 'a postal code',
  phone: 'a phone number',
};
