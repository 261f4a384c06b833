import { type PictureOf, Thumbnail } from '../../../platform/cockpit/value/index.ts';
import styles from './goods-cell.module.css';

export type GoodsShown = {
  readonly title: string;
  readonly options: string;
  readonly sku?: string | undefined;
  readonly thumbnail?: PictureOf | undefined;
};

/** A variant as people know it: picture, title, options and SKU. */
export function GoodsCell({ item }: { readonly item: GoodsShown }) {
  return (
    <span className={styles.item}>
      <Thumbnail of={item.thumbnail} size={32} />
      <span className={styles.texts}>
        <span className={styles.title}>{item.title}</span>
        <span className={styles.detail}>{[item.options, item.sku].filter(Boolean).join(' · ')}</span>
      </span>
    </span>
  );
}
