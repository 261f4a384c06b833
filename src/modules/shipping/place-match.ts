import type { Destination, Place } from './zone.ts';

/**
 * How exactly a place names a destination, or `undefined` when it does not: an exact postal code before a range or a
 * beginning (the longer the better), those before a region, a region before a country, a country before the rest of the
 * world.
 */
export function specificity(place: Place, destination: Destination): number | undefined {
  const country = destination.country.toUpperCase();
  if (place.countries.length === 0) return 0;
  if (!place.countries.includes(country)) return undefined;
  if (place.postalCodes.length > 0) {
    const code = compactCode(destination.postalCode ?? '');
    const exactness = Math.max(0, ...place.postalCodes.map((pattern) => exactnessOf(pattern, code)));
    return exactness > 0 ? 1_000 + exactness : undefined;
  }
  if (place.regions.length === 0) return 1;
  const region = `${country}-${destination.region?.toUpperCase()}`;
  return place.regions.includes(region) ? 2 : undefined;
}

/** The one of these that names the destination most exactly; of several the first. */
export function mostSpecific<Some extends Place>(
  places: readonly Some[],
  destination: Destination,
): Some | undefined {
  let best: { readonly place: Some; readonly exactness: number } | undefined;
  for (const place of places) {
    const exactness = specificity(place, destination);
    if (exactness !== undefined && (best === undefined || exactness > best.exactness)) {
      best = { place, exactness };
    }
  }
  return best?.place;
}

/** Capitals and digits only, so that `SW1A 2AA` and `sw1a2aa` are one code. */
export function compactCode(text: string): string {
  return text.toUpperCase().replace(/[^0-9A-Z]/g, '');
}

/** `27498`, `BT*`, `18500..18599`; also what a manager types with spaces: `SW1A 2AA`. */
export function isPostalPattern(pattern: string): boolean {
  if (pattern.length > 40) return false;
  const [from = '', to] = pattern.split('..').map(compactCode);
  if (to === undefined) return /^[0-9A-Z -]{1,12}\*?$/i.test(pattern) && from !== '';
  return /^\d{1,12}$/.test(from) && /^\d{1,12}$/.test(to) && from.length === to.length && from <= to;
}

/** 0 = does not fit; more = fewer codes fit: `2*` and `20000..29999` are as exact, `20000..21149` is more. */
function exactnessOf(pattern: string, code: string): number {
  if (code === '') return 0;
  const [from = '', to] = pattern.split('..').map(compactCode);
  if (to === undefined) {
    if (pattern.endsWith('*')) return code.startsWith(from) ? 1 + from.length : 0;
    return code === from ? 100 : 0;
  }
  // Digits of one length compare as text as they do as numbers.
  const start = code.slice(0, from.length);
  if (start.length < from.length || start < from || start > to) return 0;
  return 1 + from.length - Math.log10(Number(to) - Number(from) + 1);
}
