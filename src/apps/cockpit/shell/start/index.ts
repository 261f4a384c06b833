import { Rocket } from 'lucide-react';
import type { Desk } from '../../../../platform/cockpit/desk/index.ts';

const READ = 'settings:read';

/** From an empty shop to its first sale: steps of several modules, so that it belongs to none. */
export const desk: Desk = {
  name: 'start',
  section: 'settings',
  rank: 1,
  icon: Rocket,
  navigation: [
    {
      path: '/start',
      label: {
        ...{ en: 'Open the shop', de: 'Shop eröffnen' },
        ...{ fr: 'Ouvrir la boutique', es: 'Abrir la tienda' },
      },
      about: {
        en: 'What is still to be done before the first sale',
        de: 'Was vor dem ersten Verkauf noch zu tun ist',
        fr: 'Ce qui reste à faire avant la première vente',
        es: 'Lo que falta antes de la primera venta',
      },
      group: 'shop',
      permission: READ,
      words: 'getting started set up first steps onboarding begin checklist',
    },
  ],
  screens: [{ path: '/start', permission: READ, load: () => import('./start-screen.tsx') }],
  messages: {
    en: async () => (await import('./messages/en.ts')).en,
    de: async () => (await import('./messages/de.ts')).de,
    fr: async () => (await import('./messages/fr.ts')).fr,
    es: async () => (await import('./messages/es.ts')).es,
  },
};
