/**
 * Where consumers may withdraw from a contract made at a distance for 14 days: the European Economic Area by Directive
 * 2011/83/EU, the United Kingdom by its Consumer Contracts Regulations 2013.
 */
const COUNTRIES: ReadonlySet<string> = new Set([
  ...[
    'AT',
    'BE',
    'BG',
    'CY',
    'CZ',
    'DE',
    'DK',
    'EE',
    'ES',
    'FI',
    'FR',
    'GR',
    'HR',
    'HU',
    'IE',
    'IT',
    'LT',
    'LU',
  ],
  ...['LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK', 'IS', 'LI', 'NO', 'GB'],
]);

export function mayWithdraw(country: string): boolean {
  return COUNTRIES.has(country);
}
