import { Pictured, type PictureOf } from '../../../platform/cockpit/value/index.ts';

export type GoodsShown = {
  readonly title: string;
  readonly options: string;
  readonly sku?: string | undefined;
  readonly thumbnail?: PictureOf | undefined;
};

/** Goods as people know them: picture, title, options and SKU. */
export function GoodsCell({ of: goods }: { readonly of: GoodsShown }) {
  return <Pictured picture={goods.thumbnail} title={goods.title} detail={detailOf(goods)} />;
}

/** `S / Blue · SKU-1` */
export function detailOf({ options, sku }: GoodsShown): string {
  return [options, sku].filter(Boolean).join(' · ');
}
