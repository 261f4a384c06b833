import { Pictured, type PictureOf } from '../../../platform/cockpit/value/index.ts';

export type ItemShown = {
  readonly title: string;
  readonly options: string;
  readonly sku?: string | undefined;
  readonly barcode?: string | undefined;
  readonly thumbnail?: PictureOf | undefined;
};

/** Goods as people know them: picture, title, options and SKU. */
export function ItemCell({ item, size }: { readonly item: ItemShown; readonly size?: number }) {
  const { title, thumbnail: picture } = item;
  return <Pictured picture={picture} title={title} detail={detailOf(item)} {...(size ? { size } : {})} />;
}

/** `S / Blue · SKU-1` */
export function detailOf({ options, sku }: ItemShown): string {
  return [options, sku].filter(Boolean).join(' · ');
}
