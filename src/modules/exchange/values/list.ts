/**
 * A list as one cell: `['Pot', 'Plants, green']` with ',' is `Pot, Plants\, green`. A backslash stands before
 * a separator, a backslash, or white space at an element's edge, so that any text survives the way there and
 * back.
 */
export function writeList(elements: readonly string[], separator: string): string {
  const special = new RegExp(`[\\\\${separator}]`, 'g');
  const escaped = elements.map((element) => element.replace(special, '\\$&').replace(/^\s|\s$/g, '\\$&'));
  return escaped.join(separator === '>' ? ' > ' : `${separator} `);
}

/** The elements of a list cell, trimmed, empty ones left out. */
export function readList(cell: string, separator: string): string[] {
  return splitList(cell, separator)
    .map(elementOf)
    .filter((element) => element !== '');
}

/** A list of paths: `Home > Mugs; Sale` is `[['Home', 'Mugs'], ['Sale']]`. */
export function readPaths(cell: string, separator: string): string[][] {
  return splitList(cell, separator)
    .map((path) => readList(path, '>'))
    .filter((path) => path.length > 0);
}

export function writePaths(paths: readonly (readonly string[])[], separator: string): string {
  const special = new RegExp(separator, 'g');
  return paths.map((path) => writeList(path, '>').replace(special, '\\$&')).join(`${separator} `);
}

// Cuts at separators that no backslash stands before; the backslashes stay.
function splitList(cell: string, separator: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < cell.length; at += 1) {
    if (cell[at] === '\\') at += 1;
    else if (cell[at] === separator) {
      parts.push(cell.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(cell.slice(start));
  return parts;
}

// White space at the edges goes, unless a backslash says that it belongs to the element.
function elementOf(part: string): string {
  const characters: { readonly text: string; readonly isKept: boolean }[] = [];
  for (let at = 0; at < part.length; at += 1) {
    const isEscaped = part[at] === '\\' && at + 1 < part.length;
    if (isEscaped) at += 1;
    const text = part[at] ?? '';
    characters.push({ text, isKept: isEscaped || text.trim() !== '' });
  }
  const first = characters.findIndex(({ isKept }) => isKept);
  const last = characters.findLastIndex(({ isKept }) => isKept);
  return first === -1
    ? ''
    : characters
        .slice(first, last + 1)
        .map(({ text }) => text)
        .join('');
}
