import { SaxesParser } from 'saxes';
import { z } from 'zod';
import type { View } from '../model/index.ts';
import { drawnView } from './a-server.ts';

type Offers = ReadonlyMap<string, { readonly price: string; readonly isInStock: boolean }>;

/** What a visitor, a search engine, a social network and a marketplace read of the shop: price and stock by SKU. */
export type Seen = {
  readonly page: Offers;
  readonly jsonLd: Offers;
  readonly feed: Offers;
  readonly openGraph: Readonly<Record<string, string>>;
  readonly sitemap: readonly string[];
};

export async function seenIn(get: (url: string) => Promise<string>): Promise<Seen> {
  const [shirt, mug, feed, sitemap] = await Promise.all(
    [
      '/products/linen-shirt',
      '/products/blue-mug',
      '/feeds/google.xml',
      '/sitemaps/main/products/first.xml',
    ].map(get),
  );
  const views = [drawnView(shirt ?? ''), drawnView(mug ?? '')];
  return {
    page: new Map(views.flatMap(offersOnPage)),
    jsonLd: new Map(views.flatMap(offersInJsonLd)),
    feed: new Map(itemsIn(feed ?? '').map(offerInFeed)),
    openGraph: views[1]?.head.openGraph ?? {},
    sitemap: textsIn(sitemap ?? '', 'loc'),
  };
}

type Entry = [sku: string, offer: { price: string; isInStock: boolean }];

function offersOnPage({ page }: View): Entry[] {
  if (page.kind !== 'product') throw new Error(`a ${page.kind} page`);
  return page.variants.map(({ sku = '', price, stock }) => {
    return [sku, { price: price.decimal, isInStock: stock.state !== 'sold_out' }];
  });
}

const OFFER = z.object({ price: z.string(), priceCurrency: z.literal('EUR'), availability: z.url() });
const PRODUCT = z.object({ '@type': z.literal('Product'), sku: z.string(), offers: OFFER });
const GROUP = z.object({ '@type': z.literal('ProductGroup'), hasVariant: z.array(PRODUCT) });

function offersInJsonLd({ head }: View): Entry[] {
  const [first] = head.jsonLd;
  const group = GROUP.safeParse(first);
  const products = group.success ? group.data.hasVariant : [PRODUCT.parse(first)];
  return products.map(({ sku, offers }) => {
    return [sku, { price: offers.price, isInStock: !offers.availability.endsWith('/OutOfStock') }];
  });
}

function offerInFeed(item: ReadonlyMap<string, string>): Entry {
  const price = item.get('g:sale_price') ?? item.get('g:price') ?? '';
  const isInStock = item.get('g:availability') === 'in_stock';
  return [item.get('g:id') ?? '', { price: price.replace(/ EUR$/, ''), isInStock }];
}

function itemsIn(xml: string): Map<string, string>[] {
  const items: Map<string, string>[] = [];
  read(
    xml,
    (name, text) => items.at(-1)?.set(name, text),
    (name) => name === 'item' && items.push(new Map()),
  );
  return items;
}

function textsIn(xml: string, element: string): string[] {
  const texts: string[] = [];
  read(xml, (name, text) => name === element && texts.push(text));
  return texts;
}

function read(
  xml: string,
  onText: (name: string, text: string) => unknown,
  onOpen: (name: string) => unknown = () => undefined,
): void {
  const open: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    open.push(name);
    onOpen(name);
  });
  parser.on('text', (text) => onText(open.at(-1) ?? '', text));
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
}
