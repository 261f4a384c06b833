import { isPublished, readProductsByHandle } from '../../../modules/catalog/index.ts';
import { type Answer, type Asked, type Keeping, LISTINGS_TAG, productTag } from '../answer.ts';
import type { Desk } from '../desk.ts';
import type { Card, Suggestions } from '../model/index.ts';
import { moneyText } from '../money-text.ts';
import { cardOf } from '../pages/card.ts';
import { keepingOf } from './hit-cards.ts';

const MAX_CARDS = 12;
const SUGGESTIONS = 5;

/** Cards of the products in `?handles=a,b,c`, at most twelve: what the visitor saw lately, which only the browser knows. */
export async function cardsOf(
  desk: Desk,
  asked: Asked,
): Promise<{ readonly cards: readonly Card[] } & Keeping> {
  const handles = handlesIn(asked.query);
  if (handles.length === 0) return { cards: [], tags: [] };
  const products = await readProductsByHandle(desk.db, handles);
  const ids = handles.flatMap((handle) => {
    const product = products.get(handle);
    return product && isPublished(product, asked.now) ? product.id : [];
  });
  const cards = await desk.shelf.cards(ids, asked.site, asked.now);
  return { cards, tags: ids.map(productTag), until: keepingOf(cards, asked).until };
}

/** The fragment's own address, so that equal lists are one entry of the cache. */
export function handlesIn(query: URLSearchParams): readonly string[] {
  const handles = (query.get('handles') ?? '').split(',').filter((handle) => /^[^\s/]{1,200}$/.test(handle));
  return [...new Set(handles)].slice(0, MAX_CARDS);
}

/** What the search field offers for the beginning of a text. */
export function suggestionsFor(desk: Desk, asked: Asked): Suggestions {
  const { site, now } = asked;
  const { locale, currency, to } = site;
  const text = suggestText(asked.query);
  const none = { products: [], collections: [], categories: [], brands: [] };
  const found = text === '' ? none : desk.search.suggest({ text, locale, currency, limit: SUGGESTIONS, now });
  return {
    text,
    products: found.products.map((hit) => {
      const { href, title, picture } = cardOf(hit, site, now);
      return { href, title, picture, price: moneyText(hit.price.minor, currency, locale) };
    }),
    collections: found.collections.map(({ handle, title }) => {
      return { title, href: to(`/collections/${handle}`) };
    }),
    categories: found.categories.map(({ path, name }) => {
      return { title: name, href: to(`/categories/${path}`) };
    }),
    brands: found.brands.map(({ handle, name }) => ({ title: name, href: to(`/brands/${handle}`) })),
    allHref: `${to('/search')}?${new URLSearchParams({ q: text })}`,
  };
}

export function suggestText(query: URLSearchParams): string {
  return (query.get('q') ?? '').normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 60);
}

/** A fragment of HTML or JSON of its own. */
export function fragment(text: string, contentType: string, keeping: Keeping): Answer {
  return { kind: 'fragment', contentType, text, ...keeping };
}

export const SUGGEST_TAGS = [LISTINGS_TAG];
