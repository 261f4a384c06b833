import type { AssetId, Picture } from './asset.ts';

export type Format = 'avif' | 'webp' | 'jpeg';

/** Pixels: what pages ask for at the usual screens and densities. */
export const WIDTHS: readonly number[] = [160, 320, 480, 640, 960, 1280, 1920];

export const WIDEST = 1920;

/** Where the storefront serves a picture from; for ever the same content. */
export function pictureUrl(assetId: AssetId | string, width: number, format: Format): string {
  return `/media/${assetId}/${width}.${format}`;
}

/**
 * The widths in which a picture is there: those of `WIDTHS` up to its own, and its own when it is less than
 * the widest.
 *
 * @example widthsOf({ width: 700 }) // [160, 320, 480, 640, 700]
 */
export function widthsOf(picture: Pick<Picture, 'width'>): readonly number[] {
  const smaller = WIDTHS.filter((width) => width < picture.width);
  return [...smaller, Math.min(picture.width, WIDEST)];
}

/**
 * What a request for `width` gets: that width, or the picture's own when it is not that wide, because
 * enlarging adds bytes and no detail. `undefined` for a width that no page asks for, so that nobody can fill
 * the disk by counting.
 */
export function widthFor(picture: Pick<Picture, 'width'>, width: number): number | undefined {
  const widths = widthsOf(picture);
  if (widths.includes(width)) return width;
  return WIDTHS.includes(width) ? widths.at(-1) : undefined;
}

/** For an `img` or `source` element: `/media/ID/160.avif 160w, /media/ID/320.avif 320w, …`. */
export function srcset(picture: Pick<Picture, 'assetId' | 'width'>, format: Format): string {
  return widthsOf(picture)
    .map((width) => `${pictureUrl(picture.assetId, width, format)} ${width}w`)
    .join(', ');
}
