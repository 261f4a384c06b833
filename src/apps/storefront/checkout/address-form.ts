import {
  type AddressField,
  addressFormat,
  countriesBy,
  type PostalAddress,
} from '../../../modules/markets/index.ts';
import { message } from '../messages/index.ts';
import type { AddressForm, Field } from '../model/index.ts';
import type { Site } from '../site.ts';
import type { Typed } from './typed.ts';

type Input = {
  readonly name: 'shipping' | 'billing' | 'address';
  readonly typed: Typed;
  readonly site: Site;
  /** Where the shop sells to; [] is everywhere. */
  readonly countries: readonly string[];
};

/**
 * The fields of an address as its country asks for them: the country first, since it decides the others; then who and
 * where in that country's order, under its own names for them.
 */
export function addressForm({ name, typed, site, countries }: Input): AddressForm {
  const country = typed.values[`${name}_country`] || countries[0] || site.market.countries[0] || 'US';
  const format = addressFormat(country);
  const section = name === 'address' ? '' : `${name} `;
  const fields = format.fields.map(({ field, isRequired, label, autocomplete, maxLength }): Field => {
    const key = `${name}_${snake(field)}`;
    const shared = {
      name: key,
      label: message(site.locale, label),
      value: typed.values[key] ?? '',
      autocomplete: section + autocomplete,
      isRequired,
      problem: typed.problems.get(key),
    };
    if (field === 'region' && format.regions !== undefined) {
      const choose = { value: '', title: message(site.locale, 'address.choose_region') };
      const options = format.regions.map((region) => ({ value: region.code, title: region.name }));
      return { ...shared, kind: 'select', options: [choose, ...options], width: 'half' };
    }
    return {
      ...shared,
      kind: 'text',
      type: field === 'phone' ? 'tel' : 'text',
      maxLength,
      ...widthOf(field),
    };
  });
  return { name: name === 'address' ? 'shipping' : name, fields: [countryField(), ...paired(fields)] };

  function countryField(): Field {
    const key = `${name}_country`;
    const codes = countries.length > 0 ? countries : undefined;
    const options = countriesBy(site.locale, codes).map(({ code, name: title }) => ({ value: code, title }));
    return {
      kind: 'select',
      name: key,
      label: message(site.locale, 'address.country'),
      value: country,
      autocomplete: `${section}country`,
      isRequired: true,
      options,
      problem: typed.problems.get(key),
    };
  }
}

/** `postalCode` is `postal_code` in forms. */
export function snake(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The typed address as `parsePostalAddress` reads it. */
export function addressInput(typed: Typed, name: Input['name']): Record<string, string> {
  const fields: readonly (AddressField | 'country')[] = [
    ...(['country', 'name', 'company', 'line1', 'line2', 'city', 'region', 'postalCode', 'phone'] as const),
  ];
  return Object.fromEntries(fields.map((field) => [field, typed.values[`${name}_${snake(field)}`] ?? '']));
}

/** The address as its fields hold it. */
export function addressValues(
  name: Input['name'],
  address: PostalAddress | undefined,
): Record<string, string> {
  const entries = Object.entries(address ?? {});
  return Object.fromEntries(entries.map(([field, value]) => [`${name}_${snake(field)}`, String(value)]));
}

function widthOf(field: AddressField): { readonly width?: 'third' | 'rest' } {
  if (field === 'postalCode') return { width: 'third' };
  return field === 'city' ? { width: 'rest' } : {};
}

/** Postal code and city share a row only where they follow each other. */
function paired(fields: readonly Field[]): readonly Field[] {
  return fields.map((field, index) => {
    if (field.width === undefined) return field;
    const isBeside = [fields[index - 1], fields[index + 1]].some((other) => other?.width !== undefined);
    return isBeside ? field : { ...field, width: undefined };
  });
}
