import { Settings } from 'lucide-react';
import type { Desk } from '../../../../platform/cockpit/desk/index.ts';

/** The home of the settings: made of the navigation of all desks, so that it belongs to no module. */
export const desk: Desk = {
  name: 'settings',
  section: 'settings',
  rank: 0,
  icon: Settings,
  navigation: [
    {
      path: '/settings',
      label: { en: 'Settings', de: 'Einstellungen', fr: 'Réglages', es: 'Ajustes' },
      permission: 'public',
      words: 'preferences configuration options set up',
    },
  ],
  screens: [{ path: '/settings', permission: 'public', load: () => import('./settings-screen.tsx') }],
  messages: {
    en: async () => (await import('./messages/en.ts')).en,
    de: async () => (await import('./messages/de.ts')).de,
    fr: async () => (await import('./messages/fr.ts')).fr,
    es: async () => (await import('./messages/es.ts')).es,
  },
};
