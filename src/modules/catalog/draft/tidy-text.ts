/**
 * Without blanks at the ends and with every half of a surrogate pair replaced, which no database could keep.
 */
export function tidyText(text: string): string {
  return text.toWellFormed().trim();
}

/** As {@link tidyText}; nothing left is no value. */
export function tidyOptional(text: string | undefined): string | undefined {
  const tidy = text === undefined ? '' : tidyText(text);
  return tidy === '' ? undefined : tidy;
}

/** Trimmed, without empty ones and without repeats that differ only in case; the first spelling stays. */
export function tidyTags(tags: readonly string[]): string[] {
  const kept = new Map<string, string>();
  for (const tag of tags) {
    const tidy = tidyText(tag);
    const key = tidy.toLowerCase();
    if (tidy !== '' && !kept.has(key)) kept.set(key, tidy);
  }
  return [...kept.values()];
}

/** Names and values of a foreign file, an empty value left out: it says no more than a missing one. */
export function tidyForeign(fields: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(fields).map(
    ([name, value]) => [tidyText(name), value.toWellFormed()] as const,
  );
  return Object.fromEntries(entries.filter(([name, value]) => name !== '' && value !== ''));
}
