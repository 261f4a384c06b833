import type { Id } from '../../kernel/index.ts';

export type BrandId = Id<'brand'>;

/** Who makes or labels a product. Names are unique, whatever their case. */
export type Brand = {
  readonly id: BrandId;
  readonly handle: string;
  readonly name: string;
  /** Sanitised on the way in. */
  readonly descriptionHtml: string;
  /** A picture of the media module. */
  readonly logoAssetId: Id<'asset'> | undefined;
};
