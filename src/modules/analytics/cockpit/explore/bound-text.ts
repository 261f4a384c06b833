/**
 * What somebody typed as the number of a bound: of a share in per cent. `undefined` is no number yet.
 *
 * @example valueTyped('25', 'share') // '0.25'
 */
export function valueTyped(typed: string, kind: string): string | undefined {
  const [, sign = '', whole = '', part = ''] = /^(-?)(\d{1,15})(?:[.,](\d{1,6}))?$/.exec(typed.trim()) ?? [];
  if (whole === '') return undefined;
  if (kind !== 'share') return trimmed(sign, whole, part);
  const digits = whole.padStart(3, '0');
  return trimmed(sign, digits.slice(0, -2), `${digits.slice(-2)}${part}`.slice(0, 6));
}

/** The same back: as it is typed. */
export function typedValue(value: string, kind: string): string {
  if (kind !== 'share') return value;
  const [, sign = '', whole = '', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  const digits = part.padEnd(2, '0');
  return trimmed(sign, `${whole}${digits.slice(0, 2)}`, digits.slice(2));
}

/** Without noughts that say nothing. */
function trimmed(sign: string, whole: string, part: string): string {
  const [units, decimals] = [whole.replace(/^0+(?=\d)/, ''), part.replace(/0+$/, '')];
  return `${sign}${units}${decimals === '' ? '' : `.${decimals}`}`;
}
