import type { CurrencyCode, Locale } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import {
  type AssetId,
  type AttributeDefinition,
  type BundleComponent,
  type DigitalFile,
  type Product,
  type ProductId,
  type Relations,
  readAttributeDefinitions,
  readBrands,
  readBundleComponents,
  readCategories,
  readDigitalFiles,
  readHandles,
  readProductIdsOfVariants,
  readProducts,
  readRelations,
  readTranslatedLocales,
  readTranslations,
  type Variant,
  type VariantId,
} from '../../catalog/index.ts';
import {
  type Location,
  type LocationId,
  type Policy,
  readLevels,
  readLocations,
  readPolicies,
} from '../../inventory/index.ts';
import { type Market, readMarkets, readShop } from '../../markets/index.ts';
import { readAssetSources } from '../../media/index.ts';
import { type Price, readPrices } from '../../pricing/index.ts';
import { nameOfPart } from '../own/cells.ts';
import type { ComponentRecord } from '../record.ts';

/** What every row of an export needs and no product brings along; read once. */
export type ShopTables = {
  readonly brands: ReadonlyMap<string, string>;
  /** Category id to its names from the root. */
  readonly categories: ReadonlyMap<string, readonly string[]>;
  readonly locations: readonly Location[];
  readonly locales: readonly Locale[];
  readonly definitions: readonly AttributeDefinition[];
  readonly markets: readonly Market[];
  /** The shop's own. */
  readonly currency: CurrencyCode;
};

/** A picture or download that another shop can only have as a file. */
export type NamedAsset = { readonly assetId: AssetId; readonly fileName: string };

export type ExportVariant = {
  readonly variant: Variant;
  readonly image: string;
  readonly prices: ReadonlyMap<CurrencyCode, Price>;
  readonly onHand: ReadonlyMap<LocationId, number>;
  readonly policy: Policy | undefined;
  readonly components: readonly ComponentRecord[];
  readonly files: readonly (Omit<DigitalFile, 'assetId'> & { readonly source: string })[];
};

export type ExportProduct = {
  readonly product: Product;
  readonly brand: string;
  readonly categories: readonly (readonly string[])[];
  /** `position` counts from 1. */
  readonly images: readonly { readonly source: string; readonly alt: string; readonly position: number }[];
  readonly translations: ReadonlyMap<Locale, Readonly<Record<string, string>>>;
  /** Handles, by kind. */
  readonly relations: { readonly [Kind in keyof Relations]: readonly string[] };
  readonly variants: readonly ExportVariant[];
};

export async function readShopTables(db: Db): Promise<ShopTables> {
  const brands = await readBrands(db);
  const categories = await readCategories(db);
  const byId = new Map(categories.map((category) => [category.id, category]));
  const pathOf = (id: (typeof categories)[number]['id']): string[] => {
    const category = byId.get(id);
    if (category === undefined) return [];
    return [...(category.parentId === undefined ? [] : pathOf(category.parentId)), category.name];
  };
  return {
    brands: new Map(brands.map((brand) => [brand.id, brand.name])),
    categories: new Map(categories.map((category) => [category.id, pathOf(category.id)])),
    locations: (await readLocations(db)).toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    locales: await readTranslatedLocales(db, 'product'),
    definitions: (await readAttributeDefinitions(db)).toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    markets: await readMarkets(db),
    currency: (await readShop(db)).defaultCurrency,
  };
}

/** Reads all that belongs to these products, a fixed number of queries for the batch. */
export async function gather(
  db: Db,
  products: readonly Product[],
  tables: ShopTables,
): Promise<{ readonly products: ExportProduct[]; readonly named: readonly NamedAsset[] }> {
  const variantIds = products.flatMap((product) => product.variants.map((variant) => variant.id));
  const prices = await readPrices(db, variantIds);
  const levels = await readLevels(db, variantIds);
  const policies = await readPolicies(db, variantIds);
  const components = await readBundleComponents(db, variantIds);
  const files = await readDigitalFiles(db, variantIds);
  const { sources, named } = await sourcesOf(db, assetIdsOf(products, files));
  const partsOf = await partNames(db, [...components.values()].flat());
  const translations = await readLanguages(db, products, tables.locales);
  const relations = await readHandlesOfRelated(db, products);
  const gathered = products.map((product) => ({
    product,
    brand: product.brandId === undefined ? '' : (tables.brands.get(product.brandId) ?? ''),
    categories: product.categoryIds.flatMap((id) => [tables.categories.get(id) ?? []]),
    images: product.media.map(({ assetId, alt }, place) => ({
      source: sources.get(assetId) ?? '',
      alt,
      position: place + 1,
    })),
    translations: withSources(translations.get(product.id) ?? new Map(), sources),
    relations: relations.get(product.id) ?? { related: [], crossSell: [], upSell: [] },
    variants: product.variants.map((variant) => ({
      variant,
      image: variant.assetId === undefined ? '' : (sources.get(variant.assetId) ?? ''),
      prices: new Map((prices.get(variant.id) ?? []).map((price) => [price.currency, price])),
      onHand: new Map((levels.get(variant.id) ?? []).map((level) => [level.locationId, level.onHand])),
      policy: policies.get(variant.id),
      components: (components.get(variant.id) ?? [])
        .flatMap(partsOf)
        .toSorted((a, b) => (nameOfPart(a) < nameOfPart(b) ? -1 : 1)),
      files: (files.get(variant.id) ?? []).map(({ assetId, ...file }) => ({
        ...file,
        source: sources.get(assetId) ?? '',
      })),
    })),
  }));
  return { products: gathered, named };
}

