import { type Format, pictureUrl, widthsOf } from '../../../../modules/media/index.ts';
import type { PictureModel } from '../../model/index.ts';

type Props = {
  readonly picture: PictureModel;
  readonly sizes: string;
  /** The first large picture of a page is fetched at once, all others as they come near. */
  readonly isFirst?: boolean;
  readonly largest?: number;
  readonly alt?: string;
};

/** A picture in the room it will take, on its own colour until it is there. The parent gives the shape. */
export function Picture({ picture, sizes, isFirst = false, largest = 1280, alt = picture.alt }: Props) {
  const widths = usedWidths(picture, largest);
  const fallback = widths.findLast((width) => width <= 640) ?? widths[0] ?? 640;
  return (
    <>
      <Tint color={picture.color} />
      <picture>
        <source type="image/avif" srcset={srcset(picture, widths, 'avif')} sizes={sizes} />
        <img
          src={pictureUrl(picture.assetId, fallback, 'webp')}
          srcset={srcset(picture, widths, 'webp')}
          sizes={sizes}
          width={picture.width}
          height={picture.height}
          alt={alt}
          loading={isFirst ? undefined : 'lazy'}
          fetchpriority={isFirst ? 'high' : undefined}
          decoding={isFirst ? undefined : 'async'}
        />
      </picture>
    </>
  );
}

/**
 * A colour that is data, not design. The policy that forbids inline styles leaves presentation attributes
 * alone, so an
 * empty drawing carries it and the style sheet uses `currentColor`.
 */
export function Tint({ color }: { color: string }) {
  return <svg class="tint" {...{ color }} aria-hidden="true" />;
}

/** The largest rendition of a picture, for the closer look. */
export function largePictureAddress(picture: PictureModel): string {
  return pictureUrl(picture.assetId, widthsOf(picture).at(-1) ?? picture.width, 'webp');
}

// The smallest rendition is for thumbnails: anything larger than one is at least 320 pixels wide on a phone's
// screen.
function usedWidths(picture: PictureModel, largest: number): readonly number[] {
  const smallest = largest <= 320 ? 160 : 320;
  const widths = widthsOf(picture);
  const used = widths.filter((width) => width >= smallest && width <= largest);
  return used.length > 0 ? used : widths.slice(-1);
}

function srcset(picture: PictureModel, widths: readonly number[], format: Format): string {
  return widths.map((width) => `${pictureUrl(picture.assetId, width, format)} ${width}w`).join(',');
}
