/** `size=XS,color=Black` as pairs. A comma inside a value is not followed by a code and an equals sign. */
export function readPairs(cell: string): [string, string][] {
  return cell
    .split(/,(?=[a-z0-9_]+=)/i)
    .map((pair): [string, string] => {
      const at = pair.indexOf('=');
      return at === -1 ? ['', ''] : [pair.slice(0, at).trim(), unquote(pair.slice(at + 1).trim())];
    })
    .filter(([code]) => code !== '');
}

/** `sku=A,size=S|sku=B,size=M`: one list of pairs a variation. */
export function readVariations(cell: string): ReadonlyMap<string, string>[] {
  return cell
    .split('|')
    .map((part) => new Map(readPairs(part)))
    .filter((pairs) => pairs.has('sku'));
}

/** `size=Size,color=Colour`: the labels of option codes; a code without one is its own, capitalised. */
export function readLabels(cell: string): (code: string) => string {
  const labels = new Map(readPairs(cell));
  return (code) => {
    const words = code.replaceAll('_', ' ');
    return labels.get(code) || words.charAt(0).toUpperCase() + words.slice(1);
  };
}

/**
 * `Default Category/Gear/Bags` as `['Gear', 'Bags']`: the first name is the root that every Magento shop has.
 */
export function readMagentoCategories(cell: string): string[][] {
  const paths = cell
    .split(',')
    .map((path) =>
      path
        .split('/')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    )
    .map((names) => names.slice(1))
    .filter((names) => names.length > 0);
  const isPrefix = (short: readonly string[], long: readonly string[]): boolean =>
    short.length < long.length && short.every((name, depth) => name === long[depth]);
  // Magento lists every ancestor too; the deepest ones say it all.
  return paths.filter((path) => !paths.some((other) => isPrefix(path, other)));
}

function unquote(text: string): string {
  return /^".*"$/.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text;
}
