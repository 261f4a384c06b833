import type { Locale } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import {
  type AttributeDefinition,
  type Brand,
  type BrandId,
  type Category,
  type CategoryId,
  readAttributeDefinitions,
  readBrands,
  readCategories,
  readTranslations,
} from '../../catalog/index.ts';
import { readShop, readStorefronts } from '../../markets/index.ts';

/** What many products share, read once for a batch of them. */
export type References = {
  /** The shop's own first. */
  readonly locales: readonly Locale[];
  readonly brands: ReadonlyMap<BrandId, Brand>;
  readonly categories: ReadonlyMap<CategoryId, Category>;
  readonly definitions: ReadonlyMap<string, AttributeDefinition>;
  /** By locale, then by category id or attribute key, then by field. */
  readonly categoryWords: Words;
  readonly attributeWords: Words;
};

type Words = ReadonlyMap<Locale, ReadonlyMap<string, Readonly<Record<string, string>>>>;

export async function readReferences(db: Db): Promise<References> {
  const [locales, brands, categories, definitions] = await Promise.all([
    readLocales(db),
    readBrands(db),
    readCategories(db),
    readAttributeDefinitions(db),
  ]);
  const ids = categories.map(({ id }) => id);
  const keys = definitions.map(({ key }) => key);
  return {
    locales,
    brands: new Map(brands.map((brand) => [brand.id, brand])),
    categories: new Map(categories.map((category) => [category.id, category])),
    definitions: new Map(definitions.map((definition) => [definition.key, definition])),
    categoryWords: await wordsOf(db, 'category', ids, locales),
    attributeWords: await wordsOf(db, 'attribute', keys, locales),
  };
}

/** The languages that shoppers can choose, the shop's own first. */
export async function readLocales(db: Db): Promise<Locale[]> {
  const [shop, storefronts] = await Promise.all([readShop(db), readStorefronts(db)]);
  return [...new Set([shop.defaultLocale, ...storefronts.map(({ locale }) => locale)])];
}

async function wordsOf(
  db: Db,
  entity: 'category' | 'attribute',
  entityIds: readonly string[],
  locales: readonly Locale[],
): Promise<Words> {
  const words = new Map<Locale, ReadonlyMap<string, Readonly<Record<string, string>>>>();
  for (const locale of locales.slice(1))
    words.set(locale, await readTranslations(db, { entity, entityIds, locale }));
  return words;
}
