import type { Id } from '../../kernel/index.ts';

export type AssetId = Id<'asset'>;
export type AssetKind = 'image' | 'vector' | 'video' | 'model' | 'file';

/** What a page needs of a picture to leave the right room for it and to choose a size. */
export type Picture = {
  readonly assetId: AssetId;
  /**
   * Pixels of the original, upright. A vector has none of its own: it counts as wide as the widest rendition.
   */
  readonly width: number;
  readonly height: number;
  /** `#rrggbb`, the picture's mean colour, shown until it has loaded. */
  readonly placeholderColor: string;
};
