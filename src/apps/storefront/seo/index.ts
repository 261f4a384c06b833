export { faviconSvg } from './favicon.ts';
export { type FeedItem, googleFeed } from './google-feed.ts';
export { openGraph } from './open-graph.ts';
export { plainText } from './plain-text.ts';
export {
  type OfferedProduct,
  type OfferedVariant,
  type OfferTerms,
  optionProperty,
  productJsonLd,
} from './product-json-ld.ts';
export { alternatesOf, breadcrumbList, organization } from './site.ts';
export { SITEMAP_PRODUCTS, type SitemapEntry, sitemap, sitemapIndex } from './sitemap.ts';
export { llmsText, robotsText, securityText } from './text-files.ts';
