import { type Picture, pictureUrl, srcset } from '../../../../modules/media/index.ts';

type Drawn = Omit<Picture, 'assetId'> & { readonly assetId: string };

/** A picture with addresses of its renditions. */
export function pictureOf(found: Drawn, alt: string) {
  const { assetId, width, height, placeholderColor: color } = found;
  const url = pictureUrl(assetId, Math.min(width, WIDEST), 'webp');
  return { id: assetId, alt, width, height, color, url, srcset: srcset(found as Picture, 'webp') };
}

const WIDEST = 1280;
