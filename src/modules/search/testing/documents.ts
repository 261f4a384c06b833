import { idFrom } from '../../../kernel/index.ts';
import type { DocumentTexts, SearchDocument } from '../document.ts';

type ADocument = Partial<Omit<SearchDocument, 'texts'>> & {
  readonly number: number;
  readonly title?: string;
  readonly text?: Partial<DocumentTexts>;
  readonly german?: Partial<DocumentTexts>;
};

const NO_TEXTS: DocumentTexts = {
  title: '',
  brand: '',
  type: '',
  tags: '',
  categories: '',
  options: '',
  attributes: '',
  description: '',
};

/** A document with only what the test names; `number` makes its id, later for higher ones. */
export function aDocument({
  number,
  title = `Product ${number}`,
  text,
  german,
  ...rest
}: ADocument): SearchDocument {
  const createdAtMs = 1_700_000_000_000 + number * 1_000;
  return {
    productId: productIdOf(number),
    handle: `product-${number}`,
    window: { fromMs: null, untilMs: null },
    texts: {
      en: { ...NO_TEXTS, title, ...text },
      ...(german === undefined ? {} : { de: { ...NO_TEXTS, title, ...german } }),
    },
    codes: [],
    brand: null,
    categoryPaths: [],
    productType: '',
    tags: [],
    prices: { EUR: { minMinor: '1000', maxMinor: '1000', compareAtMinor: null } },
    available: 1,
    isBuyable: true,
    attributes: {},
    options: {},
    collections: [],
    createdAtMs,
    publishedAtMs: null,
    sales30d: 0,
    picture: null,
    secondPicture: null,
    swatches: [],
    variantCount: 1,
    ...rest,
  };
}

export function productIdOf(number: number): string {
  return idFrom(1_700_000_000_000 + number, new Uint8Array(10).fill(number % 256));
}
