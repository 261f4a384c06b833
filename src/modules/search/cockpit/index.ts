import { ScanSearch } from 'lucide-react';
import type { Desk } from '../../../platform/cockpit/desk/index.ts';

const SEARCH = { en: 'Search', de: 'Suche', fr: 'Recherche', es: 'Búsqueda' };

export const desk: Desk = {
  name: 'search',
  section: 'work',
  rank: 36,
  icon: ScanSearch,
  navigation: [
    { path: '/search-tools', label: SEARCH, permission: 'products:read', words: 'synonyms redirects report' },
  ],
  screens: [
    { path: '/search-tools', permission: 'products:read', load: () => import('./search-screen.tsx') },
  ],
  messages: {
    en: async () => (await import('./messages/en.ts')).en,
    de: async () => (await import('./messages/de.ts')).de,
    fr: async () => (await import('./messages/fr.ts')).fr,
    es: async () => (await import('./messages/es.ts')).es,
  },
  actions: [],
};
