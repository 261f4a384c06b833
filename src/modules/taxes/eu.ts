const MEMBERS: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

/**
 * Territories of member states outside the area of value added tax, by the beginning of their postal codes
 * (Directive 2006/112/EC, article 6): goods sent there are exported.
 */
const OUTSIDE: Readonly<Record<string, readonly string[]>> = {
  // Heligoland, Büsingen
  DE: ['27498', '78266'],
  // Canary Islands, Ceuta, Melilla
  ES: ['35', '38', '51', '52'],
  // Åland
  FI: ['22'],
  // Overseas departments and territories, where somebody writes FR for them
  FR: ['97', '984', '986', '987', '988'],
  // Mount Athos
  GR: ['63086'],
  // Livigno, Campione d'Italia
  IT: ['23041', '22061'],
};

/** Treated as part of another country for VAT (article 7 of the same directive; Isle of Man: UK law). */
const TREATED_AS: Readonly<Record<string, string>> = { MC: 'FR', IM: 'GB' };

export type TaxPlace = {
  readonly country: string;
  readonly region?: string;
  /** Capitals and digits only: `SW1A2AA`. */
  readonly postalCode?: string;
};

/** The place as tax law names it: Monaco is France; codes in capitals without spaces. */
export function taxPlace(place: TaxPlace): TaxPlace {
  const country = place.country.toUpperCase();
  const code = place.postalCode?.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return {
    country: TREATED_AS[country] ?? country,
    ...(place.region ? { region: place.region.toUpperCase() } : {}),
    ...(code ? { postalCode: code } : {}),
  };
}

export function isMemberState(country: string): boolean {
  return MEMBERS.has(country);
}

/**
 * Whether goods sent there stay in the Union's VAT area. Northern Ireland does for goods (Windsor Framework, article 8
 * and annex 3): postal codes that begin with BT.
 */
export function isInVatArea({ country, postalCode = '' }: TaxPlace): boolean {
  if (country === 'GB') return postalCode.startsWith('BT');
  if (!MEMBERS.has(country)) return false;
  return !(OUTSIDE[country] ?? []).some((prefix) => postalCode.startsWith(prefix));
}
