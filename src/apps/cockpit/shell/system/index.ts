import { Activity } from 'lucide-react';
import type { Desk } from '../../../../platform/cockpit/desk/index.ts';

const READ = 'system:read';

/** The machine room, which belongs to no module. */
export const desk: Desk = {
  name: 'system',
  section: 'settings',
  rank: 90,
  icon: Activity,
  navigation: [
    {
      path: '/system',
      label: { en: 'System', de: 'System', fr: 'Système', es: 'Sistema' },
      permission: READ,
      words: 'health status jobs crons versions worker queue',
    },
    {
      path: '/system/given-up',
      label: { en: 'Given up', de: 'Aufgegeben', fr: 'Abandonnés', es: 'Abandonados' },
      permission: READ,
      words: 'dead letters failed jobs retry',
    },
  ],
  screens: [
    { path: '/system', permission: READ, load: () => import('./system-screen.tsx') },
    { path: '/system/given-up', permission: READ, load: () => import('./given-up-screen.tsx') },
  ],
  messages: {
    en: async () => (await import('./messages/en.ts')).en,
    de: async () => (await import('./messages/de.ts')).de,
    fr: async () => (await import('./messages/fr.ts')).fr,
    es: async () => (await import('./messages/es.ts')).es,
  },
};
