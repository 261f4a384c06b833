import type { Collection } from '../../../modules/merchandising/index.ts';
import { type Answer, type Asked, LISTINGS_TAG } from '../answer.ts';
import type { Desk } from '../desk.ts';
import { message } from '../messages/index.ts';
import type { CollectionsPage, PictureModel } from '../model/index.ts';
import { cardOf } from '../pages/card.ts';
import { homeCrumb } from '../pages/crumbs.ts';
import { frameOf } from '../pages/frame.ts';
import { headOf } from '../pages/head.ts';

/** All collections that have something in them, each with its picture or that of its first product. */
export function answerCollections(desk: Desk, asked: Asked): Answer {
  const { site } = asked;
  const title = message(site.locale, 'collections.title');
  const crumbs = [homeCrumb(site), { title, href: site.to(asked.path) }];
  const items = site.collections.flatMap((collection) => {
    const { count, picture } = glance(desk, asked, collection);
    if (count === 0) return [];
    return [{ title: collection.title, href: site.to(`/collections/${collection.handle}`), picture, count }];
  });
  const page: CollectionsPage = { kind: 'collections', crumbs, title, items };
  const frame = frameOf(site, desk.assets(site.template), { path: asked.path });
  const head = headOf({
    site,
    frame,
    origin: asked.origin,
    title,
    text: `${title}: ${items.map((item) => item.title).join(', ')}`,
    crumbs,
    picture: items[0]?.picture,
  });
  return { kind: 'page', view: { frame, head, page }, tags: [LISTINGS_TAG] };
}

/** How many products a collection shows and what it looks like. */
export function glance(
  desk: Desk,
  { site, now }: Pick<Asked, 'site' | 'now'>,
  collection: Collection,
): { readonly count: number; readonly picture: PictureModel | undefined } {
  const { locale, currency } = site;
  const { total, hits } = desk.search.query({
    locale,
    currency,
    collectionId: collection.id,
    filters: {},
    sort: collection.sort,
    offset: 0,
    limit: 1,
    now,
  });
  const own = collection.assetId === undefined ? undefined : site.pictures.get(collection.assetId);
  const [first] = hits;
  return { count: total, picture: own ?? (first && cardOf(first, site, now).picture) };
}
