import type { Row } from './read/csv.ts';

/** The columns of a file. Names are compared without regard to case and spacing, as people retype them. */
export type Header = {
  readonly names: readonly string[];
  /** The place of the first of these names that the file has. */
  readonly find: (...names: readonly string[]) => number | undefined;
  readonly has: (...names: readonly string[]) => boolean;
};

export function headerOf(names: readonly string[]): Header {
  const places = new Map<string, number>();
  for (const [place, name] of names.entries()) {
    const known = columnName(name);
    if (known !== '' && !places.has(known)) places.set(known, place);
  }
  const find = (...wanted: readonly string[]): number | undefined => {
    for (const name of wanted) {
      const place = places.get(columnName(name));
      if (place !== undefined) return place;
    }
    return undefined;
  };
  return { names, find, has: (...wanted) => find(...wanted) !== undefined };
}

/** `Option1  Name ` is the same column as `option1 name`. */
export function columnName(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The cell at this place, '' when the row is shorter or there is no such column. */
export function cellAt(row: Row, place: number | undefined): string {
  return place === undefined ? '' : (row.cells[place] ?? '');
}

/** The share of `names` that the header has: how formats recognise themselves. */
export function shareOf(header: Header, names: readonly string[]): number {
  return names.filter((name) => header.has(name)).length / names.length;
}
