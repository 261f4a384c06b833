import type { ContentPage, ErrorPage, HomePage } from './content-pages.ts';
import type { Frame, Head } from './frame.ts';
import type { CollectionsPage, ListingPage, SearchPage } from './listing.ts';
import type { ProductPage } from './product-page.ts';

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
