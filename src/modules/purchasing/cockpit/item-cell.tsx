import { type PictureOf, Thumbnail } from '../../../platform/cockpit/value/index.ts';
import styles from './item-cell.module.css';
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
  return (
    <span className={styles.item}>
      <Thumbnail of={item?.thumbnail} size={36} />
      <span className={styles.texts}>
        <span className={styles.title}>{item?.title ?? t.gone}</span>
        <span className={styles.detail}>{[item && detailOf(item), sku].filter(Boolean).join(' · ')}</span>
      </span>
    </span>
  );
}

/** `S / Blue · SKU-1` */
export function detailOf({ options, sku }: ItemShown): string {
  return [options, sku].filter(Boolean).join(' · ');
}
