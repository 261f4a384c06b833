import type { MoneyText, VariantModel } from '../model/index.ts';
import { xmlText } from './xml.ts';

/** One variant as Google Merchant Center reads it (support.google.com/merchants/answer/7052112). Addresses are absolute. */
export type FeedItem = {
  /** The SKU, else the variant's id: stays the same for as long as the variant lives. */
  readonly id: string;
  /** The product, when it has several variants. */
  readonly groupId: string | undefined;
  readonly title: string;
  readonly description: string;
  readonly link: string;
  readonly pictures: readonly string[];
  readonly stock: VariantModel['stock']['state'];
  readonly price: MoneyText;
  /** The price before a reduction that may be announced. */
  readonly compareAt: MoneyText | undefined;
  readonly currency: string;
  readonly brand: string | undefined;
  readonly gtin: string | undefined;
  readonly mpn: string | undefined;
  /** `Home > Kitchen > Mugs` */
  readonly productType: string | undefined;
  readonly color: string | undefined;
  readonly size: string | undefined;
  readonly material: string | undefined;
  readonly pattern: string | undefined;
  readonly weightGrams: number | undefined;
};

/** The feed as RSS 2.0 with Google's fields, piece by piece as its items come. */
export async function* googleFeed(
  channel: { readonly title: string; readonly link: string; readonly description: string },
  batches: AsyncIterable<readonly FeedItem[]> | Iterable<readonly FeedItem[]>,
): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel>\n';
  yield `<title>${xmlText(channel.title)}</title><link>${xmlText(channel.link)}</link>`;
  yield `<description>${xmlText(channel.description)}</description>\n`;
  for await (const batch of batches) yield batch.map(itemText).join('');
  yield '</channel></rss>\n';
}

const AVAILABILITY = {
  in_stock: 'in_stock',
  low: 'in_stock',
  backorder: 'backorder',
  preorder: 'preorder',
  sold_out: 'out_of_stock',
} as const satisfies Record<VariantModel['stock']['state'], string>;

// Google's own limits in characters.
const MAX_ID = 50;
const MAX_TITLE = 150;
const MAX_DESCRIPTION = 5_000;
const MAX_MORE_PICTURES = 10;

function itemText(item: FeedItem): string {
  const [picture, ...more] = item.pictures;
  const amount = ({ decimal }: MoneyText) => `${decimal} ${item.currency}`;
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['id', item.id.slice(0, MAX_ID)],
    ['item_group_id', item.groupId?.slice(0, MAX_ID)],
    ['title', item.title.slice(0, MAX_TITLE)],
    ['description', (item.description || item.title).slice(0, MAX_DESCRIPTION)],
    ['link', item.link],
    ['image_link', picture],
    ...more.slice(0, MAX_MORE_PICTURES).map((url) => ['additional_image_link', url] as const),
    ['availability', AVAILABILITY[item.stock]],
    ['price', amount(item.compareAt ?? item.price)],
    ['sale_price', item.compareAt && amount(item.price)],
    ['condition', 'new'],
    ['brand', item.brand],
    ['gtin', item.gtin],
    ['mpn', item.gtin ? undefined : item.mpn],
    ['identifier_exists', item.gtin || (item.brand && item.mpn) ? undefined : 'no'],
    ['product_type', item.productType],
    ['color', item.color],
    ['size', item.size],
    ['material', item.material],
    ['pattern', item.pattern],
    ['shipping_weight', item.weightGrams === undefined ? undefined : `${item.weightGrams} g`],
  ];
  const lines = fields.map(([name, value]) => (value ? `<g:${name}>${xmlText(value)}</g:${name}>` : ''));
  return `<item>${lines.join('')}</item>\n`;
}
