import type { AskedQuery } from '../../modules/search/index.ts';
import type { Route } from './address.ts';
import type { View } from './model/index.ts';
import type { Site } from './site.ts';

/** One visitor's request, as far as what is shown depends on it. */
export type Asked = {
  readonly site: Site;
  /** Without the storefront's prefix. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Scheme and host that absolute addresses begin with. */
  readonly origin: string;
  readonly now: Temporal.Instant;
};

/** A request for one kind of page. */
export type AskedFor<Kind extends Route['kind']> = Asked & {
  readonly route: Extract<Route, { kind: Kind }>;
};

/** What the shop answers. */
export type Answer =
  | ({ readonly kind: 'page'; readonly view: View } & Keeping)
  | ({ readonly kind: 'fragment'; readonly contentType: string; readonly text: string } & Keeping)
  | { readonly kind: 'moved'; readonly to: string; readonly isLasting: boolean }
  | { readonly kind: 'missing' };

export type Keeping = {
  /** What is shown, for the page cache: see platform/cache. */
  readonly tags: readonly string[];
  /** When what is shown will be something else by itself, the earliest of them. */
  readonly until?: Temporal.Instant | undefined;
  /** Written into the search log whenever the page is given, from the cache too. */
  readonly searched?: AskedQuery;
};

export const LISTINGS_TAG = 'listings';
export const productTag = (id: string) => `product:${id}`;
export const assetTag = (id: string) => `asset:${id}`;
