/** What a reader calls what reports name by ids: one place for screens, mails, files and docs. */
export type Names = {
  readonly measures: Readonly<Record<string, string>>;
  readonly dimensions: Readonly<Record<string, string>>;
  /** Of dimensions with few values of our own making. */
  readonly values: Readonly<Record<string, string>>;
  readonly reports: Readonly<Record<string, string>>;
};

/** The same ids in another language, none left out. */
export type Named<English> = { readonly [Id in keyof English]: string };

/**
 * What is newer than these lists is read from its id.
 *
 * @example nameIn({ net_sales: 'Net sales' }, 'units_returned') // Units returned
 */
export function nameIn(names: Readonly<Record<string, string>>, id: string): string {
  const known = Object.hasOwn(names, id) ? names[id] : undefined;
  if (known !== undefined) return known;
  const text = id.replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
