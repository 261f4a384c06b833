import { Percent } from 'lucide-react';
import type { Desk } from '../../../platform/cockpit/desk/index.ts';

const READ = 'settings:read';

export const desk: Desk = {
  name: 'taxes',
  section: 'settings',
  group: 'selling',
  rank: 40,
  icon: Percent,
  navigation: [
    {
      ...{ path: '/settings/taxes', permission: READ },
      words: 'vat oss one-stop shop registration class gst sales tax',
      label: { en: 'Taxes', de: 'Steuern', fr: 'Taxes', es: 'Impuestos' },
      about: {
        en: 'Where the seller is registered, and kinds of goods',
        de: 'Wo der Händler registriert ist, und Arten von Waren',
        fr: 'Où le vendeur est immatriculé, et types d’articles',
        es: 'Dónde está registrado el vendedor, y tipos de mercancía',
      },
    },
    {
      ...{ path: '/settings/taxes/rates', permission: READ },
      words: 'vat percent country region reduced standard',
      label: { en: 'Tax rates', de: 'Steuersätze', fr: 'Taux de taxe', es: 'Tipos impositivos' },
      about: {
        en: 'Rates by country, region and kind of goods, with their days',
        de: 'Sätze nach Land, Region und Warenart, mit ihren Tagen',
        fr: 'Taux par pays, région et type d’articles, avec leurs dates',
        es: 'Tipos por país, región y mercancía, con sus fechas',
      },
    },
  ],
  screens: [
    { path: '/settings/taxes', permission: READ, load: () => import('./taxes-screen.tsx') },
    { path: '/settings/taxes/rates', permission: READ, load: () => import('./rates/rates-screen.tsx') },
  ],
  messages: {
    en: async () => (await import('./messages/en.ts')).en,
    de: async () => (await import('./messages/de.ts')).de,
    fr: async () => (await import('./messages/fr.ts')).fr,
    es: async () => (await import('./messages/es.ts')).es,
  },
};
