import { ScrollText } from 'lucide-react';
import type { Desk } from '../../../platform/cockpit/desk/index.ts';

const READ = 'audit:read';

export const desk: Desk = {
  name: 'audit',
  section: 'settings',
  group: 'team',
  rank: 90,
  icon: ScrollText,
  navigation: [
    {
      ...{ path: '/audit', permission: READ, words: 'history who changed what log' },
      label: { en: 'Audit log', de: 'Protokoll', fr: 'Journal d’audit', es: 'Registro de auditoría' },
      about: {
        en: 'Who changed what, when, and what it was before',
        de: 'Wer wann was geändert hat, und wie es vorher war',
        fr: 'Qui a changé quoi, quand, et ce qu’il y avait avant',
        es: 'Quién cambió qué, cuándo y qué había antes',
      },
    },
  ],
  screens: [
    { path: '/audit', permission: READ, load: () => import('./entries-screen.tsx') },
    { path: '/audit/$id', permission: READ, load: () => import('./entry-screen.tsx') },
  ],
  messages: {
    en: async () => (await import('./messages/en.ts')).en,
    de: async () => (await import('./messages/de.ts')).de,
    fr: async () => (await import('./messages/fr.ts')).fr,
    es: async () => (await import('./messages/es.ts')).es,
  },
};
