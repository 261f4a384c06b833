import { REGIONS_OF_AFRICA_AND_OCEANIA } from './regions/africa-oceania.ts';
import { REGIONS_OF_AMERICAS } from './regions/americas.ts';
import { REGIONS_OF_ASIA } from './regions/asia.ts';
import { REGIONS_OF_EUROPE } from './regions/europe.ts';

/** A state, province or the like: `{ code: 'CA', name: 'California' }`. */
export type Region = {
  /** ISO 3166-2 without the country; where the standard has none, a short name of ours. */
  readonly code: string;
  readonly name: string;
  /** In the country's own script. */
  readonly localName?: string;
};

const TEXTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...REGIONS_OF_AFRICA_AND_OCEANIA,
    ...REGIONS_OF_AMERICAS,
    ...REGIONS_OF_ASIA,
    ...REGIONS_OF_EUROPE,
  }),
);
const parsed = new Map<string, readonly Region[]>();

/** The regions that addresses in a country name, in the order of their names; [] where there is no list. */
export function regionsOf(country: string): readonly Region[] {
  const known = parsed.get(country) ?? (TEXTS.get(country) ?? '').split(';').flatMap(regionOf);
  parsed.set(country, known);
  return known;
}

/** The region that a shopper means: its code or its name in either script, whatever the case and the accents. */
export function findRegion(country: string, text: string): Region | undefined {
  const wanted = plain(text);
  return regionsOf(country).find((region) =>
    [region.code, region.name, region.localName ?? ''].some((word) => word !== '' && plain(word) === wanted),
  );
}

function regionOf(entry: string): Region[] {
  const [code = '', name = '', localName] = entry.trim().split('=');
  if (code === '') return [];
  return [localName === undefined ? { code, name } : { code, name, localName }];
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
