import { named, ratio, summed } from './ratio.ts';
import { times } from './visits.ts';

const SEEN = 'By the day on which the page was seen, in the shop’s zone.';

export const VIEWS = summed('count', {
  id: 'views',
  about: 'How often the page was opened.',
  timeRule: SEEN,
});

export const VISITORS = summed('count', {
  id: 'visitors',
  about:
    'Different visitors of each day, added up: without consent nobody is known again on another day, so that nobody is.',
  timeRule: SEEN,
});

export const TIME_ON_PAGE = ratio(
  'number',
  {
    id: 'time_on_page',
    about:
      'Seconds for which the page was to be seen ÷ how often it was opened. Pages tell it when they are left or hidden, so ' +
      'that the last page of a visit counts as any other.',
    timeRule: SEEN,
  },
  named('engaged_ms'),
  (sums) => times(sums, 'views', 1_000n),
);
