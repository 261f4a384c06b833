import type { Suggestions, SuggestQuery } from '../query.ts';
import type { Core } from './core.ts';
import type { Scratch } from './scratch.ts';
import { searchCore } from './search-core.ts';
import { nameIn, type SettingsIndex } from './settings-index.ts';
import { fold } from './text/fold.ts';
import { tokens } from './text/tokens.ts';

/** What somebody who types this may want: products, and names that have every typed word or its beginning. */
export function suggestFromCore(
  core: Core,
  settings: SettingsIndex,
  scratch: Scratch,
  query: SuggestQuery,
): Suggestions {
  const limit = Math.max(1, Math.min(20, Math.trunc(query.limit)));
  const typed = tokens(query.text);
  if (typed.length === 0) return { queries: [], products: [], categories: [], brands: [], collections: [] };
  const { locale, currency, now } = query;
  const found = searchCore(core, settings, scratch, {
    text: query.text,
    locale,
    currency,
    filters: {},
    sort: 'relevance',
    offset: 0,
    limit,
    now,
    isTyping: true,
  });
  const { categories, collections, popularQueries } = settings.settings;
  const isMeant = (name: string): boolean => hasWords(name, typed);
  return {
    queries: (popularQueries[locale] ?? [])
      .filter((text) => text !== fold(query.text) && isMeant(text))
      .slice(0, limit),
    products: found.hits,
    categories: categories
      .map(({ key, names }) => ({ path: key, name: nameIn({ key, names }, locale) ?? key }))
      .filter(({ path, name }) => isMeant(name) && isUsed(core, 'category', path))
      .slice(0, limit),
    brands: brandsOf(core, locale)
      .filter(({ name }) => isMeant(name))
      .slice(0, limit),
    collections: collections
      .map((collection) => ({ ...collection, title: nameIn(collection, locale) ?? '' }))
      .filter(({ key, title }) => isMeant(title) && isUsed(core, 'collection', key))
      .map(({ handle, title }) => ({ handle, title }))
      .slice(0, limit),
  };
}

/** Whether each typed word is a word of the name or begins one. */
function hasWords(name: string, typed: readonly string[]): boolean {
  const words = tokens(name);
  return typed.every((part) => words.some((word) => word.startsWith(part)));
}

/** Whether a product that is not gone has the value. */
function isUsed(core: Core, facet: string, value: string): boolean {
  const number = core.values.numberOf(facet, value);
  return number !== undefined && core.values.slotsOf(number).some((slot) => core.columns.alive[slot] === 1);
}

function brandsOf(core: Core, locale: string): { handle: string; name: string }[] {
  return core.values.numbersOf('brand').flatMap((number) => {
    const handle = core.values.at(number).value;
    return isUsed(core, 'brand', handle) ? [{ handle, name: core.values.nameOf(number, locale) }] : [];
  });
}
