import { Target } from 'lucide-react';
import type { Desk } from '../../../platform/cockpit/desk/index.ts';

const READ = 'targets:read';

export const desk: Desk = {
  name: 'targets',
  section: 'work',
  rank: 71,
  icon: Target,
  // Its place is among the analytics: that desk has the way to it.
  navigation: [],
  screens: [{ path: '/analytics/targets', permission: READ, load: () => import('./targets-screen.tsx') }],
  messages: {
    en: async () => (await import('./messages/en.ts')).en,
    de: async () => (await import('./messages/de.ts')).de,
    fr: async () => (await import('./messages/fr.ts')).fr,
    es: async () => (await import('./messages/es.ts')).es,
  },
};
