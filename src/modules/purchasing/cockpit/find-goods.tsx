import { callApi } from '../../../platform/cockpit/api/index.ts';
import { type Choosable, FindField } from '../../../platform/cockpit/form/index.ts';
import { detailOf, type ItemShown } from './item-cell.tsx';

export type Goods = ItemShown & { readonly variantId: string };

/** Finds goods of the shop by name, SKU or barcode. */
export function FindGoods({
  label,
  onTake,
}: {
  readonly label: string;
  readonly onTake: (item: Goods) => void;
}) {
  const find = async (typed: string, signal: AbortSignal): Promise<readonly Choosable<Goods>[]> => {
    const { items } = await callApi('listStockLevels', { query: { q: typed, limit: '12' } }, { signal });
    const found = new Map(items.map(({ item }) => [item.variantId, item]));
    return [...found].map(([id, item]) => ({ id, label: item.title, detail: detailOf(item), value: item }));
  };
  return (
    <FindField
      name="purchase"
      find={find}
      onTake={onTake}
      placeholder={label}
      aria-label={label}
      style={{ flex: 1 }}
    />
  );
}
