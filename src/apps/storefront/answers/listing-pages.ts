import type { SearchSort } from '../../../modules/search/index.ts';
import type { Answer, Asked, AskedFor } from '../answer.ts';
import type { Desk } from '../desk.ts';
import { isNarrowed } from '../listing-query.ts';
import { message } from '../messages/index.ts';
import type { Crumb, Link, ListingPage, PictureModel } from '../model/index.ts';
import { categoryCrumbs, homeCrumb } from '../pages/crumbs.ts';
import { frameOf } from '../pages/frame.ts';
import { headOf } from '../pages/head.ts';
import { keepingOf } from './hit-cards.ts';
import { canonicalQuery, list } from './listing.ts';

const SORTS: readonly SearchSort[] = [
  'best_selling',
  'newest',
  'price_ascending',
  'price_descending',
  'title',
];
const COLLECTION_SORTS: readonly SearchSort[] = ['manual', ...SORTS];

export async function answerCollection(desk: Desk, asked: AskedFor<'collection'>): Promise<Answer> {
  const { site } = asked;
  const collection = site.collectionsByHandle.get(asked.route.handle);
  if (!collection) return { kind: 'missing' };
  const above = { title: message(site.locale, 'collections.title'), href: site.to('/collections') };
  return listingPage(desk, asked, {
    ...collection,
    kind: 'collection',
    within: { collectionId: collection.id },
    crumbs: [homeCrumb(site), above, { title: collection.title, href: site.to(asked.path) }],
    picture: collection.assetId === undefined ? undefined : site.pictures.get(collection.assetId),
    subcategories: [],
    ownSort: collection.sort,
    sorts: COLLECTION_SORTS,
  });
}

export async function answerCategory(desk: Desk, asked: AskedFor<'category'>): Promise<Answer> {
  const { site } = asked;
  const category = site.categoriesByPath.get(asked.route.path);
  if (!category) return { kind: 'missing' };
  const children = [...site.categories.values()].filter(({ parentId }) => parentId === category.id);
  return listingPage(desk, asked, {
    kind: 'category',
    title: category.name,
    descriptionHtml: category.descriptionHtml,
    within: { categoryPath: category.path },
    crumbs: categoryCrumbs(category, site),
    picture: undefined,
    subcategories: children.map(({ name, path }) => ({ title: name, href: site.to(`/categories/${path}`) })),
    ownSort: 'best_selling',
    sorts: SORTS,
  });
}

export async function answerBrand(desk: Desk, asked: AskedFor<'brand'>): Promise<Answer> {
  const { site } = asked;
  const brand = site.brandsByHandle.get(asked.route.handle);
  if (!brand) return { kind: 'missing' };
  return listingPage(desk, asked, {
    kind: 'brand',
    title: brand.name,
    descriptionHtml: brand.descriptionHtml,
    within: { brandHandle: brand.handle },
    crumbs: [homeCrumb(site), { title: brand.name, href: site.to(asked.path) }],
    picture: brand.logoAssetId === undefined ? undefined : site.pictures.get(brand.logoAssetId),
    subcategories: [],
    ownSort: 'best_selling',
    sorts: SORTS,
  });
}

type Subject = {
  readonly kind: ListingPage['kind'];
  readonly title: string;
  readonly descriptionHtml: string;
  readonly seoTitle?: string;
  readonly seoDescription?: string;
  readonly within: Parameters<typeof list>[2]['within'];
  readonly crumbs: readonly Crumb[];
  readonly picture: PictureModel | undefined;
  readonly subcategories: readonly Link[];
  readonly ownSort: SearchSort;
  readonly sorts: readonly SearchSort[];
};

async function listingPage(desk: Desk, asked: Asked, subject: Subject): Promise<Answer> {
  const { site } = asked;
  const { query, listing } = await list(desk, asked, subject);
  const { kind, title, descriptionHtml, crumbs, picture, subcategories } = subject;
  const frame = frameOf(site, desk.assets(site.template), { path: asked.path });
  const isFirst = query.page === 1;
  const head = headOf({
    site,
    frame,
    origin: asked.origin,
    title: isFirst ? title : message(site.locale, 'listing.title_page', { title, page: query.page }),
    seoTitle: isFirst ? (subject.seoTitle ?? '') : '',
    seoDescription: subject.seoDescription ?? '',
    text: descriptionHtml === '' ? `${title} – ${site.shop.tagline}` : descriptionHtml,
    query: canonicalQuery(query, asked),
    ...(isNarrowed(query) ? { robots: 'noindex, follow' } : {}),
    crumbs,
    picture: picture ?? listing.cards[0]?.picture,
  });
  return {
    kind: 'page',
    view: { frame, head, page: { kind, crumbs, title, descriptionHtml, picture, subcategories, listing } },
    ...keepingOf(listing.cards, asked),
  };
}
