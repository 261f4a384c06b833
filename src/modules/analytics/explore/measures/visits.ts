import { named, proportion, summed } from '../../reports/measures/ratio.ts';

const BEGAN = 'By the day on which the session began, in the shop’s zone.';

export const ENGAGEMENT_RATE = proportion(
  { id: 'engagement_rate', about: 'Engaged sessions ÷ sessions.', timeRule: BEGAN },
  named('engaged'),
  named('sessions'),
);

export const VIEWS = summed('count', { id: 'views', about: 'Pages opened in sessions.', timeRule: BEGAN });

export const SEARCHES = summed('count', {
  id: 'searches',
  about: 'Searches in the shop, each page of results counted.',
  timeRule: BEGAN,
});
