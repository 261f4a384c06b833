import { FileUp } from 'lucide-react';
import type { Desk } from '../../../platform/cockpit/desk/index.ts';

const IMPORTS = { en: 'Imports', de: 'Importe', fr: 'Imports', es: 'Importaciones' };
const NEW = {
  en: 'Import products',
  de: 'Produkte importieren',
  fr: 'Importer des produits',
  es: 'Importar productos',
};

export const desk: Desk = {
  name: 'imports',
  section: 'work',
  rank: 34,
  icon: FileUp,
  navigation: [
    { path: '/imports', label: IMPORTS, permission: 'products:read', words: 'csv upload export file' },
  ],
  screens: [
    { path: '/imports', permission: 'products:read', load: () => import('./imports-screen.tsx') },
    { path: '/imports/new', permission: 'products:write', load: () => import('./wizard-screen.tsx') },
    { path: '/imports/$id', permission: 'products:read', load: () => import('./import-screen.tsx') },
  ],
  messages: {
    en: async () => (await import('./messages/en.ts')).en,
    de: async () => (await import('./messages/de.ts')).de,
    fr: async () => (await import('./messages/fr.ts')).fr,
    es: async () => (await import('./messages/es.ts')).es,
  },
  actions: [{ label: NEW, permission: 'products:write', path: '/imports/new', words: 'csv upload' }],
};
