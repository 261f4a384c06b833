import type { BrandId, Product, Variant } from '../../catalog/index.ts';

/** A variant as people who handle goods know it: a copy of what the catalogue says, kept for lists. */
export type Item = {
  readonly variantId: Variant['id'];
  readonly productId: Product['id'];
  readonly title: string;
  /** `S / Blue`; '' for a product without options. */
  readonly options: string;
  readonly sku: string | undefined;
  readonly barcode: string | undefined;
  readonly brandId: BrandId | undefined;
  readonly assetId: Variant['assetId'];
  readonly kind: Product['kind'];
  readonly status: Product['status'];
};

/** An item with the words it is found by and the text it is sorted by. */
export type FiledItem = Item & { readonly words: readonly string[]; readonly place: string };

/** The items of a product, in the order of its variants. */
export function itemsOf(product: Product): FiledItem[] {
  return product.variants.map((variant, index) => {
    const options = variant.optionValues.join(' / ');
    const item: Item = {
      ...{ variantId: variant.id, productId: product.id, title: product.title, options },
      ...{ sku: variant.sku, barcode: variant.barcode, brandId: product.brandId },
      assetId: variant.assetId ?? product.media[0]?.assetId,
      ...{ kind: product.kind, status: product.status },
    };
    const words = wordsIn([product.title, options, variant.sku ?? '', variant.barcode ?? ''].join(' '));
    const codes = [variant.sku, variant.barcode].flatMap((code) => (code === undefined ? [] : folded(code)));
    const place = `${folded(product.title).slice(0, 200)} ${String(index).padStart(4, '0')}`;
    return { ...item, words: [...new Set([...words, ...codes])], place };
  });
}

/**
 * The words of a text as they are compared: lower-case, without accents, split at everything that is neither letter
 * nor digit. `wordsIn('Café-Crème 2')` is `['cafe', 'creme', '2']`.
 */
export function wordsIn(text: string): string[] {
  return folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.slice(0, 100));
}

/**
 * A search as PostgreSQL's: every word must begin one of the item's. `undefined` where nothing is searched for.
 *
 * @example
 * // tsQueryOf("Hal mug") is "'hal':* & 'mug':*"
 */
export function tsQueryOf(text: string): string | undefined {
  const words = [...new Set(wordsIn(text))].slice(0, 12);
  return words.length === 0 ? undefined : words.map((word) => `'${word}':*`).join(' & ');
}

export function folded(text: string): string {
  return text.replace(/ß/g, 'ss').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
