import type { Locale } from '../../kernel/index.ts';
import {
  type AttributeDefinition,
  type Brand,
  type Category,
  readTranslations,
} from '../../modules/catalog/index.ts';
import { type Collection, readCollections } from '../../modules/merchandising/index.ts';
import type { Db } from '../../platform/database/index.ts';

export type TranslatedNames = {
  readonly collections: readonly Collection[];
  readonly brands: readonly Brand[];
  readonly categories: readonly Category[];
  readonly attributes: readonly AttributeDefinition[];
};

/** The names of collections, brands, categories and attributes in a language; what is not translated stays. */
export async function readTranslatedNames(
  db: Db,
  names: TranslatedNames,
  locale: Locale,
): Promise<TranslatedNames> {
  const texts = <Key extends string>(entity: 'brand' | 'category' | 'attribute', entityIds: readonly Key[]) =>
    readTranslations(db, { entity, entityIds, locale });
  const [brands, categories, attributes, collections] = await Promise.all([
    texts(
      'brand',
      names.brands.map(({ id }) => id),
    ),
    texts(
      'category',
      names.categories.map(({ id }) => id),
    ),
    texts(
      'attribute',
      names.attributes.map(({ key }) => key),
    ),
    readCollections(db, { locale }),
  ]);
  return {
    brands: names.brands.map((brand) => ({ ...brand, ...described(brand, brands.get(brand.id)) })),
    categories: names.categories.map((category) => {
      return { ...category, ...described(category, categories.get(category.id)) };
    }),
    attributes: names.attributes.map((attribute) => {
      const { name = attribute.name, unit = attribute.unit } = attributes.get(attribute.key) ?? {};
      return { ...attribute, name, unit };
    }),
    collections: collections.filter(({ isPublished }) => isPublished),
  };
}

function described(
  own: { readonly name: string; readonly descriptionHtml: string },
  texts: Readonly<Record<string, string>> = {},
) {
  return {
    name: texts['name'] ?? own.name,
    descriptionHtml: texts['description_html'] ?? own.descriptionHtml,
  };
}
