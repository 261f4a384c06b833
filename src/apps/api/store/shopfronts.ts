import type { CurrencyCode, Locale } from '../../../kernel/index.ts';
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
} from '../../../modules/catalog/index.ts';
import { type Market, readShop, readStorefronts, type Shop } from '../../../modules/markets/index.ts';
import { type Picture, readPictures } from '../../../modules/media/index.ts';
import { type Collection, readCollections } from '../../../modules/merchandising/index.ts';
import type { Db } from '../../../platform/database/index.ts';

/** What all answers of one storefront share, in its language, read once and kept until something of it changes. */
export type Shopfront = {
  readonly prefix: string;
  readonly market: Market;
  readonly locale: Locale;
  readonly currency: CurrencyCode;
  /** The catalogue is written in this language: nothing needs translating. */
  readonly isDefaultLocale: boolean;
  readonly shop: Shop;
  readonly brands: ReadonlyMap<BrandId, Brand>;
  readonly categories: ReadonlyMap<CategoryId, Category>;
  readonly attributes: readonly AttributeDefinition[];
  /** Published ones, in the manager's order. */
  readonly collections: readonly Collection[];
  readonly pictures: ReadonlyMap<string, Picture>;
};

/** By prefix, in the manager's order. */
export type Shopfronts = ReadonlyMap<string, Shopfront>;

export async function readShopfronts(db: Db): Promise<Shopfronts> {
  const [shop, storefronts, brands, categories, attributes] = await Promise.all([
    readShop(db),
    readStorefronts(db),
    readBrands(db),
    readCategories(db),
    readAttributeDefinitions(db),
  ]);
  const own = { brands, categories, attributes };
  const fronts = await Promise.all(
    storefronts.map(async ({ prefix, market, locale }): Promise<Shopfront> => {
      const isDefaultLocale = locale === shop.defaultLocale;
      const [names, collections] = await Promise.all([
        isDefaultLocale ? own : inLanguage(db, own, locale),
        readCollections(db, isDefaultLocale ? {} : { locale }),
      ]);
      const published = collections.filter(({ isPublished }) => isPublished);
      const pictures = await readPictures(
        db,
        published.flatMap(({ assetId }) => assetId ?? []),
      );
      const common = { prefix, market, locale, currency: market.currency, isDefaultLocale, shop };
      return { ...common, ...indexed(names), collections: published, pictures };
    }),
  );
  return new Map(fronts.map((front) => [front.prefix, front]));
}

type Names = {
  readonly brands: readonly Brand[];
  readonly categories: readonly Category[];
  readonly attributes: readonly AttributeDefinition[];
};

function indexed({ brands, categories, attributes }: Names) {
  return {
    brands: new Map(brands.map((brand) => [brand.id, brand])),
    categories: new Map(categories.map((category) => [category.id, category])),
    attributes,
  };
}

async function inLanguage(db: Db, names: Names, locale: Locale): Promise<Names> {
  const texts = <Key extends string>(entity: 'brand' | 'category' | 'attribute', entityIds: readonly Key[]) =>
    readTranslations(db, { entity, entityIds, locale });
  const idsOf = <Key extends string>(all: readonly { readonly id: Key }[]) => all.map(({ id }) => id);
  const keys = names.attributes.map(({ key }) => key);
  const [brands, categories, attributes] = await Promise.all([
    texts('brand', idsOf(names.brands)),
    texts('category', idsOf(names.categories)),
    texts('attribute', keys),
  ]);
  return {
    brands: names.brands.map((one) => ({ ...one, name: brands.get(one.id)?.['name'] ?? one.name })),
    categories: names.categories.map((one) => ({
      ...one,
      name: categories.get(one.id)?.['name'] ?? one.name,
    })),
    attributes: names.attributes.map((one) => ({
      ...one,
      name: attributes.get(one.key)?.['name'] ?? one.name,
    })),
  };
}
