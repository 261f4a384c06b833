import { first } from './elements.ts';

/** What the page's script block says of one variant (written by view/pages/product.tsx). */
export type Variant = {
  readonly id: string;
  readonly values: readonly string[];
  readonly price: string;
  readonly decimal: string;
  readonly before?: string;
  readonly beforeLabel?: string;
  readonly unitPrice?: string;
  readonly sku?: string;
  readonly picture?: string;
  /** What the button says. */
  readonly buy: string;
  readonly stock: { readonly state: string; readonly text: string };
};

export type ChoiceData = { readonly options: readonly string[]; readonly variants: readonly Variant[] };

/** The page's own data; `undefined` where not every variant is there and a choice must ask the server. */
export function readChoiceData(): ChoiceData | undefined {
  const block = first(document, '#product-data', HTMLScriptElement);
  if (!block) return undefined;
  const data: ChoiceData = JSON.parse(block.text);
  return data.variants.length > 1 ? data : undefined;
}

/**
 * The variant to show when `wanted` values are asked for and the one at `index` was just chosen: that value
 * counts
 * most, then as many of the others as possible, then one that can be bought. The same choice as the server's.
 */
export function bestVariant(data: ChoiceData, wanted: readonly string[], index: number): Variant | undefined {
  let best: Variant | undefined;
  let bestScore = -1;
  for (const variant of data.variants) {
    if (variant.values[index] !== wanted[index]) continue;
    const score = wanted.reduce(
      (sum, value, place) => sum * 2 + (variant.values[place] === value ? 2 : 0),
      0,
    );
    const total = score + (isBuyable(variant) ? 1 : 0);
    if (total > bestScore) [best, bestScore] = [variant, total];
  }
  return best;
}

export function isBuyable(variant: Variant): boolean {
  return variant.stock.state !== 'sold_out';
}

/** `?Size=M&Color=Red`, in the options' order. */
export function queryOf(data: ChoiceData, values: readonly string[]): string {
  const query = new URLSearchParams(data.options.map((name, index) => [name, values[index] ?? '']));
  return `?${query}`;
}
