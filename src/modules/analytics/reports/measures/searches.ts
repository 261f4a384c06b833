import { named, ratio, summed } from './ratio.ts';

const BEGAN = 'By the day on which the session began, in the shop’s zone.';

export const SEARCHES = summed('count', {
  id: 'searches',
  about:
    'How often a term was searched for. The same term right after itself in a visit is the next page of its results: one search.',
  timeRule: BEGAN,
});

export const NOTHING_FOUND = share('nothing_found', 'that found nothing', 'searches_counted');
export const SEARCH_EXITS = share('search_exits', 'after which no further page was seen in the visit');
export const SEARCHES_REFINED = share(
  'searches_refined',
  'after which another term was searched for without looking at a product in between',
);
export const SEARCHES_BOUGHT = summed('count', {
  id: 'searches_bought',
  about: 'Searches after which something was bought in the same visit.',
  timeRule: BEGAN,
});
export const SEARCH_CONVERSION = ratio(
  'share',
  {
    id: 'search_conversion',
    about: 'Searches after which something was bought in the same visit ÷ searches.',
    timeRule: BEGAN,
  },
  named('searches_bought'),
  named('searches'),
);

function share(id: string, which: string, of = 'searches') {
  const whole = of === 'searches' ? 'searches' : 'searches of which it is known how many results they had';
  const about = `Searches ${which} ÷ ${whole}.`;
  return ratio('share', { id, about, timeRule: BEGAN }, named(id), named(of));
}
