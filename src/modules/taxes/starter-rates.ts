import type { TaxRateDraft } from './save-tax-rates.ts';
import type { TaxClass } from './tax-rate.ts';

/** Classes that the starter rates know; everything else is standard. */
export const STARTER_CLASSES: readonly TaxClass[] = [
  { code: 'books', name: 'Printed books' },
  { code: 'food', name: 'Food' },
];

// Compared with the open data set ibericode/vat-rates of 12 August 2025, which follows the Commission's "Taxes in Europe"
// database; standard rates also with the Tax Foundation's survey of 26 January 2026.
const COMPARED = 'ibericode/vat-rates, 2025-08-12';
// Known to us, and found in no second place.
const UNVERIFIED = 'not verified';

/**
 * Rates to begin with, as in force in 2026: the standard rates of the Union's 27 members, United Kingdom, Switzerland and
 * Norway, and the reduced ones for printed books and ordinary food where they are beyond doubt; a place without one of
 * those takes its standard rate. A shop confirms them with its adviser: rates change, and many kinds of food differ.
 */
export const STARTER_RATES: readonly TaxRateDraft[] = [
  ...europeanRates(),
  ...territoryRates(),
  ...americanRates(),
];

function europeanRates(): TaxRateDraft[] {
  return [
    ...vat('AT', 'USt.', '20', { books: '10', food: '10' }),
    ...vat('BE', 'BTW/TVA', '21', { books: '6', food: '6' }),
    ...vat('BG', 'ДДС', '20', { books: '9' }),
    ...vat('CY', 'ΦΠΑ', '19'),
    ...vat('CZ', 'DPH', '21', { food: '12' }),
    ...vat('DE', 'MwSt.', '19', { books: '7', food: '7' }),
    ...vat('DK', 'moms', '25'),
    ...vat('EE', 'käibemaks', '22', {}, { until: '2025-07-01' }),
    ...vat('EE', 'käibemaks', '24', { books: '9' }, { from: '2025-07-01' }),
    ...vat('ES', 'IVA', '21', { books: '4' }),
    ...vat('FI', 'ALV', '25.5', {}),
    ...vat('FI', 'ALV', undefined, { books: '14', food: '14' }, { until: '2026-01-01' }),
    ...vat(
      'FI',
      'ALV',
      undefined,
      { books: '13.5', food: '13.5' },
      { from: '2026-01-01', source: UNVERIFIED },
    ),
    ...vat('FR', 'TVA', '20', { books: '5.5', food: '5.5' }),
    ...vat('GR', 'ΦΠΑ', '24', { books: '6' }),
    ...vat('HR', 'PDV', '25', { books: '5' }),
    ...vat('HU', 'ÁFA', '27', { books: '5' }),
    ...vat('IE', 'VAT', '23', { books: '0' }),
    ...vat('IT', 'IVA', '22', { books: '4' }),
    ...vat('LT', 'PVM', '21'),
    ...vat('LU', 'TVA', '17', { books: '3', food: '3' }),
    ...vat('LV', 'PVN', '21'),
    ...vat('MT', 'VAT', '18', { books: '5' }),
    ...vat('NL', 'BTW', '21', { books: '9', food: '9' }),
    ...vat('PL', 'VAT', '23', { books: '5', food: '5' }),
    ...vat('PT', 'IVA', '23', { books: '6' }),
    ...vat('RO', 'TVA', '19', {}, { until: '2025-08-01' }),
    ...vat('RO', 'TVA', '21', { books: '11', food: '11' }, { from: '2025-08-01' }),
    ...vat('SE', 'moms', '25', { books: '6' }),
    ...vat('SI', 'DDV', '22', { books: '5', food: '9.5' }),
    ...vat('SK', 'DPH', '23', { books: '5' }),
    ...vat('GB', 'VAT', '20', { books: '0' }),
    ...vat('CH', 'MWST', '8.1', { books: '2.6', food: '2.6' }, { source: UNVERIFIED }),
    ...vat('NO', 'MVA', '25', { books: '0', food: '15' }, { source: UNVERIFIED }),
  ];
}

/** Places with a rate of their own inside the VAT area. */
function territoryRates(): TaxRateDraft[] {
  return [
    rate({ name: 'USt.', country: 'AT', percent: '19', prefixes: ['6691', '6991', '6992', '6993'] }),
    rate({ name: 'IVA Madeira', country: 'PT', percent: '22', prefixes: ['90', '91', '92', '93', '94'] }),
    rate({
      ...{ name: 'IVA Açores', country: 'PT', percent: '16', source: UNVERIFIED },
      prefixes: ['95', '96', '97', '98', '99'],
    }),
  ];
}

/** A few places of the United States, to show how states, counties and cities add up; a shop enters its own. */
function americanRates(): TaxRateDraft[] {
  const example = { country: 'US', source: `an example, ${UNVERIFIED}` } as const;
  const newYorkCity = ['100', '101', '102', '103', '104', '111', '112', '113', '114', '116'];
  const district = 'Metropolitan Commuter Transportation District';
  return [
    rate({ ...example, name: 'California State', region: 'CA', levy: 'state', percent: '7.25' }),
    rate({
      ...{ ...example, name: 'Los Angeles County', region: 'CA', levy: 'county', percent: '2.5' },
      prefixes: ['900', '902', '904'],
    }),
    rate({ ...example, name: 'New York State', region: 'NY', levy: 'state', percent: '4' }),
    rate({
      ...{ ...example, name: 'New York City', region: 'NY', levy: 'city', percent: '4.5' },
      prefixes: newYorkCity,
    }),
    rate({
      ...{ ...example, name: district, region: 'NY', levy: 'district', percent: '0.375' },
      prefixes: newYorkCity,
    }),
    rate({ ...example, name: 'Texas State', region: 'TX', levy: 'state', percent: '6.25' }),
    rate({
      ...{ ...example, name: 'City of Austin and transit', region: 'TX', levy: 'city', percent: '2' },
      prefixes: ['787'],
    }),
  ];
}

type Validity = { readonly from?: string; readonly until?: string; readonly source?: string };

/** The standard rate, where given, and those of classes. */
function vat(
  country: string,
  name: string,
  standard: string | undefined,
  reduced: Readonly<Record<string, string>> = {},
  validity: Validity = {},
): TaxRateDraft[] {
  const all = [...(standard === undefined ? [] : [['', standard] as const]), ...Object.entries(reduced)];
  return all.map(([taxClass, percent]) => rate({ name, country, taxClass, percent, ...validity }));
}

function rate(
  given: Validity & {
    readonly name: string;
    readonly country: string;
    readonly percent: string;
    readonly region?: string;
    readonly levy?: string;
    readonly taxClass?: string;
    readonly prefixes?: readonly string[];
  },
): TaxRateDraft {
  const { name, country, region, percent } = given;
  return {
    name,
    country,
    ...(region === undefined ? {} : { region }),
    levy: given.levy ?? 'vat',
    taxClass: given.taxClass ?? '',
    postalPrefixes: given.prefixes ?? [],
    rateMillionths: Math.round(Number(percent) * 10_000),
    validFrom: given.from === undefined ? undefined : Temporal.PlainDate.from(given.from),
    validUntil: given.until === undefined ? undefined : Temporal.PlainDate.from(given.until),
    source: given.source ?? COMPARED,
  };
}
