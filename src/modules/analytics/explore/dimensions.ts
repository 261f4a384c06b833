import type { Dimension } from '../reports/report.ts';

/** What numbers can be told apart by, and filtered by. */
export type ExploreDimension = Dimension & {
  /** Other dimensions that only name it: told with it. */
  readonly names?: readonly string[];
  /** Its values have an order of their own, in which they are shown. */
  readonly isOrdered?: true;
};

const PRODUCT_TITLE = 'What the product is called: as the catalogue has it, else as in the latest order.';

export const DIMENSIONS: readonly ExploreDimension[] = [
  { id: 'market', about: 'Code of the market in which it was ordered or visited.' },
  {
    id: 'country',
    about:
      'ISO 3166-1 code of where the order goes, or of who pays where nothing is sent; of visits, where they came from.',
  },
  { id: 'region', about: 'State or province of where the order goes.' },
  { id: 'currency', about: 'Currency in which it was sold. Money is never summed over currencies.' },
  { id: 'origin', about: 'Empty: this shop. Else the import that the order came with.' },
  { id: 'weekday', about: 'Day of the week in the shop’s zone: 1 is Monday, 7 is Sunday.', isOrdered: true },
  { id: 'hour', about: 'Hour of the day in the shop’s zone, 00 to 23.', isOrdered: true },
  {
    id: 'product',
    about: 'Id of the product; of goods that only another shop sold, their SKU.',
    names: ['title'],
  },
  {
    id: 'variant',
    about: 'Id of the variant; of goods that only another shop sold, their SKU.',
    names: ['sku', 'title', 'options'],
  },
  { id: 'sku', about: 'SKU of the variant.' },
  { id: 'title', about: PRODUCT_TITLE },
  { id: 'options', about: 'Options of the variant.' },
  { id: 'brand', about: 'Brand of the product.' },
  { id: 'category', about: 'Category of the product.' },
  {
    id: 'collection',
    about: 'Collection of the product. What is in several is counted with each; totals count it once.',
  },
  {
    id: 'discount',
    about: 'Per cent of the line’s gross sales that discounts took off when it was sold.',
    isOrdered: true,
  },
  {
    id: 'buyer',
    about: 'new: it is the customer’s first order ever. returning: any later one. Nobody knows: empty.',
  },
  {
    id: 'channel',
    about:
      'Default channel group of Google Analytics 4 of the visit; of orders, of the first session that told of it. Empty: ' +
      'the session is not known.',
  },
  { id: 'source', about: 'utm_source of the visit, or what stands for it.' },
  { id: 'medium', about: 'utm_medium of the visit, or what stands for it.' },
  { id: 'campaign', about: 'utm_campaign of the visit.' },
  { id: 'landing_page', about: 'First page of the visit.' },
  { id: 'exit_page', about: 'Last page of the visit.' },
  { id: 'device', about: 'desktop, mobile or tablet, as far as the browser says it.' },
  { id: 'provider', about: 'Who was to take the money.' },
  {
    id: 'method',
    about: 'Where it was paid: on a page of the provider’s, in the shop’s own page, or by hand.',
  },
  { id: 'reason', about: 'Why an attempt to pay came to nothing; empty where nobody gave a reason.' },
  { id: 'browser', about: 'Browser, as it says itself.' },
  { id: 'os', about: 'Operating system, as the browser says it.' },
  {
    id: 'visitor',
    about: 'How the visitor is known: cookieless for a day, consented by an id of the shop, or signed in.',
  },
  { id: 'language', about: 'Language of the pages that were visited.' },
];

export function findDimension(id: string): ExploreDimension | undefined {
  return DIMENSIONS.find((dimension) => dimension.id === id);
}
