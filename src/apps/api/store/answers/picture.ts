import { type Picture, pictureUrl, widthsOf } from '../../../../modules/media/index.ts';

type Drawn = Omit<Picture, 'assetId'> & { readonly assetId: string };

const WIDEST = 1280;

/** A picture with the addresses of its renditions. */
export function pictureOf(found: Drawn, alt: string) {
  const { assetId, width, height, placeholderColor: color } = found;
  const srcset = widthsOf(found).map((pixels) => `${pictureUrl(assetId, pixels, 'webp')} ${pixels}w`);
  const url = pictureUrl(assetId, Math.min(width, WIDEST), 'webp');
  return { id: assetId, alt, width, height, color, url, srcset: srcset.join(', ') };
}
