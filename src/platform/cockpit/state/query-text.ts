/**
 * A query as one text, the same for the same query in whatever order it was made: `sort=total&state=paid`.
 *
 * @example
 * queryText({ state: ['paid', 'fulfilled'], q: '' }); // state=paid&state=fulfilled
 */
export function queryText(query: Readonly<Record<string, unknown>>): string {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(query).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') parts.append(name, String(one));
    }
  }
  return parts.toString();
}

/** The query that a text is of: names that come again are lists. */
export function queryOf(text: string): Readonly<Record<string, string | readonly string[]>> {
  const parts = new URLSearchParams(text);
  return Object.fromEntries(
    [...new Set(parts.keys())].map((name) => {
      const [first = '', ...rest] = parts.getAll(name);
      return [name, rest.length === 0 ? first : [first, ...rest]];
    }),
  );
}
