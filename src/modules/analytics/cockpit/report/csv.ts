import type { Report, Row, Value } from '../report.ts';

/**
 * What is shown as CSV (RFC 4180), amounts as decimals with a point. Text that a spreadsheet would run as a formula has an
 * apostrophe before it.
 *
 * @example
 * reportCsv(report, rows, { hasBefore: false });
 * // product,title,currency,net_sales
 */
export function reportCsv(
  { dimensions, measures }: Pick<Report, 'dimensions' | 'measures'>,
  rows: readonly Row[],
  { hasBefore }: { readonly hasBefore: boolean },
): string {
  const [names, numbers] = [dimensions.map(({ id }) => id), measures.map(({ id }) => id)];
  const head = [...names, 'currency', ...numbers, ...(hasBefore ? numbers.map((id) => `${id}_before`) : [])];
  const lines = rows.map(({ of, currency = '', values, before }) => [
    ...names.map((id) => textCell(of[id] ?? '')),
    currency,
    ...numbers.map((id) => numberCell(values[id])),
    ...(hasBefore ? numbers.map((id) => numberCell(before?.[id])) : []),
  ]);
  return [head, ...lines].map((cells) => `${cells.join(',')}\r\n`).join('');
}

function textCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function numberCell(value: Value): string {
  return value === null || value === undefined ? '' : String(value);
}
