import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { target as en } from './en.ts';

export const target: Translated<typeof en> = {
  line: (share, goal) => `${share} de ${goal}`,
  rate: (goal) => `objetivo ${goal}`,
  states: {
    planned: 'previsto',
    on_track: 'en camino',
    at_risk: 'en riesgo',
    off_track: 'probablemente fallido',
    reached: 'alcanzado',
    missed: 'fallido',
    unknown: 'aún sin previsión',
  },
};
