import type { CurrencyCode, Locale } from '../../kernel/index.ts';

/**
 * What pages show, ready to be drawn: no ids to look up, no money to compute, no decision left but how it looks.
 * `pages/*` build these from the modules' front doors; `view/*` draw them in the shop's template.
 */
export type TemplateName = 'atelier' | 'depot' | 'nocturne';

/** An amount as text in the page's language and currency, and as a plain decimal for machines. */
export type MoneyText = { readonly text: string; readonly decimal: string };

export type PictureModel = {
  readonly assetId: string;
  readonly width: number;
  readonly height: number;
  readonly color: string;
  readonly alt: string;
};

export type Link = { readonly title: string; readonly href: string };

export type MenuItem = Link & { readonly picture?: PictureModel; readonly children: readonly MenuItem[] };

/** What stands around every page. */
export type Frame = {
  readonly shopName: string;
  readonly tagline: string;
  readonly legalName: string;
  readonly email: string;
  readonly phone: string;
  readonly postalAddress: string;
  readonly template: TemplateName;
  readonly locale: Locale;
  readonly currency: CurrencyCode;
  /** '' or '/de': before every path of this storefront. */
  readonly prefix: string;
  readonly path: string;
  readonly mainMenu: readonly MenuItem[];
  readonly footerMenus: readonly MenuItem[];
  readonly notice: string | undefined;
  /** The other storefronts' address of this page, for the language and currency choice. */
  readonly storefronts: readonly (Link & {
    readonly locale: Locale;
    readonly currency: CurrencyCode;
    readonly isCurrent: boolean;
  })[];
  readonly assets: {
    readonly styles: readonly string[];
    readonly scripts: readonly string[];
    readonly fonts: readonly string[];
  };
  readonly searchText: string;
};

export type Head = {
  readonly title: string;
  readonly description: string;
  readonly canonical: string;
  readonly alternates: readonly { readonly locale: string; readonly href: string }[];
  readonly robots: string | undefined;
  readonly openGraph: Readonly<Record<string, string>>;
  /** Serialised into script elements of type application/ld+json with `<` escaped. */
  readonly jsonLd: readonly unknown[];
  /** The picture that is the page's largest paint: preloaded. */
  readonly preloadPicture: { readonly picture: PictureModel; readonly sizes: string } | undefined;
};

export type Card = {
  readonly href: string;
  readonly title: string;
  readonly brand: string | undefined;
  readonly price: MoneyText;
  /** `true`: variants cost differently and `price` is the least. */
  readonly isFrom: boolean;
  readonly compareAt: MoneyText | undefined;
  readonly discountPercent: number | undefined;
  readonly picture: PictureModel | undefined;
  readonly secondPicture: PictureModel | undefined;
  readonly swatches: readonly { readonly label: string; readonly color: string }[];
  readonly isNew: boolean;
  readonly isSoldOut: boolean;
};

export type Crumb = Link;

export type FacetModel = {
  readonly key: string;
  readonly title: string;
  readonly kind: 'choice' | 'color';
  readonly values: readonly {
    readonly value: string;
    readonly title: string;
    readonly count: number;
    readonly isChosen: boolean;
    readonly color: string | undefined;
  }[];
};

/** A grid of products with its filters: collection, search, brand and category pages. */
export type Listing = {
  readonly total: number;
  readonly cards: readonly Card[];
  readonly facets: readonly FacetModel[];
  readonly price:
    | {
        readonly min: string;
        readonly max: string;
        readonly chosenMin: string;
        readonly chosenMax: string;
        readonly currency: CurrencyCode;
      }
    | undefined;
  readonly inStockOnly: boolean;
  /** Chips: each leads to the page without that filter. */
  readonly chosen: readonly Link[];
  readonly clearHref: string;
  readonly sorts: readonly { readonly value: string; readonly title: string; readonly isChosen: boolean }[];
  readonly page: number;
  readonly pages: number;
  readonly pageHrefs: {
    readonly previous: string | undefined;
    readonly next: string | undefined;
    readonly numbered: readonly (Link & { readonly isCurrent: boolean })[];
  };
  /** The form's own address (GET) and the fields it must carry along, such as q. */
  readonly action: string;
  readonly carried: Readonly<Record<string, string>>;
};

export type OptionModel = {
  readonly name: string;
  readonly kind: 'choice' | 'color';
  readonly values: readonly {
    readonly value: string;
    /** The page with this value chosen: works without JavaScript. */
    readonly href: string;
    readonly isChosen: boolean;
    readonly isAvailable: boolean;
    readonly color: string | undefined;
  }[];
};

