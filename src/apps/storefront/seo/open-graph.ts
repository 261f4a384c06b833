import type { Frame, MoneyText, PictureModel } from '../model/index.ts';

/**
 * Open Graph properties of a page (ogp.me). The picture is a JPEG, which every reader of them understands.
 *
 * @param pictureUrl gives a rendition's path: `/media/ID/1280.jpeg`
 */
export function openGraph(input: {
  readonly frame: Frame;
  readonly origin: string;
  readonly type: 'website' | 'product' | 'article';
  readonly title: string;
  readonly description: string;
  readonly url: string;
  readonly picture?: PictureModel | undefined;
  readonly price?: MoneyText | undefined;
  readonly isBuyable?: boolean;
  readonly pictureUrl: (assetId: string, width: number) => string;
}): Readonly<Record<string, string>> {
  const { frame, picture, price } = input;
  return {
    'og:site_name': frame.shopName,
    'og:type': input.type,
    'og:title': input.title,
    ...(input.description === '' ? {} : { 'og:description': input.description }),
    'og:url': input.url,
    'og:locale': territoryLocale(frame.locale),
    ...(picture ? pictureProperties(input.origin, picture, input.pictureUrl) : {}),
    ...(price
      ? {
          'product:price:amount': price.decimal,
          'product:price:currency': frame.currency,
          'product:availability': input.isBuyable ? 'in stock' : 'out of stock',
        }
      : {}),
  };
}

const PICTURE_WIDTH = 1_280;

const territories = new Map<string, string>();

/** Open Graph wants a country: `de` is `de_DE`, the likeliest (CLDR likely subtags). */
function territoryLocale(locale: string): string {
  const known = territories.get(locale);
  if (known) return known;
  const { language, region } = new Intl.Locale(locale).maximize();
  const made = region === undefined ? language : `${language}_${region}`;
  territories.set(locale, made);
  return made;
}

function pictureProperties(
  origin: string,
  picture: PictureModel,
  pictureUrl: (assetId: string, width: number) => string,
): Record<string, string> {
  // Pictures are not enlarged.
  const width = Math.min(PICTURE_WIDTH, picture.width);
  return {
    'og:image': origin + pictureUrl(picture.assetId, width),
    'og:image:type': 'image/jpeg',
    'og:image:width': String(width),
    'og:image:height': String(Math.max(1, Math.round((picture.height * width) / picture.width))),
    ...(picture.alt === '' ? {} : { 'og:image:alt': picture.alt }),
  };
}
