import type { Locale } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { readCollections, readCollectionTranslations } from '../../merchandising/index.ts';
import { readReferences } from '../project/references.ts';
import type { IndexSettings, Named } from '../settings.ts';
import { popularQueries } from '../store/queries.ts';
import { readSearchRules, readSynonyms } from '../store/rules.ts';

const POPULAR_DAYS = 30;
const MOST_POPULAR = 2_000;

/** All that an index knows apart from documents, and the locales that it is made in. */
export async function readSettings(
  db: Db,
  now: Temporal.Instant,
): Promise<{ readonly settings: IndexSettings; readonly locales: readonly string[] }> {
  const references = await readReferences(db);
  const { locales, categories, definitions } = references;
  const since = now.subtract({ hours: POPULAR_DAYS * 24 });
  const settings: IndexSettings = {
    synonyms: await readSynonyms(db),
    rules: await readSearchRules(db),
    facets: [...definitions.values()]
      .filter(({ isFacet }) => isFacet)
      .map(({ key, name, type }) => ({
        key: `attribute.${key}`,
        names: namesOf(name, locales, (locale) => references.attributeWords.get(locale)?.get(key)?.['name']),
        kind: type === 'color' || /^colou?rs?$/.test(key) ? 'color' : 'choice',
      })),
    categories: [...categories.values()].map(({ id, path, name }) => ({
      key: path,
      names: namesOf(name, locales, (locale) => references.categoryWords.get(locale)?.get(id)?.['name']),
    })),
    collections: await collectionNames(db, locales),
    popularQueries: await popularQueries(db, { since, limit: MOST_POPULAR }),
  };
  return { settings, locales };
}

async function collectionNames(db: Db, locales: readonly Locale[]): Promise<IndexSettings['collections']> {
  const collections = (await readCollections(db)).filter(({ isPublished }) => isPublished);
  const words = new Map<Locale, Awaited<ReturnType<typeof readCollectionTranslations>>>();
  for (const locale of locales.slice(1)) words.set(locale, await readCollectionTranslations(db, locale));
  return collections.map(({ id, handle, title }) => ({
    key: id,
    handle,
    names: namesOf(title, locales, (locale) => words.get(locale)?.get(id)?.title),
  }));
}

function namesOf(
  own: string,
  locales: readonly Locale[],
  translated: (locale: Locale) => string | undefined,
): Named['names'] {
  const names: Record<string, string> = { '': own };
  for (const locale of locales.slice(1)) {
    const name = translated(locale);
    if (name !== undefined) names[locale] = name;
  }
  return names;
}
