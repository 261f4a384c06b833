import type { SearchResult, SearchSort } from '../../../modules/search/index.ts';
import type { Answer, Asked } from '../answer.ts';
import type { Desk } from '../desk.ts';
import { isNarrowed } from '../listing-query.ts';
import { message } from '../messages/index.ts';
import type { Link, SearchPage } from '../model/index.ts';
import { frameOf } from '../pages/frame.ts';
import { headOf } from '../pages/head.ts';
import { keepingOf } from './hit-cards.ts';
import { canonicalQuery, type Listed, list } from './listing.ts';
import { popularCards } from './popular.ts';

const SORTS: readonly SearchSort[] = [
  'relevance',
  'best_selling',
  'newest',
  'price_ascending',
  'price_descending',
];

/** The search page: results, or where there are none what others like. A text may lead straight to a page. */
export async function answerSearch(desk: Desk, asked: Asked): Promise<Answer> {
  const { site } = asked;
  const listed = await search(desk, asked);
  const text = listed?.query.text ?? '';
  const target = listed && listed.query.page === 1 ? listed.result.redirectTo : undefined;
  if (target !== undefined) return { kind: 'moved', to: localTarget(target, asked), isLasting: false };
  const hasFound = listed !== undefined && listed.result.total > 0;
  const page: SearchPage = {
    kind: 'search',
    text,
    correctedTo: listed?.result.correctedTo,
    listing: listed && (hasFound || isNarrowed(listed.query)) ? listed.listing : undefined,
    instead: hasFound ? [] : await popularCards(desk, asked, 8),
    popular: hasFound ? [] : popular(asked),
  };
  const query = listed ? canonicalQuery(listed.query, asked) : '';
  const frame = frameOf(site, desk.assets(site.template), { path: asked.path, query, searchText: text });
  const title =
    text === '' ? message(site.locale, 'search.title') : message(site.locale, 'search.title_for', { text });
  const head = headOf({
    site,
    frame,
    origin: asked.origin,
    title,
    text: title,
    query,
    // Results of a search are no page of a search engine: endless, and thinner than the collections.
    robots: 'noindex, follow',
  });
  const cards = page.listing?.cards ?? page.instead;
  return { kind: 'page', view: { frame, head, page }, ...keepingOf(cards, asked), ...logged(listed, asked) };
}

async function search(desk: Desk, asked: Asked): Promise<Listed | undefined> {
  const text = (asked.query.get('q') ?? '').trim();
  if (text === '') return undefined;
  return list(desk, asked, { within: { text: text.slice(0, 120) }, ownSort: 'relevance', sorts: SORTS });
}

function logged(listed: Listed | undefined, { site }: Asked) {
  if (!listed || isNarrowed(listed.query) || listed.query.page > 1) return {};
  const { total, correctedTo }: SearchResult = listed.result;
  return { searched: { text: listed.query.text, locale: site.locale, hits: total, correctedTo } };
}

function popular({ site }: Asked): readonly Link[] {
  return site.collections.slice(0, 6).map(({ title, handle }) => {
    return { title, href: site.to(`/collections/${handle}`) };
  });
}

/** A rule's target is a path of the shop, shown in the visitor's storefront, or an address elsewhere. */
function localTarget(target: string, { site }: Asked): string {
  return /^\/(?![/\\])/.test(target) ? site.to(target) : target;
}
