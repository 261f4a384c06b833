import { Radar } from 'lucide-react';
import type { Desk } from '../../../platform/cockpit/desk/index.ts';

const READ = 'settings:read';

export const desk: Desk = {
  name: 'tracking',
  section: 'settings',
  group: 'shop',
  rank: 45,
  icon: Radar,
  navigation: [
    {
      ...{ path: '/settings/tracking', permission: READ },
      words:
        'consent cookie banner privacy gpc bots quarantine measurement protocol visits events statistics',
      label: {
        en: 'Tracking and consent',
        de: 'Messung und Einwilligung',
        fr: 'Mesure et consentement',
        es: 'Medición y consentimiento',
      },
      about: {
        en: 'How visits are counted, what visitors agreed to, and what was left out',
        de: 'Wie Besuche gezählt werden, wozu Besucher eingewilligt haben und was ausgelassen wurde',
        fr: 'Comment les visites sont comptées, ce que les visiteurs ont accepté et ce qui a été écarté',
        es: 'Cómo se cuentan las visitas, qué aceptaron los visitantes y qué quedó fuera',
      },
    },
  ],
  screens: [{ path: '/settings/tracking', permission: READ, load: () => import('./tracking-screen.tsx') }],
  messages: {
    en: async () => (await import('./messages/en.ts')).en,
    de: async () => (await import('./messages/de.ts')).de,
    fr: async () => (await import('./messages/fr.ts')).fr,
    es: async () => (await import('./messages/es.ts')).es,
  },
};
