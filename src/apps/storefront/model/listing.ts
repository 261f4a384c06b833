import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Crumb, Link, MoneyText, PictureModel } from './basics.ts';
import type { Card } from './card.ts';

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

export type CollectionsPage = {
  readonly kind: 'collections';
  readonly crumbs: readonly Crumb[];
  readonly title: string;
  readonly items: readonly (Link & { readonly picture: PictureModel | undefined; readonly count: number })[];
};

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
