import { countryFormat } from './countries.ts';

/**
 * A postal code in its country's usual form, or `undefined` when it is none: spaces, marks, case and a country's
 * letters in front (`D-20457`) are put right. `text` is not empty.
 *
 * @example
 * normalPostalCode('GB', 'sw1a2aa') // 'SW1A 2AA'
 * normalPostalCode('PL', '00950') // '00-950'
 */
export function normalPostalCode(country: string, text: string): string | undefined {
  const { code, split } = countryFormat(country);
  if (code === undefined) return undefined;
  const compact = text.toUpperCase().replace(/[\s\p{Pd}.]/gu, '');
  const withoutLetters = compact.replace(/^[A-Z]{1,3}(?=\d)/, '');
  // 'LV-1073' where somebody wrote 1073: the example shows what belongs in front.
  const front = /^[A-Z]{2}(?=[-\d])/.exec(countryFormat(country).example ?? '')?.[0] ?? '';
  return [compact, withoutLetters, front + withoutLetters]
    .map((candidate) => marked(candidate, split))
    .find((candidate) => code.test(candidate));
}

function marked(compact: string, split: { readonly at: number; readonly mark: string } | undefined): string {
  if (split === undefined) return compact;
  const at = split.at < 0 ? compact.length + split.at : split.at;
  return at > 0 && at < compact.length ? compact.slice(0, at) + split.mark + compact.slice(at) : compact;
}

/**
 * The usual form as the `pattern` attribute of a field (HTML, section 4.10.5.3.6), which knows no flags: either case,
 * and marks may be left out.
 */
export function postalCodePattern(code: RegExp): string {
  let isInClass = false;
  const source = code.source.replace(/^\^|\$$/g, '');
  return source.replace(/\\.|\{[^}]*\}|[[\]]|[A-Z](?:-[A-Z])?|[ -]/g, (part) => {
    if (part === '[') isInClass = true;
    else if (part === ']') isInClass = false;
    else if (part === ' ' || part === '-') return isInClass ? part : '[ \\-]?';
    else if (/^[A-Z]/.test(part)) return isInClass ? part + part.toLowerCase() : either(part);
    return part;
  });
}

function either(letter: string): string {
  return [...letter].map((one) => (one === '-' ? '[ \\-]?' : `[${one}${one.toLowerCase()}]`)).join('');
}
