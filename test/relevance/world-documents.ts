import { createHash } from 'node:crypto';
import { idFrom, slug } from '../../src/kernel/index.ts';
import type { DocumentTexts, SearchDocument } from '../../src/modules/search/index.ts';
import { demoWorld, type WorldProduct } from '../../src/simulator/index.ts';

const world = demoWorld(1);

/** The demo catalogue's products by handle, to judge by. */
export const PRODUCTS: ReadonlyMap<string, WorldProduct> = new Map(
  world.products.map((one) => [one.handle, one]),
);
export const SYNONYMS = world.synonyms.map((synonym, index) => ({
  id: String(index),
  locale: synonym.locale,
  source: synonym.source,
  words: synonym.words,
}));

/** What the projection makes of the demo catalogue, as far as relevance sees it: no prices, pictures or stock differ. */
export function worldDocuments(): SearchDocument[] {
  return world.products.map(documentOf);
}

function documentOf(product: WorldProduct): SearchDocument {
  const { draft, handle, variants } = product;
  const options = Object.fromEntries((draft.options ?? []).map(({ name, values }) => [name, values]));
  return {
    productId: idOf(handle),
    handle,
    window: { fromMs: null, untilMs: null },
    texts: { en: textsIn(product, 'en'), de: textsIn(product, 'de') },
    codes: variants.flatMap(({ sku, barcode }) => [sku, barcode ?? ''].filter((code) => code !== '')),
    brand: { handle: slug(draft.brand ?? ''), name: draft.brand ?? '' },
    categoryPaths: (draft.categories ?? []).map((path) => path.map((name) => slug(name)).join('/')),
    productType: draft.productType ?? '',
    tags: draft.tags ?? [],
    prices: { EUR: { minMinor: '1000', maxMinor: '1000', compareAtMinor: null } },
    available: 1,
    isBuyable: true,
    attributes: {},
    options,
    collections: [],
    createdAtMs: 0,
    publishedAtMs: null,
    sales30d: 0,
    picture: null,
    secondPicture: null,
    swatches: [],
    variantCount: variants.length,
  };
}

function textsIn(product: WorldProduct, locale: 'en' | 'de'): DocumentTexts {
  const { draft } = product;
  const german: Readonly<Record<string, string>> = locale === 'de' ? product.german : {};
  const option = (place: number, value: string): string => german[`option:${place}:value:${value}`] ?? value;
  const attributes = Object.entries(draft.attributes ?? {}).flatMap(([key, value]) => {
    if (typeof value === 'boolean' || typeof value === 'number') return [];
    const values = typeof value === 'string' ? [value] : value;
    return values.map((one) => german[`attribute:${key}`] ?? choiceIn(locale, key, one));
  });
  return {
    title: german['title'] ?? draft.title,
    brand: draft.brand ?? '',
    type: draft.productType ?? '',
    tags: (draft.tags ?? []).join(' '),
    categories: (draft.categories ?? []).flatMap((path) => categoryNames(locale, path)).join(' '),
    options: (draft.options ?? [])
      .flatMap(({ values }, place) => values.map((v) => option(place, v)))
      .join(' '),
    attributes: attributes.join(' '),
    description: (german['description_html'] ?? draft.descriptionHtml ?? '').replace(/<[^>]*>/g, ' '),
  };
}

function choiceIn(locale: 'en' | 'de', key: string, value: string): string {
  const choices = world.attributes.find((attribute) => attribute.key === key)?.choices ?? [];
  return choices.find(({ en }) => en === value)?.[locale] ?? value;
}

function categoryNames(locale: 'en' | 'de', path: readonly string[]): string[] {
  return path.map((name, index) => {
    const own = path.slice(0, index + 1).join('/');
    const category = world.categories.find((one) => one.path.join('/') === own);
    return locale === 'de' ? (category?.german ?? name) : name;
  });
}

function idOf(handle: string): string {
  return idFrom(0, createHash('sha256').update(handle).digest());
}
