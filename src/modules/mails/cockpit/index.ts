import { Mail } from 'lucide-react';
import type { Desk } from '../../../platform/cockpit/desk/index.ts';

const MAILS = { en: 'Mails', de: 'Mails', fr: 'E-mails', es: 'Correos' };

export const desk: Desk = {
  name: 'mails',
  section: 'shop',
  rank: 80,
  icon: Mail,
  navigation: [{ path: '/mails', label: MAILS, permission: 'mails:read', words: 'sent e-mail mailbox' }],
  screens: [
    { path: '/mails', permission: 'mails:read', load: () => import('./mails-screen.tsx') },
    { path: '/mails/$id', permission: 'mails:read', load: () => import('./mail-screen.tsx') },
  ],
  messages: {
    en: async () => (await import('./messages/en.ts')).en,
    de: async () => (await import('./messages/de.ts')).de,
    fr: async () => (await import('./messages/fr.ts')).fr,
    es: async () => (await import('./messages/es.ts')).es,
  },
};
