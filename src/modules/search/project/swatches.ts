import type { Product } from '../../catalog/index.ts';
import type { Swatch } from '../document.ts';

const COLOR = /^#[\da-f]{6}$/i;

/**
 * The colours that a product comes in: the values of the option that decides its variants' `#rrggbb` attribute. An
 * option does when each of its values has one colour in all variants: a size, which comes in several, does not.
 */
export function swatchesOf(product: Product): Swatch[] {
  for (const index of product.options.keys()) {
    const colors = colorsOf(product, index);
    if (colors !== undefined) return [...colors].map(([label, color]) => ({ label, color }));
  }
  return [];
}

function colorsOf(product: Product, index: number): Map<string, string> | undefined {
  const colors = new Map<string, string>();
  for (const { optionValues, attributes } of product.variants) {
    const value = optionValues[index];
    const color = Object.values(attributes).find((one) => typeof one === 'string' && COLOR.test(one));
    if (value === undefined || typeof color !== 'string') return undefined;
    if ((colors.get(value) ?? color.toLowerCase()) !== color.toLowerCase()) return undefined;
    colors.set(value, color.toLowerCase());
  }
  // One colour in several sizes: the size has "decided" it too, but says nothing of colour.
  return new Set(colors.values()).size > 1 || colors.size === 1 ? colors : undefined;
}
