import type { CurrencyCode, Locale } from '../../kernel/index.ts';
import type {
  AttributeDefinition,
  Brand,
  BrandId,
  Category,
  CategoryId,
} from '../../modules/catalog/index.ts';
import type { Section } from '../../modules/content/index.ts';
import type { AnalyticsMode, BannerText, Market, Shop, Theme } from '../../modules/markets/index.ts';
import type { Collection } from '../../modules/merchandising/index.ts';
import type { LegalPages } from './legal-pages.ts';
import type { Frame, MenuItem, PictureModel } from './model/index.ts';
import type { OfferTerms } from './seo/index.ts';

/**
 * What all pages of one storefront share, read once and kept in memory until the broadcast tells of a change. Names
 * are in the storefront's language.
 */
export type Site = {
  readonly shop: Shop;
  /** Without slashes: '' or 'de'. */
  readonly prefix: string;
  readonly market: Market;
  readonly locale: Locale;
  readonly currency: CurrencyCode;
  /** Whether `locale` is the language the catalogue is written in, so that nothing needs translating. */
  readonly isDefaultLocale: boolean;
  readonly template: Frame['template'];
  /** The shop's own colour; '' where the template's holds. */
  readonly accent: Theme['accent'];
  readonly logo: PictureModel | undefined;
  /** Where a page without a picture of its own is shared. */
  readonly sharedPicture: PictureModel | undefined;
  /** The address of a path of the shop in this storefront. */
  readonly to: (path: string) => string;
  readonly storefronts: readonly SiteStorefront[];
  readonly mainMenu: readonly MenuItem[];
  readonly footerMenus: readonly MenuItem[];
  readonly notice: string | undefined;
  readonly homeSections: readonly Section[];
  readonly delivery: readonly { readonly title: string; readonly text: string }[];
  readonly terms: OfferTerms;
  /** Of menus, sections and collections. */
  readonly pictures: ReadonlyMap<string, PictureModel>;
  readonly brands: ReadonlyMap<BrandId, Brand>;
  readonly brandsByHandle: ReadonlyMap<string, Brand>;
  readonly categories: ReadonlyMap<CategoryId, Category>;
  readonly categoriesByPath: ReadonlyMap<string, Category>;
  readonly attributes: ReadonlyMap<string, AttributeDefinition>;
  /** Published ones, in the manager's order. */
  readonly collections: readonly Collection[];
  readonly collectionsByHandle: ReadonlyMap<string, Collection>;
  readonly legal: LegalPages;
  /** Whether visitors are asked to be known again. */
  readonly analytics: AnalyticsMode;
  /** In what words, where the shop has its own. */
  readonly consentWords: Pick<BannerText, 'title' | 'text'> | undefined;
  /** Contracts may be withdrawn from by a page of the shop. */
  readonly canWithdraw: boolean;
};

export type SiteStorefront = {
  readonly prefix: string;
  readonly title: string;
  readonly locale: Locale;
  readonly currency: CurrencyCode;
  /** ISO 3166-1 of the market's first country. */
  readonly country: string | undefined;
};
