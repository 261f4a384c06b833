import { Gift } from 'lucide-react';
import type { Desk } from '../../../platform/cockpit/desk/index.ts';

const READ = 'gift_cards:read';

export const desk: Desk = {
  name: 'credits',
  section: 'shop',
  rank: 60,
  icon: Gift,
  navigation: [
    {
      ...{ path: '/gift-cards', permission: READ, words: 'voucher balance issue' },
      label: { en: 'Gift cards', de: 'Geschenkkarten', fr: 'Cartes cadeaux', es: 'Tarjetas regalo' },
    },
  ],
  screens: [{ path: '/gift-cards', permission: READ, load: () => import('./gift-cards-screen.tsx') }],
  messages: {
    en: async () => (await import('./messages/en.ts')).en,
    de: async () => (await import('./messages/de.ts')).de,
    fr: async () => (await import('./messages/fr.ts')).fr,
    es: async () => (await import('./messages/es.ts')).es,
  },
};
