import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { useSession } from '../../../../platform/cockpit/state/index.ts';
import type { Goods, Selection } from './promotion.ts';

export type Named = { readonly value: string; readonly label: string };
export type PromotionChoices = {
  readonly collections: readonly Named[];
  readonly brands: readonly Named[];
  readonly categories: readonly Named[];
  readonly tags: readonly Named[];
  readonly currencies: readonly string[];
};

/** What a promotion can be about: everything the shop has a name for. */
export function usePromotionChoices(): PromotionChoices {
  const { currency } = useSession().shop;
  const { data } = useRead('listProductChoices', { query: {} }, { about: ['catalog'] });
  return {
    collections: (data?.collections ?? []).map(({ id, title }) => ({ value: id, label: title })),
    brands: (data?.brands ?? []).map(({ id, name }) => ({ value: id, label: name })),
    categories: (data?.categories ?? []).map(({ path, names }) => ({
      value: path,
      label: names.join(' › '),
    })),
    tags: (data?.tags ?? []).map((tag) => ({ value: tag, label: tag })),
    currencies: data?.currencies ?? [currency],
  };
}

export type GoodsField = 'collections' | 'brands' | 'categories' | 'tags';
export const GOODS_FIELDS: readonly GoodsField[] = ['collections', 'brands', 'categories', 'tags'];

/** The entries of one field over all selections: the builder shows those as one list. */
export function entriesOf(
  selections: readonly Selection[] | undefined,
  field: GoodsField,
): readonly string[] {
  return (selections ?? []).flatMap((selection) => selection[field] ?? []);
}

/** One selection for each field that has entries, so that any of them counts; others stay as they are. */
export function withEntries(
  selections: readonly Selection[] | undefined,
  field: GoodsField,
  entries: readonly string[],
): readonly Selection[] {
  const others = (selections ?? []).flatMap((selection) => {
    const { [field]: _, ...rest } = selection;
    return Object.keys(rest).length === 0 ? [] : [rest];
  });
  return entries.length === 0 ? others : [...others, { [field]: [...entries] }];
}

/** What goods are called, or `everything`. */
export function goodsText(
  goods: Goods | undefined,
  choices: PromotionChoices,
  words: {
    readonly everything: string;
    readonly or: string;
    readonly except: string;
    readonly products: (n: number) => string;
  },
): string {
  const nameIn = (selections: readonly Selection[] | undefined) => {
    const named = GOODS_FIELDS.flatMap((field) =>
      entriesOf(selections, field).map((id) => choices[field].find(({ value }) => value === id)?.label ?? id),
    );
    const single = (selections ?? []).flatMap(({ products = [], variants = [] }) => [
      ...products,
      ...variants,
    ]);
    return [...named, ...(single.length === 0 ? [] : [words.products(single.length)])].join(` ${words.or} `);
  };
  const some = nameIn(goods?.anyOf) || words.everything;
  const none = nameIn(goods?.noneOf);
  return none === '' ? some : `${some} ${words.except} ${none}`;
}
