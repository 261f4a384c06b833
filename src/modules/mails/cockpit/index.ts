import { Mail } from 'lucide-react';
import type { Desk } from '../../../platform/cockpit/desk/index.ts';

const MAILS = { en: 'Mails', de: 'Mails', fr: 'E-mails', es: 'Correos' };

const TEMPLATES = { en: 'Templates', de: 'Vorlagen', fr: 'Modèles', es: 'Plantillas' };

export const desk: Desk = {
  name: 'mails',
  section: 'shop',
  rank: 80,
  icon: Mail,
  navigation: [
    { path: '/mails', label: MAILS, permission: 'mails:read', words: 'sent e-mail mailbox' },
    {
      ...{ path: '/mails/templates', label: TEMPLATES, permission: 'mails:read' },
      words: 'preview test e-mail language',
    },
  ],
  screens: [
    { path: '/mails', permission: 'mails:read', load: () => import('./mails-screen.tsx') },
    { path: '/mails/templates', permission: 'mails:read', load: () => import('./templates-screen.tsx') },
    { path: '/mails/$id', permission: 'mails:read', load: () => import('./mail-screen.tsx') },
  ],
  messages: {
    en: async () => (await import('./messages/en.ts')).en,
    de: async () => (await import('./messages/de.ts')).de,
    fr: async () => (await import('./messages/fr.ts')).fr,
    es: async () => (await import('./messages/es.ts')).es,
  },
};
