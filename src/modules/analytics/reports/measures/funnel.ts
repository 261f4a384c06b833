import { named, ratio, summed } from './ratio.ts';

const BEGAN = 'By the day on which the session of the first step began, in the shop’s zone.';

export const REACHED = summed('count', {
  id: 'reached',
  about: 'Visits (or visitors, within a time) that took the step. Of all together: the last step.',
  timeRule: BEGAN,
});

export const OF_BEFORE = ratio(
  'share',
  {
    id: 'of_before',
    about: 'Of those that took the step before, how many then took this one.',
    timeRule: BEGAN,
  },
  named('came'),
  named('before'),
);

export const OF_FIRST = ratio(
  'share',
  { id: 'of_first', about: 'Those that took the step ÷ those that took the first.', timeRule: BEGAN },
  named('reached'),
  named('first'),
);

export const LEFT = summed('count', {
  id: 'left_here',
  about: 'Took this step and not the next one after it.',
  timeRule: BEGAN,
});
