import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { target as en } from './en.ts';

export const target: Translated<typeof en> = {
  line: (share, goal) => `${share} de ${goal}`,
  rate: (goal) => `objectif ${goal}`,
  states: {
    planned: 'prévu',
    on_track: 'en bonne voie',
    at_risk: 'menacé',
    off_track: 'sans doute manqué',
    reached: 'atteint',
    missed: 'manqué',
    unknown: 'pas encore de prévision',
  },
};
