/** A field by which a list is narrowed; its key is the field of the API's query, and of the address. */
export type Filter = {
  readonly key: string;
  readonly label: string;
} & (
  | { readonly kind: 'choice'; readonly options: readonly Option[]; readonly isMany?: boolean }
  | { readonly kind: 'text' | 'date' | 'number' }
  | { readonly kind: 'flag' }
);

export type Option = { readonly value: string; readonly label: string };

export type Sorting = { readonly value: string; readonly label: string };

/** How a set filter reads: `Status: paid, fulfilled`. */
export function filterText(
  filter: Filter,
  values: readonly string[],
  words: { yes: string; no: string },
): string {
  const name = (value: string) => {
    if (filter.kind === 'flag') return value === 'true' ? words.yes : words.no;
    if (filter.kind !== 'choice') return value;
    return filter.options.find((option) => option.value === value)?.label ?? value;
  };
  return `${filter.label}: ${values.map(name).join(', ')}`;
}
