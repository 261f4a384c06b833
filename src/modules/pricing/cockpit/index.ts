import { BadgePercent } from 'lucide-react';
import { callApi } from '../../../platform/cockpit/api/index.ts';
import type { Desk } from '../../../platform/cockpit/desk/index.ts';
import { writtenIn } from '../../../platform/cockpit/text/index.ts';

const PROMOTIONS = { en: 'Promotions', de: 'Aktionen', fr: 'Promotions', es: 'Promociones' };
const READ = 'products:read';

export const desk: Desk = {
  name: 'pricing',
  section: 'work',
  rank: 50,
  icon: BadgePercent,
  navigation: [
    {
      ...{ path: '/promotions', permission: 'promotions:read', words: 'discount code voucher coupon sale' },
      label: PROMOTIONS,
    },
    {
      ...{ path: '/prices', permission: READ, words: 'margin cost bulk change' },
      label: { en: 'Prices', de: 'Preise', fr: 'Prix', es: 'Precios' },
    },
    {
      ...{ path: '/prices/scheduled', permission: READ, words: 'planned later' },
      label: { en: 'Scheduled', de: 'Geplante Preise', fr: 'Prix prévus', es: 'Precios previstos' },
    },
    {
      ...{ path: '/price-lists', permission: READ, words: 'wholesale segment quantity tier' },
      label: { en: 'Price lists', de: 'Preislisten', fr: 'Listes de prix', es: 'Listas de precios' },
    },
  ],
  screens: [
    {
      path: '/promotions',
      permission: 'promotions:read',
      load: () => import('./promotions/promotions-screen.tsx'),
    },
    {
      path: '/promotions/new',
      permission: 'promotions:write',
      load: () => import('./builder/new-screen.tsx'),
    },
    {
      path: '/promotions/$id',
      permission: 'promotions:read',
      load: () => import('./builder/promotion-screen.tsx'),
    },
    { path: '/prices', permission: READ, load: () => import('./table/prices-screen.tsx') },
    { path: '/prices/scheduled', permission: READ, load: () => import('./scheduled/scheduled-screen.tsx') },
    { path: '/price-lists', permission: READ, load: () => import('./lists/lists-screen.tsx') },
    { path: '/price-lists/$id', permission: READ, load: () => import('./lists/list-screen.tsx') },
  ],
  messages: {
    en: async () => (await import('./messages/en.ts')).en,
    de: async () => (await import('./messages/de.ts')).de,
    fr: async () => (await import('./messages/fr.ts')).fr,
    es: async () => (await import('./messages/es.ts')).es,
  },
  actions: [
    {
      ...{ path: '/promotions/new', permission: 'promotions:write', words: 'discount code' },
      label: {
        ...{ en: 'Make a promotion', de: 'Aktion anlegen' },
        ...{ fr: 'Créer une promotion', es: 'Crear una promoción' },
      },
    },
  ],
  finders: [
    {
      ...{ label: PROMOTIONS, permission: 'promotions:read' },
      find: async (typed, signal) => {
        const query = { q: typed, limit: '6', locale: writtenIn().language };
        const { items } = await callApi('listPromotionRows', { query }, { signal });
        return items.map(({ id, name, sentence }) => ({
          ...{ id, title: name, detail: sentence, path: `/promotions/${id}` },
        }));
      },
    },
  ],
};
