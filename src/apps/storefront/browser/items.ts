import { first } from './elements.ts';

/** An item of an event, by the names of Google Analytics 4. */
export type Item = {
  readonly item_id: string | undefined;
  readonly item_name: string;
  readonly item_brand?: string;
  readonly item_variant?: string;
  readonly item_list_name?: string;
  readonly index?: number;
  readonly price: number;
  readonly quantity?: number;
};

/** What a card or a line of the cart shows; `quantity` where it is of so many. */
export function itemOf(place: HTMLElement, more: Partial<Item> = {}): Item {
  const brand = textIn(place, '.card-brand');
  return {
    item_id: place.dataset['item'],
    item_name: textIn(place, '.card-title, .line-title') ?? '',
    ...(brand && { item_brand: brand }),
    price: Number(place.dataset['price']),
    ...more,
  };
}

/** What the product page shows of the variant that is chosen now. */
export function shownProduct(quantity: number): Item | undefined {
  const place = first(document, '.product[data-item]', HTMLElement);
  const block = first(document, '#product-data', HTMLScriptElement);
  if (!place || !block) return undefined;
  const chosen = first(document, '[data-buy-variant]', HTMLInputElement)?.value;
  const { variants }: { readonly variants: readonly ShownVariant[] } = JSON.parse(block.text);
  const variant = variants.find(({ id }) => id === chosen) ?? variants[0];
  if (!variant) return undefined;
  const brand = textIn(place, '.product-brand');
  return {
    item_id: place.dataset['item'],
    item_name: textIn(place, '.product-title') ?? '',
    ...(brand && { item_brand: brand }),
    ...(variant.values.length > 0 && { item_variant: variant.values.join(' / ') }),
    price: Number(variant.decimal),
    quantity,
  };
}

type ShownVariant = { readonly id: string; readonly values: readonly string[]; readonly decimal: string };

/** The parameters of an event about these items. */
export function about(items: readonly Item[]) {
  const value = items.reduce((sum, { price, quantity = 1 }) => sum + price * quantity, 0);
  return { currency: document.documentElement.dataset['currency'], value: Number(value.toFixed(4)), items };
}

function textIn(place: HTMLElement, selector: string): string | undefined {
  return first(place, selector, HTMLElement)?.textContent?.trim();
}
