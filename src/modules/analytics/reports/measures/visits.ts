import type { Sums } from '../report.ts';
import { named, proportion, ratio, summed } from './ratio.ts';
import { minus } from './sales.ts';

const BEGAN = 'By the day on which the session began, in the shop’s zone.';

export const ENGAGED = summed('count', {
  id: 'engaged',
  about:
    'Sessions in which a page was to be seen for 10 seconds or more, or two pages were seen, or something was bought: ' +
    'engaged sessions of Google Analytics 4 with an order as the key event.',
  timeRule: BEGAN,
});

export const BOUNCE_RATE = proportion(
  { id: 'bounce_rate', about: 'Sessions that were not engaged ÷ sessions.', timeRule: BEGAN },
  bounced,
  named('sessions'),
);

export const TIME_PER_VISIT = ratio(
  'number',
  {
    id: 'time_per_visit',
    about:
      'Seconds for which pages of the session were to be seen, the last one included: pages tell it when they are left.',
    timeRule: BEGAN,
  },
  named('engaged_ms'),
  (sums) => times(sums, 'sessions', 1_000n),
);

export const PAGES_PER_VISIT = ratio(
  'number',
  { id: 'pages_per_visit', about: 'Pages seen ÷ sessions.', timeRule: BEGAN },
  named('views'),
  named('sessions'),
);

export const EXITS = summed(
  'count',
  { id: 'exits', about: 'Sessions whose last page it was.', timeRule: BEGAN },
  named('sessions'),
);

export const EXIT_RATE = ratio(
  'share',
  {
    id: 'exit_rate',
    about: 'Sessions whose last page it was ÷ how often it was seen.',
    timeRule: `${BEGAN} Views by the day on which the page was seen.`,
  },
  named('sessions'),
  named('views'),
);

function bounced(sums: Sums): bigint | undefined {
  return minus(sums['sessions'], sums['engaged']);
}

export function times(sums: Sums, name: string, factor: bigint): bigint | undefined {
  const sum = sums[name];
  return sum === undefined ? undefined : sum * factor;
}
