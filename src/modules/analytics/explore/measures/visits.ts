import { named, ratio, summed } from '../../reports/measures/ratio.ts';

const BEGAN = 'By the day on which the session began, in the shop’s zone.';
const ENGAGED = 'a session of ten seconds with the page in view, of two pages, or with an order';

export const SESSIONS_ENGAGED = summed('count', {
  id: 'sessions_engaged',
  about: `Engaged as Google Analytics 4 has it: ${ENGAGED}.`,
  timeRule: BEGAN,
});

export const ENGAGEMENT_RATE = ratio(
  'share',
  { id: 'engagement_rate', about: `Engaged sessions ÷ sessions. Engaged: ${ENGAGED}.`, timeRule: BEGAN },
  named('sessions_engaged'),
  named('sessions'),
);

export const BOUNCE_RATE = ratio(
  'share',
  {
    id: 'bounce_rate',
    about: `Sessions that were not engaged ÷ sessions. Engaged: ${ENGAGED}.`,
    timeRule: BEGAN,
  },
  ({ sessions, sessions_engaged: engaged }) =>
    sessions === undefined || engaged === undefined ? undefined : sessions - engaged,
  named('sessions'),
);

export const PAGE_VIEWS = summed('count', { id: 'page_views', about: 'Pages looked at.', timeRule: BEGAN });

export const PAGES_PER_SESSION = ratio(
  'number',
  { id: 'pages_per_session', about: 'Pages looked at ÷ sessions.', timeRule: BEGAN },
  named('page_views'),
  named('sessions'),
);

export const SEARCHES = summed('count', { id: 'searches', about: 'Searches in the shop.', timeRule: BEGAN });

export const ENGAGED_SECONDS = ratio(
  'number',
  {
    id: 'engaged_seconds',
    about: 'Seconds with a page in view ÷ sessions, the last page included.',
    timeRule: BEGAN,
  },
  named('engaged_ms'),
  ({ sessions }) => (sessions === undefined ? undefined : sessions * 1_000n),
);
