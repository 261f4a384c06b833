import type { Spoken } from '../language/names/names-of.ts';
import type { Cell, Column } from './export-sheet.ts';
import { FILE_WORDS } from './file-words.ts';

/** A cell as people read it: `1,234.50`, `12.5 %`; of a dimension what stands for what is not known. */
export function cellTextOf(cell: Cell, { id, kind }: Pick<Column, 'id' | 'kind'>, language: Spoken): string {
  if (cell === undefined) return '–';
  if ('text' in cell) {
    return cell.text === '' && kind === 'text'
      ? FILE_WORDS[language].unknown
      : nameOf(id, cell.text, language);
  }
  if ('decimal' in cell) return grouped(cell.decimal, language);
  if (kind === 'share') return `${grouped((Number(cell.number) * 100).toFixed(1), language)} %`;
  if (kind === 'number') return grouped(Number(cell.number).toFixed(2), language);
  return grouped(String(cell.number), language);
}

function nameOf(dimension: string, text: string, language: Spoken): string {
  if (dimension === 'weekday' && /^[1-7]$/.test(text)) {
    // The first of January 2024 was a Monday.
    const day = new Date(Date.UTC(2024, 0, Number(text)));
    return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(day);
  }
  return dimension === 'hour' ? `${text}:00` : text.replace('T', ' ');
}

/** Exact, however long: with the signs of the language between thousands and before the part. */
function grouped(decimal: string, language: Spoken): string {
  const [whole = '', part] = decimal.split('.');
  const signs = new Intl.NumberFormat(language).formatToParts(11_111.5);
  const sign = (type: 'group' | 'decimal') => signs.find((one) => one.type === type)?.value ?? '';
  // The fonts have no narrow space.
  const text = whole.replace(/\B(?=(\d{3})+$)/g, sign('group').replace('\u202f', '\u00a0'));
  return part === undefined ? text : `${text}${sign('decimal')}${part}`;
}