// An asset that has neither address nor name is `asset:ID`, which this shop knows and no other does.
async function sourcesOf(
  db: Db,
  ids: readonly AssetId[],
): Promise<{ readonly sources: ReadonlyMap<AssetId, string>; readonly named: readonly NamedAsset[] }> {
  const known = await readAssetSources(db, ids);
  return {
    sources: new Map(ids.map((id) => [id, known.get(id)?.source ?? `asset:${id}`])),
    named: [...known].flatMap(([assetId, { source, isAddress }]) =>
      isAddress ? [] : [{ assetId, fileName: source }],
    ),
  };
}

function assetIdsOf(
  products: readonly Product[],
  files: ReadonlyMap<VariantId, readonly DigitalFile[]>,
): AssetId[] {
  const ofProducts = products.flatMap((product) => [
    ...product.media.map((media) => media.assetId),
    ...product.variants.flatMap((variant) => variant.assetId ?? []),
  ]);
  return [...new Set([...ofProducts, ...[...files.values()].flat().map((file) => file.assetId)])];
}

/** What a file calls each part of a bundle. */
async function partNames(
  db: Db,
  components: readonly BundleComponent[],
): Promise<(component: BundleComponent) => ComponentRecord[]> {
  const ids = [...new Set(components.map((component) => component.variantId))];
  const owners = await readProductIdsOfVariants(db, ids);
  const products = await readProducts(db, [...new Set(owners.values())]);
  const parts = new Map(
    products.flatMap(({ handle, variants }) =>
      variants.map(({ id, sku, optionValues }) => [
        id,
        sku === undefined ? { handle, optionValues } : { sku },
      ]),
    ),
  );
  return ({ variantId, quantity }) => {
    const part = parts.get(variantId);
    return part === undefined ? [] : [{ ...part, quantity }];
  };
}

async function readLanguages(
  db: Db,
  products: readonly Product[],
  locales: readonly Locale[],
): Promise<Map<ProductId, Map<Locale, Record<string, string>>>> {
  const found = new Map<ProductId, Map<Locale, Record<string, string>>>();
  const entityIds = products.map((product) => product.id);
  for (const locale of locales) {
    for (const [id, fields] of await readTranslations(db, { entity: 'product', entityIds, locale })) {
      found.set(id, (found.get(id) ?? new Map<Locale, Record<string, string>>()).set(locale, fields));
    }
  }
  return found;
}

// A file names pictures by their source, as ids mean nothing in another shop.
function withSources(
  translations: ReadonlyMap<Locale, Readonly<Record<string, string>>>,
  sources: ReadonlyMap<string, string>,
): ReadonlyMap<Locale, Readonly<Record<string, string>>> {
  const named = (field: string): string =>
    field.startsWith('alt:') ? `alt:${sources.get(field.slice(4)) ?? ''}` : field;
  return new Map(
    [...translations].map(([locale, fields]) => [
      locale,
      Object.fromEntries(Object.entries(fields).map(([field, text]) => [named(field), text])),
    ]),
  );
}

async function readHandlesOfRelated(
  db: Db,
  products: readonly Product[],
): Promise<Map<ProductId, ExportProduct['relations']>> {
  const relations = await readRelations(
    db,
    products.map((product) => product.id),
  );
  const ids = new Set(
    [...relations.values()].flatMap(({ related, crossSell, upSell }) => [
      ...related,
      ...crossSell,
      ...upSell,
    ]),
  );
  const handles = await readHandles(db, [...ids]);
  const named = (list: readonly ProductId[]) => list.flatMap((id) => handles.get(id) ?? []);
  return new Map(
    [...relations].map(([id, { related, crossSell, upSell }]) => [
      id,
      { related: named(related), crossSell: named(crossSell), upSell: named(upSell) },
    ]),
  );
}
