import { History } from 'lucide-react';
import type { Desk } from '../../../platform/cockpit/desk/index.ts';

const [READ, WRITE] = ['reports:read', 'settings:write'];

export const desk: Desk = {
  name: 'history',
  section: 'settings',
  group: 'shop',
  rank: 46,
  icon: History,
  navigation: [
    {
      ...{ path: '/settings/history', permission: READ },
      words: 'import orders shopify woocommerce google analytics matomo plausible past migrate excel parquet',
      label: {
        en: 'History from elsewhere',
        de: 'Vergangenes von anderswo',
        fr: 'Historique d’ailleurs',
        es: 'Historial de otros sitios',
      },
      about: {
        en: 'Orders and visits from before this shop, for reports that reach further back',
        de: 'Bestellungen und Besuche von vor diesem Shop, damit Berichte weiter zurückreichen',
        fr: 'Commandes et visites d’avant cette boutique, pour des rapports qui remontent plus loin',
        es: 'Pedidos y visitas de antes de esta tienda, para informes que llegan más atrás',
      },
    },
  ],
  screens: [
    { path: '/settings/history', permission: READ, load: () => import('./history-screen.tsx') },
    { path: '/settings/history/new', permission: WRITE, load: () => import('./wizard-screen.tsx') },
  ],
  messages: {
    en: async () => (await import('./messages/en.ts')).en,
    de: async () => (await import('./messages/de.ts')).de,
    fr: async () => (await import('./messages/fr.ts')).fr,
    es: async () => (await import('./messages/es.ts')).es,
  },
  actions: [
    {
      ...{ permission: WRITE, path: '/settings/history/new', words: 'orders visits past csv upload' },
      label: {
        en: 'Import orders from elsewhere',
        de: 'Bestellungen von anderswo importieren',
        fr: 'Importer des commandes d’ailleurs',
        es: 'Importar pedidos de otros sitios',
      },
    },
  ],
};