export type VariantModel = {
  readonly id: string;
  readonly optionValues: readonly string[];
  readonly price: MoneyText;
  readonly compareAt: MoneyText | undefined;
  readonly unitPrice: string | undefined;
  readonly stock: { readonly state: 'in_stock' | 'low' | 'backorder' | 'sold_out'; readonly text: string };
  readonly sku: string | undefined;
  readonly pictureAssetId: string | undefined;
};

export type ProductPage = {
  readonly kind: 'product';
  readonly crumbs: readonly Crumb[];
  readonly title: string;
  readonly brand: Link | undefined;
  readonly descriptionHtml: string;
  readonly pictures: readonly PictureModel[];
  readonly options: readonly OptionModel[];
  readonly chosen: VariantModel;
  /** All variants when they are at most 100, else only the chosen one: the page then reloads on a choice. */
  readonly variants: readonly VariantModel[];
  readonly attributes: readonly { readonly title: string; readonly value: string }[];
  readonly sizeTable:
    | {
        readonly title: string;
        readonly columns: readonly string[];
        readonly rows: readonly (readonly string[])[];
      }
    | undefined;
  readonly delivery: readonly { readonly title: string; readonly text: string }[];
  readonly safety:
    | {
        readonly manufacturer: string | undefined;
        readonly responsiblePerson: string | undefined;
        readonly warnings: string | undefined;
      }
    | undefined;
  readonly bundle: readonly { readonly title: string; readonly href: string; readonly quantity: number }[];
  readonly related: readonly Card[];
  readonly crossSold: readonly Card[];
  readonly handle: string;
};

export type ListingPage = {
  readonly kind: 'collection' | 'brand' | 'category';
  readonly crumbs: readonly Crumb[];
  readonly title: string;
  readonly descriptionHtml: string;
  readonly picture: PictureModel | undefined;
  readonly subcategories: readonly Link[];
  readonly listing: Listing;
};

export type SearchPage = {
  readonly kind: 'search';
  readonly text: string;
  readonly correctedTo: string | undefined;
  readonly listing: Listing | undefined;
  /** Shown when nothing was found. */
  readonly instead: readonly Card[];
  readonly popular: readonly Link[];
};

export type HomeSection =
  | {
      readonly kind: 'hero';
      readonly eyebrow: string;
      readonly title: string;
      readonly text: string;
      readonly action: Link;
      readonly picture: PictureModel | undefined;
      readonly secondPicture: PictureModel | undefined;
    }
  | {
      readonly kind: 'products';
      readonly title: string;
      readonly text: string;
      readonly more: Link | undefined;
      readonly cards: readonly Card[];
    }
  | {
      readonly kind: 'collections';
      readonly title: string;
      readonly items: readonly (Link & {
        readonly text: string;
        readonly picture: PictureModel | undefined;
      })[];
    }
  | {
      readonly kind: 'editorial';
      readonly title: string;
      readonly html: string;
      readonly action: Link | undefined;
      readonly picture: PictureModel | undefined;
    }
  | {
      readonly kind: 'promises';
      readonly items: readonly {
        readonly icon: 'delivery' | 'returns' | 'secure' | 'craft' | 'support';
        readonly title: string;
        readonly text: string;
      }[];
    }
  | { readonly kind: 'brands'; readonly title: string; readonly items: readonly Link[] };

export type HomePage = { readonly kind: 'home'; readonly sections: readonly HomeSection[] };
export type ContentPage = {
  readonly kind: 'content';
  readonly crumbs: readonly Crumb[];
  readonly title: string;
  readonly bodyHtml: string;
  /** A day in words: 3 October 2026. */
  readonly updatedAt: string;
};
export type CollectionsPage = {
  readonly kind: 'collections';
  readonly crumbs: readonly Crumb[];
  readonly title: string;
  readonly items: readonly (Link & { readonly picture: PictureModel | undefined; readonly count: number })[];
};
export type ErrorPage = {
  readonly kind: 'error';
  readonly status: 404 | 500 | 410;
  readonly requestId: string;
  readonly popular: readonly Card[];
};

export type Page =
  | HomePage
  | ListingPage
  | SearchPage
  | ProductPage
  | ContentPage
  | CollectionsPage
  | ErrorPage;

/** The whole of what is drawn. */
export type View = { readonly frame: Frame; readonly head: Head; readonly page: Page };

/** What the search field offers while someone types; `view/renderSuggestions` draws it as a listbox. */
export type Suggestions = {
  readonly text: string;
  readonly products: readonly (Link & {
    readonly price: MoneyText | undefined;
    readonly picture: PictureModel | undefined;
  })[];
  readonly collections: readonly Link[];
  readonly categories: readonly Link[];
  readonly brands: readonly Link[];
  /** The search page for the text. */
  readonly allHref: string;
};
