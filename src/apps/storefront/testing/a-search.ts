import { type Search, type SearchDocument, SearchIndex } from '../../../modules/search/index.ts';
import type { AShop } from './a-shop.ts';
import { idIn } from './a-shop.ts';

/** A search over a few documents, as `openSearch` gives one over all of the database's; it keeps what was asked. */
export function aSearch(documents: readonly SearchDocument[]): Search & {
  readonly asked: Parameters<Search['recordQuery']>[0][];
} {
  const index = new SearchIndex(['en', 'de']);
  index.apply(documents, []);
  const asked: Parameters<Search['recordQuery']>[0][] = [];
  return {
    asked,
    query: (query) => ({ ...index.search(query), tookMs: 0 }),
    suggest: (query) => index.suggest(query),
    recordQuery: (query) => asked.push(query),
    catchUp: async () => undefined,
    state: () => ({ documents: documents.length, revision: 1n, lagMs: 0, loadedFrom: 'database', loadMs: 0 }),
    close: async () => undefined,
  };
}

/** A search that is away: whoever asks fails. */
export function noSearch(): Search {
  const away = (): never => {
    throw new Error('search is away');
  };
  return { ...aSearch([]), query: away, suggest: away, recordQuery: away, state: away, catchUp: away };
}

/** Thirty shirts, of which the first is the shop's own, and a mug. */
export function documentsOf(shop: AShop): SearchDocument[] {
  const shirt = aDocument(idIn(shop.products, 'linen-shirt'), 'linen-shirt', 'Linen shirt', 4_990n);
  const mug = aDocument(idIn(shop.products, 'blue-mug'), 'blue-mug', 'Blue mug', 1_800n);
  const more = Array.from({ length: 29 }, (_, index) => {
    const number = String(index + 10);
    const id = `00000000-0000-7000-8000-0000000000${number}`;
    return aDocument(id, `shirt-${number}`, `Cotton shirt ${number}`, 2_000n + BigInt(index) * 100n);
  });
  // As entered: what may be announced of it is pricing's to say.
  const prices = { EUR: { minMinor: '1800', maxMinor: '1800', compareAtMinor: '9900' } };
  return [shirt, { ...mug, prices, categoryPaths: [], options: {} }, ...more];
}

function aDocument(productId: string, handle: string, title: string, minor: bigint): SearchDocument {
  const text = { title, brand: '', type: '', tags: '', categories: '', options: '', attributes: '' };
  const price = { minMinor: String(minor), maxMinor: String(minor), compareAtMinor: null };
  return {
    productId,
    handle,
    window: { fromMs: null, untilMs: null },
    texts: { en: { ...text, description: '' } },
    codes: [],
    brand: { handle: 'nordlicht-studio', name: 'Nordlicht Studio' },
    categoryPaths: ['clothing/shirts'],
    productType: '',
    tags: [],
    prices: { EUR: price },
    available: 5,
    isBuyable: true,
    attributes: {},
    options: { Color: [Number(minor) % 200 === 0 ? 'Red' : 'Blue'] },
    collections: [],
    createdAtMs: 0,
    publishedAtMs: null,
    sales30d: 0,
    picture: null,
    secondPicture: null,
    swatches: [],
    variantCount: 1,
  };
}
