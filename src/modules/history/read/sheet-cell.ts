/** A cell as the sheet's XML has it; `style` is a place among those of the workbook. */
export type Cell = { readonly place: number; readonly type: string; readonly style: number; text: string };

const DAY_SECONDS = 86_400;

/** Without the prefix of its namespace. */
export function bare(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/**
 * A day as a workbook counts it, as text: days since the last of 1899 (of 1904 where it says so), their part the time.
 *
 * @example dayText(45301.5, false) // '2024-01-10 12:00:00'
 */
export function dayText(serial: number, is1904: boolean): string {
  const seconds = Math.round(serial * DAY_SECONDS);
  const begin = Temporal.PlainDateTime.from(is1904 ? '1904-01-01' : '1899-12-30');
  const at = begin.add({ seconds });
  return seconds % DAY_SECONDS === 0
    ? at.toPlainDate().toString()
    : at.toString({ smallestUnit: 'second' }).replace('T', ' ');
}
