import type { Option, Variant } from '../../../modules/catalog/index.ts';
import type { Card, OptionModel } from '../model/index.ts';
import { choicesOf, type Offer } from './variant-choice.ts';

/** The product's options as the page draws them: each value with its own address, and its colour where it has one. */
export function optionModels(input: {
  readonly options: readonly Option[];
  readonly offers: readonly Offer[];
  readonly chosen: Variant;
  /** The product's address without a query. */
  readonly address: string;
}): readonly OptionModel[] {
  const { options, offers, chosen, address } = input;
  return choicesOf(options, offers, chosen).map((choices, index) => {
    const colors = colorsOf(offers, index);
    return {
      name: options[index]?.name ?? '',
      kind: colors ? 'color' : 'choice',
      values: choices.map(({ value, isChosen, isAvailable, query }) => {
        return { value, href: address + query, isChosen, isAvailable, color: colors?.get(value) };
      }),
    };
  });
}

/** The colours a product comes in, for its card. */
export function swatchesOf(options: readonly Option[], offers: readonly Offer[]): Card['swatches'] {
  for (const index of options.keys()) {
    const colors = colorsOf(offers, index);
    if (colors) return [...colors].map(([label, color]) => ({ label, color }));
  }
  return [];
}

/**
 * The colour of each value of the option at `index`, from the variants' own `#rrggbb` attributes; `undefined` when the
 * option does not decide the colour: a size comes in several, and the sizes of a red shirt are not its colours.
 */
function colorsOf(offers: readonly Offer[], index: number): ReadonlyMap<string, string> | undefined {
  const colors = new Map<string, string>();
  for (const { variant } of offers) {
    const value = variant.optionValues[index];
    const color = Object.values(variant.attributes).find(isColor);
    if (value === undefined || color === undefined) return undefined;
    if ((colors.get(value) ?? color) !== color) return undefined;
    colors.set(value, color);
  }
  const isDistinct = new Set(colors.values()).size > 1 || colors.size === 1;
  return isDistinct ? colors : undefined;
}

function isColor(value: unknown): value is string {
  return typeof value === 'string' && /^#[\da-f]{6}$/i.test(value);
}
