// Characters after which a spreadsheet runs a cell as a formula (ASVS 5.0 1.2.10).
const LIVE = /^'*[=+\-@\t\r]/;
const MARKED = /^'+[=+\-@\t\r]/;

/** The cell as text that no spreadsheet runs: `=1+1` becomes `'=1+1`, and `'=x` becomes `''=x`. */
export function neutralise(cell: string): string {
  return LIVE.test(cell) ? `'${cell}` : cell;
}

/** What `neutralise` was given: `restore(neutralise(x)) === x` for every x. */
export function restore(cell: string): string {
  return MARKED.test(cell) ? cell.slice(1) : cell;
}
