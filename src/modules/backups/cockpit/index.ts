import { DatabaseBackup } from 'lucide-react';
import type { Desk } from '../../../platform/cockpit/desk/index.ts';

const READ = 'system:read';

export const desk: Desk = {
  name: 'backups',
  section: 'settings',
  group: 'system',
  rank: 85,
  icon: DatabaseBackup,
  navigation: [
    {
      ...{ path: '/settings/backups', permission: READ },
      words: 'backup restore data safe copy disaster recovery log',
      label: { en: 'Backups', de: 'Sicherungen', fr: 'Sauvegardes', es: 'Copias de seguridad' },
      about: {
        en: 'What is kept of the shop, one more, and how it is brought back',
        de: 'Was vom Shop aufbewahrt ist, eine mehr, und wie man ihn zurückholt',
        fr: 'Ce qui est gardé de la boutique, une de plus, et comment la rétablir',
        es: 'Lo que se guarda de la tienda, una más, y cómo recuperarla',
      },
    },
  ],
  screens: [{ path: '/settings/backups', permission: READ, load: () => import('./backups-screen.tsx') }],
  messages: {
    en: async () => (await import('./messages/en.ts')).en,
    de: async () => (await import('./messages/de.ts')).de,
    fr: async () => (await import('./messages/fr.ts')).fr,
    es: async () => (await import('./messages/es.ts')).es,
  },
};
