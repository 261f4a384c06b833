import { isPublished, listProductIds, type ProductId, readProducts } from '../../../modules/catalog/index.ts';
import type { ListedPage } from '../../../modules/content/index.ts';
import { readPrices } from '../../../modules/pricing/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { alternatesOf, SITEMAP_PRODUCTS, type SitemapEntry } from '../seo/index.ts';
import type { Site } from '../site.ts';
import type { World } from '../world.ts';

const BATCH = 500;

/**
 * The files of the sitemap index: for each storefront one of its pages and one per ten thousand products. A file of
 * products is named by the product before its first, so that it keeps its content while products are added.
 */
export async function sitemapFiles(db: Db, world: World, origin: string): Promise<readonly string[]> {
  const starts: string[] = [];
  let after: ProductId | undefined;
  do {
    starts.push(after ?? 'first');
    const ids = await listProductIds(db, { after, limit: SITEMAP_PRODUCTS });
    after = ids.length === SITEMAP_PRODUCTS ? ids.at(-1) : undefined;
  } while (after !== undefined);
  return [...world.sites.keys()].flatMap((prefix) => {
    const folder = `${origin}/sitemaps/${prefix === '' ? 'main' : prefix}`;
    return [`${folder}/pages.xml`, ...starts.map((start) => `${folder}/products/${start}.xml`)];
  });
}

/** Everything but products: few, and known without asking the database. */
export function pageEntries(site: Site, origin: string, contentPages: readonly ListedPage[]): SitemapEntry[] {
  const entry = (path: string, changedAt?: Temporal.Instant) => entryOf(site, origin, path, changedAt);
  return [
    entry('/'),
    entry('/collections'),
    ...site.collections.map(({ handle, updatedAt }) => entry(`/collections/${handle}`, updatedAt)),
    ...[...site.categoriesByPath.keys()].map((path) => entry(`/categories/${path}`)),
    ...[...site.brandsByHandle.keys()].map((handle) => entry(`/brands/${handle}`)),
    ...contentPages.map(({ handle, updatedAt }) => entry(`/pages/${handle}`, updatedAt)),
  ];
}

/** The products of one file that are on sale in this storefront, in batches. */
export async function* productEntries(
  db: Db,
  site: Site,
  part: { readonly origin: string; readonly after: ProductId | undefined; readonly now: Temporal.Instant },
): AsyncGenerator<SitemapEntry[]> {
  const ids = await listProductIds(db, { after: part.after, limit: SITEMAP_PRODUCTS });
  for (let start = 0; start < ids.length; start += BATCH) {
    const products = await readProducts(db, ids.slice(start, start + BATCH));
    const shown = products.filter((product) => isPublished(product, part.now));
    const prices = await readPrices(
      db,
      shown.flatMap(({ variants }) => variants.map(({ id }) => id)),
    );
    const isSold = (id: (typeof shown)[number]['variants'][number]['id']) =>
      (prices.get(id) ?? []).some(({ currency }) => currency === site.currency);
    yield shown
      .filter(({ variants }) => variants.some(({ id }) => isSold(id)))
      .map(({ handle, updatedAt }) => entryOf(site, part.origin, `/products/${handle}`, updatedAt));
  }
}

function entryOf(site: Site, origin: string, path: string, changedAt?: Temporal.Instant): SitemapEntry {
  return { url: origin + site.to(path), changedAt, alternates: alternatesOf(origin, site.storefronts, path) };
}
