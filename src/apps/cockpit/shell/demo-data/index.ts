import { PackageX } from 'lucide-react';
import type { Desk } from '../../../../platform/cockpit/desk/index.ts';

const READ = 'system:read';

/** The demo out of the shop: in the shell's folder, as the demo world has no screens of its own. */
export const desk: Desk = {
  name: 'demoData',
  section: 'settings',
  group: 'system',
  rank: 88,
  icon: PackageX,
  navigation: [
    {
      ...{
        path: '/settings/demo-data',
        permission: READ,
        words: 'demo sample example data remove empty start',
      },
      label: { en: 'Demo data', de: 'Beispieldaten', fr: 'Données de démonstration', es: 'Datos de ejemplo' },
      about: {
        en: 'What the demo put into the shop, and how it is taken out',
        de: 'Was die Demo in den Shop gelegt hat, und wie man es herausnimmt',
        fr: 'Ce que la démonstration a mis dans la boutique, et comment l’en retirer',
        es: 'Lo que el ejemplo puso en la tienda, y cómo quitarlo',
      },
    },
  ],
  screens: [{ path: '/settings/demo-data', permission: READ, load: () => import('./demo-data-screen.tsx') }],
  messages: {
    en: async () => (await import('./messages/en.ts')).en,
    de: async () => (await import('./messages/de.ts')).de,
    fr: async () => (await import('./messages/fr.ts')).fr,
    es: async () => (await import('./messages/es.ts')).es,
  },
};
