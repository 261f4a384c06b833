export type DecimalMark = '.' | ',';

export type DecimalReading =
  | { readonly ok: true; readonly decimal: string }
  | { readonly ok: false; readonly code: 'not_a_number' | 'ambiguous_number' };

/**
 * The number in `text` as a plain decimal: `1.234,50 €` is `1234.50`. A value that reads the same whatever
 * the file's habit is read by itself; `1,234` is not such a value (1234 or 1.234?), so it follows the mark
 * that the column's other values show, and is refused when they show none or both. `1.234` alone is read with
 * a decimal point, as programs write it. Currency signs and codes, spaces and Swiss apostrophes are taken
 * off.
 */
export function readDecimal(text: string, columnMark: DecimalMark | undefined): DecimalReading {
  const bare = bareNumber(text);
  if (bare === undefined) return { ok: false, code: 'not_a_number' };
  const own = markOf(bare);
  if (own === 'contradictory') return { ok: false, code: 'not_a_number' };
  if (own !== undefined) return plain(bare, own);
  if (!/[.,]/.test(bare)) return { ok: true, decimal: bare };
  if (columnMark !== undefined) return plain(bare, columnMark);
  return bare.includes('.') ? plain(bare, '.') : { ok: false, code: 'ambiguous_number' };
}

/**
 * The decimal mark that the values of a column show, or undefined when they show none or contradict each
 * other.
 */
export function columnMark(values: Iterable<string>): DecimalMark | undefined {
  let seen: DecimalMark | undefined;
  for (const value of values) {
    const mark = evidence(value);
    if (mark === undefined) continue;
    if (seen !== undefined && seen !== mark) return undefined;
    seen = mark;
  }
  return seen;
}

/** The mark that this one value shows: `33,61` shows a comma, `1.234` shows nothing. */
export function evidence(text: string): DecimalMark | undefined {
  const bare = bareNumber(text);
  const mark = bare === undefined ? undefined : markOf(bare);
  return mark === 'contradictory' ? undefined : mark;
}

function bareNumber(text: string): string | undefined {
  const bare = text
    .replace(/[\s\u00a0\u202f'’]/g, '')
    .replace(/^([+-]?)(?:\p{Sc}|[A-Z]{3})/u, '$1')
    .replace(/(?:\p{Sc}|[A-Z]{3})$/u, '');
  return /^[+-]?[0-9.,]*[0-9][0-9.,]*$/.test(bare) ? bare : undefined;
}

function markOf(bare: string): DecimalMark | 'contradictory' | undefined {
  const digits = bare.replace(/^[+-]/, '');
  const points = count(digits, '.');
  const commas = count(digits, ',');
  if (points > 0 && commas > 0) {
    const mark = digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ',';
    return isGrouped(digits, mark) ? mark : 'contradictory';
  }
  if (points + commas === 0) return undefined;
  const sign = points > 0 ? '.' : ',';
  const other = sign === '.' ? ',' : '.';
  if (points + commas > 1) return isGrouped(digits, other) ? other : 'contradictory';
  const [whole = '', fraction = ''] = digits.split(sign);
  const couldBeThousands = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  return couldBeThousands ? undefined : sign;
}

// `1.234.567,5` with ',' as the mark: groups of three behind a first group of one to three, one mark at most.
function isGrouped(digits: string, mark: DecimalMark): boolean {
  const group = mark === ',' ? '\\.' : ',';
  return new RegExp(`^\\d{1,3}(${group}\\d{3})*(\\${mark}\\d*)?$`).test(digits);
}

function plain(bare: string, mark: DecimalMark): DecimalReading {
  const ungrouped = bare.replaceAll(mark === ',' ? '.' : ',', '');
  const decimal = ungrouped
    .replace(mark, '.')
    .replace(/^([+-]?)\./, '$10.')
    .replace(/\.$/, '');
  return count(decimal, '.') > 1 ? { ok: false, code: 'not_a_number' } : { ok: true, decimal };
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
