import type { Figure, TableRow } from './blocks.ts';
import { escaped } from './escaped.ts';
import { STYLES } from './styles.ts';

/** The name of a part of a longer mail, and in small letters what it is of. */
export function headingHtml(text: string, detail: string): string {
  const below = detail === '' ? '' : `<p class="soft" style="${STYLES.label}">${escaped(detail)}</p>`;
  return `<h2 style="${STYLES.heading}">${escaped(text)}</h2>${below}`;
}

/** Two beside each other where there is room for them. */
export function figureHtml({ label, value, change }: Figure): string {
  const below =
    change === '' ? '' : `<br><span class="soft" style="${STYLES.detail}">${escaped(change)}</span>`;
  return (
    `<div style="${STYLES.figure}"><span class="soft" style="${STYLES.detail}">${escaped(label)}</span>` +
    `<br><span style="${STYLES.value}">${escaped(value)}</span>${below}</div>`
  );
}

/** Numbers of several things: a table of data, which screen readers read as one. */
export function tableHtml(columns: readonly string[], rows: readonly TableRow[]): string {
  const heads = columns.map((column, index) => {
    const style = index === 0 ? `${STYLES.head};${STYLES.first}` : STYLES.head;
    return `<th scope="col" class="soft edge" style="${style}">${escaped(column)}</th>`;
  });
  const body = rows.map(({ cells, isTotal }) => {
    const weight = isTotal ? ';font-weight:700' : '';
    const parts = cells.map((cell, index) =>
      index === 0
        ? `<th scope="row" class="edge" style="${STYLES.cell};${STYLES.first};font-weight:${isTotal ? 700 : 400}">${escaped(cell)}</th>`
        : `<td class="edge" style="${STYLES.cell}${weight}">${escaped(cell)}</td>`,
    );
    return `<tr>${parts.join('')}</tr>`;
  });
  return (
    `<table style="${STYLES.table}"><thead><tr>${heads.join('')}</tr></thead>` +
    `<tbody>${body.join('')}</tbody></table>`
  );
}
