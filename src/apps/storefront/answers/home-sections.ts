import type { Section } from '../../../modules/content/index.ts';
import type { Asked } from '../answer.ts';
import type { Desk } from '../desk.ts';
import type { HomeSection, Link, PictureModel } from '../model/index.ts';
import { linkTo } from '../pages/link.ts';
import type { Site } from '../site.ts';
import { glance } from './collections.ts';
import { hitCards } from './hit-cards.ts';

/** The manager's sections with what they show looked up; one that has nothing to show is left out. */
export async function homeSections(desk: Desk, asked: Asked): Promise<HomeSection[]> {
  const sections = await Promise.all(asked.site.homeSections.map((section) => drawn(section, desk, asked)));
  return sections.flatMap((section) => section ?? []);
}

async function drawn(section: Section, desk: Desk, asked: Asked): Promise<HomeSection | undefined> {
  const { site } = asked;
  switch (section.kind) {
    case 'hero':
      return {
        ...section,
        action: linkTo(section.action, site.to),
        picture: pictureOf(section.picture, site),
        secondPicture: pictureOf(section.secondPicture, site),
      };
    case 'editorial':
      return {
        ...section,
        action: section.action && linkTo(section.action, site.to),
        picture: pictureOf(section.picture, site),
      };
    case 'promises':
      return section;
    case 'products':
      return productsSection(section, desk, asked);
    case 'collections':
      return collectionsSection(section, desk, asked);
    case 'brands':
      return brandsSection(section, site);
  }
}

async function productsSection(
  section: Extract<Section, { kind: 'products' }>,
  desk: Desk,
  asked: Asked,
): Promise<HomeSection | undefined> {
  const { site, now } = asked;
  const collection = site.collectionsByHandle.get(section.collection);
  if (!collection) return undefined;
  const { locale, currency } = site;
  const { hits } = desk.search.query({
    locale,
    currency,
    collectionId: collection.id,
    filters: {},
    sort: collection.sort,
    usePlacements: true,
    offset: 0,
    limit: section.count,
    now,
  });
  if (hits.length === 0) return undefined;
  const more: Link = { title: collection.title, href: site.to(`/collections/${collection.handle}`) };
  return {
    kind: 'products',
    title: section.title,
    text: section.text,
    more: section.hasMoreLink ? more : undefined,
    cards: await hitCards(desk, hits, asked),
  };
}

function collectionsSection(
  section: Extract<Section, { kind: 'collections' }>,
  desk: Desk,
  asked: Asked,
): HomeSection | undefined {
  const { site } = asked;
  const items = section.items.flatMap(({ handle, text }) => {
    const collection = site.collectionsByHandle.get(handle);
    if (!collection) return [];
    const { picture } = glance(desk, asked, collection);
    return [{ title: collection.title, href: site.to(`/collections/${handle}`), text, picture }];
  });
  return items.length === 0 ? undefined : { kind: 'collections', title: section.title, items };
}

function brandsSection(section: Extract<Section, { kind: 'brands' }>, site: Site): HomeSection | undefined {
  const items = section.handles.flatMap((handle) => {
    const brand = site.brandsByHandle.get(handle);
    return brand ? [{ title: brand.name, href: site.to(`/brands/${handle}`) }] : [];
  });
  return items.length === 0 ? undefined : { kind: 'brands', title: section.title, items };
}

function pictureOf(
  picture: { readonly assetId: string; readonly alt: string } | undefined,
  site: Site,
): PictureModel | undefined {
  const found = picture && site.pictures.get(picture.assetId);
  return found && { ...found, alt: picture.alt };
}
