import { Mail } from 'lucide-react';
import type { Desk } from '../../../platform/cockpit/desk/index.ts';

const MAILS = { en: 'Mails', de: 'Mails', fr: 'E-mails', es: 'Correos' };

const TEMPLATES = {
  ...{ en: 'Mail templates', de: 'Mailvorlagen', fr: 'Modèles d’e-mails' },
  es: 'Plantillas de correo',
};

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
      group: 'shop',
      about: {
        en: 'What the shop writes by itself, in every language, with a test',
        de: 'Was der Shop von selbst schreibt, in jeder Sprache, mit Probe',
        fr: 'Ce que la boutique écrit d’elle-même, en chaque langue, avec un essai',
        es: 'Lo que la tienda escribe por sí misma, en cada idioma, con prueba',
      },
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
