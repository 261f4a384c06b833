import { refuse } from '../../kernel/index.ts';
import { isCountry } from '../markets/index.ts';
import { isPostalPattern } from './place-match.ts';
import type { Place, ShippingRefusal } from './zone.ts';

const LIMITS = { regions: 500, postalCodes: 2_000 } as const;

/** What is wrong with the places of a zone; the first thing found. `path` is '' or ends with a point. */
export function placeRefusal(place: Place, path: string): ShippingRefusal | undefined {
  for (const [index, country] of place.countries.entries()) {
    const field = `${path}countries[${index}]`;
    if (!isCountry(country)) {
      return refuse('unknown_country', `"${country}" is no ISO 3166-1 code of two letters`, field).refusal;
    }
    if (place.countries.indexOf(country) !== index) {
      return refuse('invalid', `${country} is listed twice`, field).refusal;
    }
  }
  for (const name of ['regions', 'postalCodes'] as const) {
    const field = `${path}${name}`;
    if (place[name].length > LIMITS[name]) {
      return refuse('too_many', `at most ${LIMITS[name]}`, field).refusal;
    }
    if (place[name].length > 0 && place.countries.length === 0) {
      return refuse('invalid', 'the rest of the world has no parts: name the countries', field).refusal;
    }
  }
  const badRegion = place.regions.findIndex((region) => !isRegionOf(region, place.countries));
  if (badRegion >= 0) {
    const message = 'a region is one of these countries and its ISO 3166-2 code, such as US-CA';
    return refuse('invalid', message, `${path}regions[${badRegion}]`).refusal;
  }
  const badCode = place.postalCodes.findIndex((pattern) => !isPostalPattern(pattern));
  if (badCode < 0) return undefined;
  const message = 'a postal code, its beginning or a range: 27498, BT*, 18500..18599';
  return refuse('invalid', message, `${path}postalCodes[${badCode}]`).refusal;
}

function isRegionOf(region: string, countries: readonly string[]): boolean {
  return /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(region) && countries.includes(region.slice(0, 2));
}

/** What is wrong with a short text that must be there. */
export function nameRefusal(name: string, field: string): ShippingRefusal | undefined {
  if (name.trim() === '') return refuse('missing', 'a name is needed', field).refusal;
  return name.length > 100
    ? refuse('too_long', 'a name has at most 100 characters', field).refusal
    : undefined;
}
