import { parseAmount } from '../../../../platform/cockpit/form/index.ts';
import type { VariantForm } from './form.ts';

/** A column of the table of variants: how its text is read from a variant and written into it. */
export type VariantCell = {
  readonly key: string;
  /** What the API calls it. */
  readonly field: string;
  readonly label: string;
  readonly width: number;
  readonly isNumber?: boolean;
  readonly inputMode: 'text' | 'decimal' | 'numeric';
  /** Usually the same for all of a product's variants. */
  readonly isShared?: boolean;
  readonly read: (variant: VariantForm) => string;
  readonly write: (variant: VariantForm, text: string) => VariantForm;
  readonly tidy?: (text: string) => string | undefined;
};

type Words = Readonly<
  Record<'sku' | 'barcode' | 'compareAt' | 'cost' | 'weight' | 'onHand' | 'price', string>
>;

export function cellsOf(
  words: Words,
  shown: { readonly currency: string; readonly place: string; readonly seesCosts: boolean },
): readonly VariantCell[] {
  const { currency, place, seesCosts } = shown;
  const amount = { isNumber: true, inputMode: 'decimal', isShared: true, width: 116 } as const;
  const tidy = (text: string) => parseAmount(text, currency);
  const priceOf = ({ prices }: VariantForm) => prices[currency] ?? { price: '', compareAt: '' };
  const priced = (variant: VariantForm, part: object): VariantForm => {
    return { ...variant, prices: { ...variant.prices, [currency]: { ...priceOf(variant), ...part } } };
  };
  const cost: VariantCell = {
    ...{ key: 'cost', field: 'cost', label: words.cost, ...amount, read: ({ cost }) => cost, tidy },
    write: (variant, text) => ({ ...variant, cost: text, costCurrency: variant.costCurrency || currency }),
  };
  const columns: VariantCell[] = [
    {
      ...{ key: 'price', field: 'prices', label: `${words.price} ${currency}`, ...amount, tidy },
      read: (variant) => priceOf(variant).price,
      write: (variant, price) => priced(variant, { price }),
    },
    {
      ...{ key: 'compareAt', field: 'prices', label: words.compareAt, ...amount, tidy },
      read: (variant) => priceOf(variant).compareAt,
      write: (variant, compareAt) => priced(variant, { compareAt }),
    },
    ...(seesCosts ? [cost] : []),
    {
      ...{
        key: 'onHand',
        field: 'onHand',
        label: words.onHand,
        isNumber: true,
        inputMode: 'numeric',
        width: 84,
      },
      read: ({ onHand }) => onHand[place] ?? '',
      write: (variant, text) => ({ ...variant, onHand: { ...variant.onHand, [place]: text } }),
    },
    {
      ...{
        key: 'sku',
        field: 'sku',
        label: words.sku,
        width: 150,
        inputMode: 'text',
        read: ({ sku }) => sku,
      },
      write: (variant, sku) => ({ ...variant, sku }),
    },
    {
      ...{ key: 'barcode', field: 'barcode', label: words.barcode, width: 150, inputMode: 'numeric' },
      read: ({ barcode }) => barcode,
      write: (variant, barcode) => ({ ...variant, barcode }),
    },
    {
      ...{ key: 'weight', field: 'weightGrams', label: words.weight, isNumber: true, inputMode: 'numeric' },
      ...{ width: 96, isShared: true, read: ({ weight }) => weight },
      write: (variant, weight) => ({ ...variant, weight }),
    },
  ];
  return columns;
}
