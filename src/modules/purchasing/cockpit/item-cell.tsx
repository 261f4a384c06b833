import { Pictured, type PictureOf } from '../../../platform/cockpit/value/index.ts';
import { purchasingWords } from './words.ts';

export type ItemShown = {
  readonly title: string;
  readonly options: string;
  readonly sku?: string | undefined;
  readonly barcode?: string | undefined;
  readonly thumbnail?: PictureOf | undefined;
};

/** Goods as people know them: picture, title, options, SKU and the supplier's number. */
export function ItemCell({
  item,
  sku = '',
}: {
  readonly item: ItemShown | undefined;
  readonly sku?: string;
}) {
  const t = purchasingWords();
  const detail = [item && detailOf(item), sku].filter(Boolean).join(' · ');
  return <Pictured picture={item?.thumbnail} title={item?.title ?? t.gone} detail={detail} />;
}

/** `S / Blue · SKU-1` */
export function detailOf({ options, sku }: ItemShown): string {
  return [options, sku].filter(Boolean).join(' · ');
}
