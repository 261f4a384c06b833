import { pictureUrl } from '../../../modules/media/index.ts';
import type { Crumb, Frame, Head, MoneyText, PictureModel } from '../model/index.ts';
import { alternatesOf, breadcrumbList, openGraph, plainText } from '../seo/index.ts';
import type { Site } from '../site.ts';

/** Google shows about this much of a description. */
const DESCRIPTION_LENGTH = 160;

export type HeadInput = {
  readonly site: Site;
  readonly frame: Frame;
  readonly origin: string;
  /** Without the shop's name, which follows it. */
  readonly title: string;
  /** The merchant's own words for search results; '' takes the beginning of `text`. */
  readonly seoTitle?: string;
  readonly seoDescription?: string;
  /** HTML or plain. */
  readonly text: string;
  /** The canonical query: '' or `?page=2`. */
  readonly query?: string;
  readonly robots?: string;
  readonly type?: 'website' | 'product' | 'article';
  readonly crumbs?: readonly Crumb[];
  readonly jsonLd?: readonly unknown[];
  readonly picture?: PictureModel | undefined;
  /** How wide `picture` is drawn, when it is the page's largest paint. */
  readonly pictureSizes?: string;
  readonly price?: MoneyText;
  readonly isBuyable?: boolean;
};

/** Title, description, canonical address, alternates, Open Graph and structured data of a page. */
export function headOf(input: HeadInput): Head {
  const { site, frame, origin, crumbs = [], picture } = input;
  const shared = picture ?? site.sharedPicture;
  const title = input.seoTitle || `${input.title} – ${frame.shopName}`;
  const description = input.seoDescription || plainText(input.text, DESCRIPTION_LENGTH);
  const canonical = origin + site.to(frame.path) + (input.query ?? '');
  const isIndexed = input.robots === undefined && (input.query ?? '') === '';
  return {
    title,
    description,
    canonical,
    alternates: isIndexed ? alternatesOf(origin, site.storefronts, frame.path) : [],
    robots: input.robots,
    openGraph: openGraph({
      frame,
      origin,
      type: input.type ?? 'website',
      title: input.title,
      description,
      url: canonical,
      picture: shared,
      price: input.price,
      isBuyable: input.isBuyable ?? false,
      pictureUrl: (assetId, width) => pictureUrl(assetId, width, 'jpeg'),
    }),
    jsonLd: [...(input.jsonLd ?? []), ...(crumbs.length > 1 ? [breadcrumbList(origin, crumbs)] : [])],
    preloadPicture: picture && input.pictureSizes ? { picture, sizes: input.pictureSizes } : undefined,
  };
}
