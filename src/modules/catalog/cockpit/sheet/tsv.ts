/**
 * Cells as spreadsheets put them on the clipboard: tabs between, a line a row, quotes around what has a tab, a line or a
 * quote in it, which is doubled (RFC 4180 with tabs). A line at the very end is none.
 *
 * @example parseTsv('a\t"b\nc"\r\nd') // [['a', 'b\nc'], ['d']]
 */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const endCell = () => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at] ?? '';
    if (isQuoted) {
      if (mark !== '"') cell += mark;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (mark === '"' && cell === '') isQuoted = true;
    else if (mark === '\t') endCell();
    else if (mark === '\n' || mark === '\r') {
      if (mark === '\r' && text[at + 1] === '\n') at += 1;
      endCell();
      if (at < text.length - 1) rows.push([]);
    } else cell += mark;
  }
  const last = rows.at(-1);
  if (!/[\r\n]$/.test(text) || isQuoted || last?.length === 0) endCell();
  return rows;
}

/** The same the other way round. */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join('\t')).join('\n');
}

function quoted(cell: string): string {
  return /[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
