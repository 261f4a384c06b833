import type { IndexSettings, Named, SearchRule } from '../settings.ts';
import { type SynonymTable, synonymTable } from './synonyms.ts';
import { fold } from './text/fold.ts';
import { stemmerOf } from './text/stem.ts';
import { queryTokens } from './text/tokens.ts';

/** The settings, ready to be asked by a query. */
export type SettingsIndex = {
  readonly settings: IndexSettings;
  readonly synonyms: (locale: string) => SynonymTable;
  readonly rule: (locale: string, text: string) => SearchRule | undefined;
  readonly facet: (
    key: string,
  ) => (Named & { readonly kind: 'choice' | 'color'; readonly position: number }) | undefined;
  readonly categoryName: (path: string, locale: string) => string | undefined;
};

export function indexSettings(settings: IndexSettings): SettingsIndex {
  const tables = new Map<string, SynonymTable>();
  const rules = new Map(settings.rules.map((rule) => [ruleKey(rule.locale, rule.query), rule]));
  const facets = new Map(settings.facets.map((facet, position) => [facet.key, { ...facet, position }]));
  const categories = new Map(settings.categories.map((category) => [category.key, category]));
  return {
    settings,
    synonyms: (locale) => {
      const table = tables.get(locale) ?? synonymTable(settings.synonyms, locale);
      tables.set(locale, table);
      return table;
    },
    rule: (locale, text) => (rules.size === 0 ? undefined : rules.get(ruleKey(locale, text))),
    facet: (key) => facets.get(key),
    categoryName: (path, locale) => nameIn(categories.get(path), locale),
  };
}

/** A thing's name in the locale, else the one that is not translated. */
export function nameIn(named: Named | undefined, locale: string): string | undefined {
  return named?.names[locale] ?? named?.names[''];
}

/** Rules hold for a text whatever its capitals, accents, order of words kept, and plurals. */
function ruleKey(locale: string, text: string): string {
  const stem = stemmerOf(locale);
  return `${locale}\u0000${queryTokens(fold(text))
    .map(({ word }) => stem(word))
    .join(' ')}`;
}
