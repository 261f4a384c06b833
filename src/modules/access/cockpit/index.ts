import { KeyRound } from 'lucide-react';
import type { Desk } from '../../../platform/cockpit/desk/index.ts';

export { useScopeWords } from './scope-words.ts';

const KEYS = { en: 'API keys', de: 'API-Schlüssel', fr: 'Clés d’API', es: 'Claves de API' };

export const desk: Desk = {
  name: 'access',
  section: 'settings',
  group: 'programs',
  rank: 70,
  icon: KeyRound,
  navigation: [
    {
      path: '/api-keys',
      label: KEYS,
      permission: 'api_keys:read',
      words: 'token secret program integration',
      about: {
        en: 'By which other programs work for the shop',
        de: 'Womit andere Programme für den Shop arbeiten',
        fr: 'Avec quoi d’autres programmes travaillent pour la boutique',
        es: 'Con qué otros programas trabajan para la tienda',
      },
    },
  ],
  screens: [{ path: '/api-keys', permission: 'api_keys:read', load: () => import('./keys-screen.tsx') }],
  messages: {
    en: async () => (await import('./messages/en.ts')).en,
    de: async () => (await import('./messages/de.ts')).de,
    fr: async () => (await import('./messages/fr.ts')).fr,
    es: async () => (await import('./messages/es.ts')).es,
  },
};
