import { Sun } from 'lucide-react';
import type { Desk } from '../../../../platform/cockpit/desk/index.ts';

const TODAY = { en: 'Today', de: 'Heute', fr: 'Aujourd’hui', es: 'Hoy' };

/** Where a day begins. */
export const desk: Desk = {
  name: 'today',
  section: 'work',
  rank: 1,
  icon: Sun,
  navigation: [{ path: '/today', label: TODAY, permission: 'public', key: 't', words: 'home start waiting' }],
  screens: [{ path: '/today', permission: 'public', load: () => import('./today-screen.tsx') }],
  messages: {
    en: async () => (await import('./messages/en.ts')).en,
    de: async () => (await import('./messages/de.ts')).de,
    fr: async () => (await import('./messages/fr.ts')).fr,
    es: async () => (await import('./messages/es.ts')).es,
  },
};
