import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { target as en } from './en.ts';

export const target: Translated<typeof en> = {
  line: (share, goal) => `${share} von ${goal}`,
  rate: (goal) => `Ziel ${goal}`,
  states: {
    planned: 'geplant',
    on_track: 'auf Kurs',
    at_risk: 'gefährdet',
    off_track: 'wohl verfehlt',
    reached: 'erreicht',
    missed: 'verfehlt',
    unknown: 'noch keine Prognose',
  },
};
