import { LayoutGrid } from 'lucide-react';
import type { Desk } from '../../../platform/cockpit/desk/index.ts';

const COLLECTIONS = { en: 'Collections', de: 'Kollektionen', fr: 'Collections', es: 'Colecciones' };
const NEW = {
  en: 'Make a collection',
  de: 'Kollektion anlegen',
  fr: 'Créer une collection',
  es: 'Crear una colección',
};

export const desk: Desk = {
  name: 'collections',
  section: 'work',
  rank: 32,
  icon: LayoutGrid,
  navigation: [
    { path: '/collections', label: COLLECTIONS, permission: 'products:read', words: 'merchandising rule' },
  ],
  screens: [
    { path: '/collections', permission: 'products:read', load: () => import('./collections-screen.tsx') },
    {
      path: '/collections/new',
      permission: 'products:write',
      load: () => import('./new-collection-screen.tsx'),
    },
    { path: '/collections/$id', permission: 'products:read', load: () => import('./collection-screen.tsx') },
  ],
  messages: {
    en: async () => (await import('./messages/en.ts')).en,
    de: async () => (await import('./messages/de.ts')).de,
    fr: async () => (await import('./messages/fr.ts')).fr,
    es: async () => (await import('./messages/es.ts')).es,
  },
  actions: [{ label: NEW, permission: 'products:write', path: '/collections/new', words: 'create' }],
};
