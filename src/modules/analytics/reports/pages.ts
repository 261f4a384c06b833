import { pageKind } from '../feed/page-kind.ts';
import * as measures from './measures/pages.ts';
import { defineReport } from './report.ts';

const KIND = pageKind('path');

export const pages = defineReport({
  id: 'pages',
  titleKey: 'reports.pages',
  about: 'Which pages are seen, by how many, and for how long.',
  hasCurrency: false,
  dimensions: [
    { id: 'page', about: 'Path, without its query; what opens an order is a *.' },
    {
      id: 'page_kind',
      about: 'home, product, collection, category, brand, search, content, cart, checkout …',
    },
  ],
  measures: [measures.VIEWS, measures.VISITORS, measures.TIME_ON_PAGE],
  sortBy: 'views',
  statement: ({ by, during, ofMarket }) => `
    select ${by({ page: 'path', page_kind: KIND })}sum(views) as views, sum(visitors) as visitors,
      sum(engaged_ms) as engaged_ms
    from page_day where ${during('day')}${ofMarket('page_day')} group by all`,
  // Those that were bought after it was seen, in the same visit.
  orders: {
    from: `(select session_order.*, path from session_order join session on session.id = session_id
      join event on event.visitor = session.visitor and event.name = 'page_view'
        and event.happened_at between session.began_at and session_order.happened_at)`,
    ...{ day: 'day', columns: { page: 'path', page_kind: KIND } },
  },
});
