import { type PictureOf, Thumbnail } from '../../../platform/cockpit/value/index.ts';
import styles from './item-cell.module.css';

export type ItemShown = {
  readonly title: string;
  readonly options: string;
  readonly sku?: string | undefined;
  readonly barcode?: string | undefined;
  readonly thumbnail?: PictureOf | undefined;
};

/** Goods as people know them: picture, title, options and SKU. */
export function ItemCell({ item, size }: { readonly item: ItemShown; readonly size?: number }) {
  return (
    <span className={styles.item}>
      <Thumbnail of={item.thumbnail} size={size ?? 36} />
      <span className={styles.texts}>
        <span className={styles.title}>{item.title}</span>
        <span className={styles.detail}>{detailOf(item)}</span>
      </span>
    </span>
  );
}

/** `S / Blue · SKU-1` */
export function detailOf({ options, sku }: ItemShown): string {
  return [options, sku].filter(Boolean).join(' · ');
}
