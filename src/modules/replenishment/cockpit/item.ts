import type { PictureOf } from '../../../platform/cockpit/value/index.ts';

type Item = {
  readonly title: string;
  readonly options: string;
  readonly sku?: string | undefined;
  readonly thumbnail?: PictureOf | undefined;
};

/** Goods as `Pictured` takes them. */
export function picturedOf({ title, options, sku, thumbnail: picture }: Item) {
  return { picture, title, detail: [options, sku].filter(Boolean).join(' · ') };
}
