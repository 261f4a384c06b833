import { named, ratio } from './ratio.ts';

export const PATH_SHARE = ratio(
  'share',
  {
    id: 'path_share',
    about: 'Sessions that went this way ÷ all that had the page.',
    timeRule: 'By the day on which the session began, in the shop’s zone.',
  },
  named('sessions'),
  named('sessions_of_all'),
);
