import { TrendingUp } from 'lucide-react';
import { callApi } from '../../../platform/cockpit/api/index.ts';
import type { Desk } from '../../../platform/cockpit/desk/index.ts';

const READ = 'stock:read';

export const desk: Desk = {
  name: 'forecasting',
  section: 'work',
  rank: 42,
  icon: TrendingUp,
  navigation: [
    {
      ...{ path: '/forecast', permission: READ, words: 'demand prediction expected sales planning' },
      label: { en: 'Forecast', de: 'Prognose', fr: 'Prévisions', es: 'Previsión' },
    },
    {
      ...{ path: '/forecast/accuracy', permission: READ, words: 'forecast error bias coverage backtest' },
      label: { en: 'Accuracy', de: 'Treffsicherheit', fr: 'Fiabilité', es: 'Precisión' },
    },
  ],
  screens: [
    { path: '/forecast', permission: READ, load: () => import('./list/list-screen.tsx') },
    { path: '/forecast/accuracy', permission: READ, load: () => import('./accuracy/accuracy-screen.tsx') },
    { path: '/forecast/$variantId', permission: READ, load: () => import('./item/item-screen.tsx') },
  ],
  messages: {
    en: async () => (await import('./messages/en.ts')).en,
    de: async () => (await import('./messages/de.ts')).de,
    fr: async () => (await import('./messages/fr.ts')).fr,
    es: async () => (await import('./messages/es.ts')).es,
  },
  finders: [
    {
      ...{ label: { en: 'Forecast', de: 'Prognose', fr: 'Prévisions', es: 'Previsión' }, permission: READ },
      find: async (typed, signal) => {
        const { items } = await callApi('listForecasts', { query: { q: typed, limit: '4' } }, { signal });
        return items.map(({ item, next4 }) => ({
          id: item.variantId,
          title: item.options === '' ? item.title : `${item.title} · ${item.options}`,
          detail: [item.sku, String(Math.round(next4.mean))].filter(Boolean).join(' · '),
          path: `/forecast/${item.variantId}`,
        }));
      },
    },
  ],
};
