import { Target } from 'lucide-react';
import type { Desk } from '../../../platform/cockpit/desk/index.ts';

const READ = 'targets:read';

export const desk: Desk = {
  name: 'targets',
  section: 'work',
  rank: 71,
  icon: Target,
  navigation: [
    {
      path: '/analytics/targets',
      ...{ permission: READ, words: 'goals plan budget pace forecast quota' },
      label: { en: 'Targets', de: 'Ziele', fr: 'Objectifs', es: 'Objetivos' },
    },
  ],
  screens: [{ path: '/analytics/targets', permission: READ, load: () => import('./targets-screen.tsx') }],
  messages: {
    en: async () => (await import('./messages/en.ts')).en,
    de: async () => (await import('./messages/de.ts')).de,
    fr: async () => (await import('./messages/fr.ts')).fr,
    es: async () => (await import('./messages/es.ts')).es,
  },
};
