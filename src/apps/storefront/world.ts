import {
  type AttributeDefinition,
  type Brand,
  type Category,
  readAttributeDefinitions,
  readBrands,
  readCategories,
} from '../../modules/catalog/index.ts';
import { type ListedPage, readPages } from '../../modules/content/index.ts';
import {
  type AnalyticsMode,
  type BannerText,
  bannerTextFor,
  readAnalyticsMode,
  readBannerTexts,
  readShop,
  readStorefronts,
  readTheme,
  type Shop,
  type Storefront,
} from '../../modules/markets/index.ts';
import { type Collection, readCollections } from '../../modules/merchandising/index.ts';
import type { Db } from '../../platform/database/index.ts';
import { addressOf } from './address.ts';
import { type LegalPages, legalPages } from './legal-pages.ts';
import type { Site, SiteStorefront } from './site.ts';
import { readTranslatedNames, type TranslatedNames } from './translated-names.ts';
import { readPictureModels, readWords } from './words.ts';

/** All storefronts as they now are. */
export type World = {
  /** By prefix without slashes, in the manager's order. */
  readonly sites: ReadonlyMap<string, Site>;
  readonly first: Site;
  readonly prefixes: ReadonlySet<string>;
  /** Published content pages. */
  readonly contentPages: readonly ListedPage[];
};

/** What all storefronts share, in the shop's own language. */
type Shared = {
  readonly shop: Shop;
  readonly storefronts: readonly Storefront[];
  readonly collections: readonly Collection[];
  readonly brands: readonly Brand[];
  readonly categories: readonly Category[];
  readonly attributes: readonly AttributeDefinition[];
  readonly legal: LegalPages;
  readonly analytics: AnalyticsMode;
  readonly bannerTexts: readonly BannerText[];
  readonly canWithdraw: boolean;
} & Pick<Site, 'accent' | 'logo' | 'sharedPicture'>;

/** Reads what all pages share: a dozen statements a language, however many products there are. */
export async function readWorld(
  db: Db,
  now: Temporal.Instant,
  { canWithdraw }: Pick<Site, 'canWithdraw'>,
): Promise<World> {
  const [
    shop,
    storefronts,
    collections,
    brands,
    categories,
    attributes,
    contentPages,
    own,
    analytics,
    bannerTexts,
  ] = await Promise.all([
    readShop(db),
    readStorefronts(db),
    readCollections(db),
    readBrands(db),
    readCategories(db),
    readAttributeDefinitions(db),
    readPages(db),
    readOwnLook(db),
    readAnalyticsMode(db),
    readBannerTexts(db),
  ]);
  const published = collections.filter(({ isPublished }) => isPublished);
  const legal = legalPages(contentPages);
  const shared = {
    shop,
    storefronts,
    collections: published,
    brands,
    categories,
    attributes,
    legal,
    analytics,
    bannerTexts,
    canWithdraw,
    ...own,
  };
  // All at once: until the last is read, the shop is shown as it was.
  const read = await Promise.all(storefronts.map((storefront) => readSite(db, shared, storefront, now)));
  const sites = new Map(read.map((site) => [site.prefix, site] as const));
  const [first] = sites.values();
  if (!first) throw new Error('the shop has no storefront');
  return {
    sites,
    first,
    prefixes: new Set(sites.keys()),
    contentPages: contentPages.filter(({ isPublished }) => isPublished),
  };
}

/** What is the shop's own in every template. */
async function readOwnLook(db: Db): Promise<Pick<Site, 'accent' | 'logo' | 'sharedPicture'>> {
  const { accent, logo, picture } = await readTheme(db);
  const pictures = await readPictureModels(db, [logo ?? [], picture ?? []].flat());
  return {
    accent,
    logo: logo && pictures.get(logo),
    sharedPicture: picture && pictures.get(picture),
  };
}

async function readSite(
  db: Db,
  shared: Shared,
  storefront: Storefront,
  now: Temporal.Instant,
): Promise<Site> {
  const { shop } = shared;
  const { prefix, market, locale } = storefront;
  const to = (path: string) => addressOf(prefix, path);
  const isDefaultLocale = locale === shop.defaultLocale;
  const names = isDefaultLocale ? shared : await readTranslatedNames(db, shared, locale);
  const { collections, brands } = names;
  const words = await readWords(db, { locale, to, collections, brands }, now);
  return {
    shop,
    prefix,
    market,
    locale,
    currency: market.currency,
    isDefaultLocale,
    template: shop.template,
    accent: shared.accent,
    logo: shared.logo,
    sharedPicture: shared.sharedPicture,
    to,
    storefronts: siteStorefronts(shared.storefronts),
    ...words,
    legal: shared.legal,
    analytics: shared.analytics,
    consentWords: bannerTextFor(shared.bannerTexts, { market: market.code, locale }),
    canWithdraw: shared.canWithdraw,
    // Filled when the shop can say in numbers what delivery costs and how long goods may come back.
    terms: {},
    ...indexed(names),
  };
}

function indexed({ brands, categories, attributes, collections }: TranslatedNames) {
  return {
    brands: new Map(brands.map((brand) => [brand.id, brand])),
    brandsByHandle: new Map(brands.map((brand) => [brand.handle, brand])),
    categories: new Map(categories.map((category) => [category.id, category])),
    categoriesByPath: new Map(categories.map((category) => [category.path, category])),
    attributes: new Map(attributes.map((attribute) => [attribute.key, attribute])),
    collections,
    collectionsByHandle: new Map(collections.map((collection) => [collection.handle, collection])),
  };
}

function siteStorefronts(storefronts: readonly Storefront[]): readonly SiteStorefront[] {
  return storefronts.map(({ prefix, market, locale }) => ({
    prefix,
    title: storefrontTitle(market.name, locale, market.currency),
    locale,
    currency: market.currency,
    country: market.countries[0],
  }));
}

/** In the storefront's own language, so that who reads it finds it: `Deutschland – Deutsch (EUR)`. */
function storefrontTitle(market: string, locale: Storefront['locale'], currency: string): string {
  const language = new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
  const capital = language.charAt(0).toLocaleUpperCase(locale) + language.slice(1);
  return `${market} – ${capital} (${currency})`;
}
