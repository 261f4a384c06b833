import { type PictureOf, Thumbnail } from '../../../platform/cockpit/value/index.ts';
import styles from './forecast.module.css';

export type GoodsShown = {
  readonly title: string;
  readonly options: string;
  readonly sku?: string | undefined;
  readonly thumbnail?: PictureOf | undefined;
};

/** Goods as people know them: picture, title, options and SKU. */
export function GoodsCell({ of: goods }: { readonly of: GoodsShown }) {
  return (
    <span className={styles.goods}>
      <Thumbnail of={goods.thumbnail} size={36} />
      <span className={styles.names}>
        <span className={styles.name}>{goods.title}</span>
        <span className={styles.quiet}>{detailOf(goods)}</span>
      </span>
    </span>
  );
}

/** `S / Blue · SKU-1` */
export function detailOf({ options, sku }: GoodsShown): string {
  return [options, sku].filter(Boolean).join(' · ');
}
