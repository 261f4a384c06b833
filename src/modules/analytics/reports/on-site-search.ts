import * as searches from './measures/searches.ts';
import { defineReport } from './report.ts';

// The last order of a session that stands: what was searched before it led to an order.
const BOUGHT = `(
  select session_id, max(happened_at) as bought_at from session_order join orders using (order_id)
  where sold_at is not null group by session_id)`;

export const onSiteSearch = defineReport({
  id: 'on_site_search',
  titleKey: 'reports.onSiteSearch',
  about: 'What visitors search for in the shop, what they find, and what they do then.',
  hasCurrency: false,
  dimensions: [{ id: 'term', about: 'As it was typed, in small letters.' }],
  measures: [
    ...[searches.SEARCHES, searches.NOTHING_FOUND, searches.SEARCH_EXITS, searches.SEARCHES_REFINED],
    ...[searches.SEARCHES_BOUGHT, searches.SEARCH_CONVERSION],
  ],
  sortBy: 'searches',
  statement: ({ by, during, ofMarket }) => `
    select ${by({ term: 'term' })}count(*) as searches, count(results) as searches_counted,
      count(*) filter (results = 0) as nothing_found, count(*) filter (is_exit) as search_exits,
      count(*) filter (is_refined) as searches_refined, count(*) filter (bought_at > happened_at) as searches_bought
    from search left join ${BOUGHT} bought using (session_id)
    where ${during('day')}${ofMarket('search')} group by all`,
  orders: {
    from: `(select search.*, order_id from search join session_order using (session_id)
      where session_order.happened_at > search.happened_at)`,
    ...{ day: 'day', columns: { term: 'term' } },
  },
});
