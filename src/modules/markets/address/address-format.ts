import { countryFormat } from './countries.ts';
import type { CityWord, CountryFormat, PostalCodeWord, RegionWord } from './country-format.ts';
import type { PostalAddress } from './postal-address.ts';
import { postalCodePattern } from './postal-code.ts';
import { type Region, regionsOf } from './region.ts';

export type AddressField = Exclude<keyof PostalAddress, 'country'>;

/** The key of a field's label in the shop's messages. */
export type AddressLabel =
  | `address.${'name' | 'company' | 'line1' | 'line2' | 'phone'}`
  | `address.city.${CityWord}`
  | `address.region.${RegionWord}`
  | `address.postal_code.${PostalCodeWord}`;

export type AddressFieldFormat = {
  readonly field: AddressField;
  readonly isRequired: boolean;
  readonly label: AddressLabel;
  /** The HTML autofill token, without a section or `shipping` in front. */
  readonly autocomplete: string;
  readonly maxLength: number;
};

/** What a form asks for an address in a country. */
export type AddressFormat = {
  /** In the order in which the country writes them; the phone number last. */
  readonly fields: readonly AddressFieldFormat[];
  /** Undefined: the country has no postal codes. `pattern` is for the HTML attribute. */
  readonly postalCode: { readonly pattern: string; readonly example: string } | undefined;
  /** Undefined: regions are not listed, or not asked for. */
  readonly regions: readonly Region[] | undefined;
};

export const ADDRESS_LIMITS: Readonly<Record<AddressField, number>> = {
  name: 100,
  company: 100,
  line1: 100,
  line2: 100,
  city: 100,
  region: 100,
  postalCode: 20,
  phone: 30,
};

const AUTOCOMPLETE: Readonly<Record<AddressField, string>> = {
  name: 'name',
  company: 'organization',
  line1: 'address-line1',
  line2: 'address-line2',
  city: 'address-level2',
  region: 'address-level1',
  postalCode: 'postal-code',
  phone: 'tel',
};

const LETTERS: Readonly<Partial<Record<AddressField, string>>> = {
  line1: 'A',
  city: 'C',
  region: 'S',
  postalCode: 'Z',
};

const known = new Map<string, AddressFormat>();

/**
 * Fields, order, labels and postal code of a country (ISO 3166-1 alpha-2).
 *
 * @example
 * addressFormat('NL').fields.map(({ field }) => field)
 * // ['name', 'company', 'line1', 'line2', 'postalCode', 'city', 'phone']
 */
export function addressFormat(country: string): AddressFormat {
  const format = known.get(country) ?? formatOf(country, countryFormat(country));
  known.set(country, format);
  return format;
}

function formatOf(country: string, format: CountryFormat): AddressFormat {
  const fields = fieldsOf(format).map(
    (field): AddressFieldFormat => ({
      field,
      isRequired: isRequired(field, format),
      label: labelOf(field, format),
      autocomplete: AUTOCOMPLETE[field],
      maxLength: ADDRESS_LIMITS[field],
    }),
  );
  const { code, example = '' } = format;
  const regions = fields.some(({ field }) => field === 'region') ? regionsOf(country) : [];
  return {
    fields,
    postalCode: code === undefined ? undefined : { pattern: postalCodePattern(code), example },
    regions: regions.length > 0 ? regions : undefined,
  };
}

/** Names first, wherever a label has them: people expect to be asked for them first. */
function fieldsOf({ lines }: CountryFormat): AddressField[] {
  const places = [...lines.matchAll(/%([ACSZ])/g)].flatMap(([, letter]): AddressField[] => {
    if (letter === 'A') return ['line1', 'line2'];
    return letter === 'C' ? ['city'] : letter === 'S' ? ['region'] : ['postalCode'];
  });
  return ['name', 'company', ...places, 'phone'];
}

function isRequired(field: AddressField, { required = 'AC', lines }: CountryFormat): boolean {
  if (field === 'name') return true;
  const letter = LETTERS[field];
  return letter !== undefined && required.includes(letter) && lines.includes(`%${letter}`);
}

function labelOf(field: AddressField, format: CountryFormat): AddressLabel {
  if (field === 'city') return `address.city.${format.city ?? 'city'}`;
  if (field === 'region') return `address.region.${format.region ?? 'province'}`;
  if (field === 'postalCode') return `address.postal_code.${format.postalCode ?? 'postal_code'}`;
  return `address.${field}`;
}
