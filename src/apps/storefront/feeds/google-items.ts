import { isGlobalGtin, isPublished, type Product, streamProducts } from '../../../modules/catalog/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { picturesOf } from '../pages/product.ts';
import { jpegUrl } from '../pages/product-head.ts';
import { type Facts, readFacts } from '../pages/read-facts.ts';
import { variantQuery } from '../pages/variant-choice.ts';
import { offersOf, variantModel } from '../pages/variant-model.ts';
import { type FeedItem, optionProperty, plainText } from '../seo/index.ts';
import type { Site } from '../site.ts';

const BATCH = 200;

/**
 * Every variant on sale in this storefront, in batches. A product without a picture is left out: Google refuses items
 * without one.
 */
export async function* googleItems(
  db: Db,
  site: Site,
  feed: { readonly origin: string; readonly now: Temporal.Instant },
): AsyncGenerator<FeedItem[]> {
  for await (const batch of streamProducts(db, BATCH)) {
    const published = batch.filter((product) => isPublished(product, feed.now));
    const facts = await readFacts(db, published, site, feed.now);
    yield facts.products.flatMap((product) => itemsOf(product, facts, site, feed.origin));
  }
}

function itemsOf(product: Product, facts: Facts, site: Site, origin: string): FeedItem[] {
  const productFacts = { ...facts, product };
  const pictures = picturesOf(productFacts).map(({ assetId }) => jpegUrl(origin, assetId));
  if (pictures.length === 0) return [];
  const offers = offersOf(product, facts);
  const url = origin + site.to(`/products/${product.handle}`);
  const brand = product.brandId && site.brands.get(product.brandId)?.name;
  const description = plainText(product.descriptionHtml);
  return offers.map(({ variant }) => {
    const model = variantModel(variant, facts, site);
    const own =
      variant.assetId !== undefined && facts.pictures.has(variant.assetId)
        ? jpegUrl(origin, variant.assetId)
        : undefined;
    return {
      id: variant.sku ?? variant.id,
      groupId: offers.length > 1 ? product.handle : undefined,
      title: [product.title, ...variant.optionValues].join(' – '),
      description,
      link: url + variantQuery(product.options, variant.optionValues),
      pictures: own === undefined ? pictures : [own, ...pictures.filter((picture) => picture !== own)],
      stock: model.stock.state,
      price: model.price,
      compareAt: model.compareAt,
      currency: site.currency,
      brand,
      gtin: variant.barcode !== undefined && isGlobalGtin(variant.barcode) ? variant.barcode : undefined,
      mpn: variant.sku,
      productType: categoryPath(product, site),
      ...variantProperties(product, variant.optionValues),
      weightGrams: variant.weightGrams,
    };
  });
}

function categoryPath(product: Product, site: Site): string | undefined {
  const [categoryId] = product.categoryIds;
  const path = categoryId && site.categories.get(categoryId)?.path;
  if (!path) return product.productType || undefined;
  const handles = path.split('/');
  return handles
    .map((_, index) => site.categoriesByPath.get(handles.slice(0, index + 1).join('/'))?.name ?? '')
    .filter((name) => name !== '')
    .join(' > ');
}

type Properties = Pick<FeedItem, 'color' | 'size' | 'material' | 'pattern'>;

function variantProperties({ options }: Product, values: readonly string[]): Properties {
  const chosen = (property: keyof Properties) => {
    const index = options.findIndex(({ name }) => optionProperty(name) === property);
    return index === -1 ? undefined : values[index];
  };
  return {
    color: chosen('color'),
    size: chosen('size'),
    material: chosen('material'),
    pattern: chosen('pattern'),
  };
}
