import { Webhook } from 'lucide-react';
import type { Desk } from '../../../platform/cockpit/desk/index.ts';

const WEBHOOKS = { en: 'Webhooks', de: 'Webhooks', fr: 'Webhooks', es: 'Webhooks' };
const READ = 'webhooks:read';

export const desk: Desk = {
  name: 'webhooks',
  section: 'settings',
  group: 'programs',
  rank: 75,
  icon: Webhook,
  navigation: [
    {
      ...{ path: '/webhooks', label: WEBHOOKS, permission: READ },
      words: 'events endpoint deliveries integration',
      about: {
        en: 'Tell other programs what happens, and see what arrived',
        de: 'Anderen Programmen sagen, was geschieht, und sehen, was ankam',
        fr: 'Dire à d’autres programmes ce qui se passe, et voir ce qui est arrivé',
        es: 'Contar a otros programas lo que pasa y ver qué llegó',
      },
    },
  ],
  screens: [
    { path: '/webhooks', permission: READ, load: () => import('./endpoints-screen.tsx') },
    { path: '/webhooks/$id', permission: READ, load: () => import('./endpoint-screen.tsx') },
  ],
  messages: {
    en: async () => (await import('./messages/en.ts')).en,
    de: async () => (await import('./messages/de.ts')).de,
    fr: async () => (await import('./messages/fr.ts')).fr,
    es: async () => (await import('./messages/es.ts')).es,
  },
};
