export type { Crumb, Link, MenuItem, MoneyText, PictureModel, TemplateName } from './basics.ts';
export type { Card } from './card.ts';
export type { ContentPage, ErrorPage, HomePage, HomeSection } from './content-pages.ts';
export type { Frame, Head } from './frame.ts';
export type {
  CollectionsPage,
  FacetModel,
  Listing,
  ListingPage,
  SearchPage,
  Suggestions,
} from './listing.ts';
export type { OptionModel, ProductPage, VariantModel } from './product-page.ts';
export type { Page, View } from './view.ts';
