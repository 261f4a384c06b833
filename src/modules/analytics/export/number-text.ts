import type { Cell, Column } from './export-sheet.ts';

/** A cell as people read it: `1,234.50`, `12.5 %`; of a dimension what stands for what is not known. */
export function cellTextOf(cell: Cell, { id, kind }: Pick<Column, 'id' | 'kind'>): string {
  if (cell === undefined) return '–';
  if ('text' in cell) return cell.text === '' && kind === 'text' ? 'Not known' : nameOf(id, cell.text);
  if ('decimal' in cell) return grouped(cell.decimal);
  if (kind === 'share') return `${(Number(cell.number) * 100).toFixed(1)} %`;
  if (kind === 'number') return grouped(Number(cell.number).toFixed(2));
  return grouped(String(cell.number));
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function nameOf(dimension: string, text: string): string {
  if (dimension === 'weekday') return WEEKDAYS[Number(text) - 1] ?? text;
  return dimension === 'hour' ? `${text}:00` : text.replace('T', ' ');
}

/** Exact, however long: a thousand's comma in the digits before the point. */
function grouped(decimal: string): string {
  const [whole = '', part] = decimal.split('.');
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return part === undefined ? text : `${text}.${part}`;
}
