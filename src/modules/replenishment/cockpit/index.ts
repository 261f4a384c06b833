import { PackageSearch } from 'lucide-react';
import type { Desk } from '../../../platform/cockpit/desk/index.ts';

const READ = 'purchasing:read';

export const desk: Desk = {
  name: 'replenishment',
  section: 'work',
  rank: 44,
  icon: PackageSearch,
  navigation: [
    {
      ...{ path: '/purchasing/needs', permission: READ, words: 'reorder point needs replenish what to buy' },
      label: { en: 'To order', de: 'Nachbestellen', fr: 'À commander', es: 'Por pedir' },
    },
    {
      ...{ path: '/purchasing/policies', permission: READ },
      words: 'service level budget min max safety stock Regeln règles reglas',
      label: { en: 'Policies', de: 'Regeln', fr: 'Règles', es: 'Reglas' },
    },
    {
      ...{
        path: '/stock/health',
        below: '/stock',
        permission: 'stock:read',
        words: 'dead slow overstock abc xyz cover turnover',
      },
      label: { en: 'Stock health', de: 'Bestandsgesundheit', fr: 'Santé du stock', es: 'Salud del stock' },
    },
    {
      ...{
        path: '/purchasing/backtest',
        permission: 'costs:read',
        words: 'what if policy service level simulate',
      },
      label: { en: 'Backtest', de: 'Rückrechnung', fr: 'Simulation du passé', es: 'Simulación del pasado' },
    },
  ],
  screens: [
    { path: '/purchasing/needs', permission: READ, load: () => import('./needs/needs-screen.tsx') },
    { path: '/purchasing/policies', permission: READ, load: () => import('./policy/policies-screen.tsx') },
    { path: '/stock/health', permission: 'stock:read', load: () => import('./health/health-screen.tsx') },
    {
      path: '/purchasing/backtest',
      permission: 'costs:read',
      load: () => import('./backtest/backtest-screen.tsx'),
    },
  ],
  messages: {
    en: async () => (await import('./messages/en.ts')).en,
    de: async () => (await import('./messages/de.ts')).de,
    fr: async () => (await import('./messages/fr.ts')).fr,
    es: async () => (await import('./messages/es.ts')).es,
  },
};
