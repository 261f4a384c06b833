import { ChartNoAxesCombined } from 'lucide-react';
import type { Desk } from '../../../platform/cockpit/desk/index.ts';

const READ = 'reports:read';

export const desk: Desk = {
  name: 'analytics',
  section: 'work',
  rank: 70,
  icon: ChartNoAxesCombined,
  navigation: [
    {
      ...{ path: '/analytics', permission: READ, key: 'a', words: 'overview numbers revenue kpi dashboard' },
      label: { en: 'Analytics', de: 'Auswertung', fr: 'Analyses', es: 'Analítica' },
    },
    {
      ...{
        path: '/analytics/reports',
        permission: READ,
        words: 'sales refunds margin funnel channels cohorts',
      },
      label: { en: 'Reports', de: 'Berichte', fr: 'Rapports', es: 'Informes' },
    },
    {
      ...{
        path: '/analytics/behaviour',
        permission: READ,
        words: 'pages paths search speed vitals devices funnel',
      },
      label: { en: 'Behaviour', de: 'Verhalten', fr: 'Comportement', es: 'Comportamiento' },
    },
    {
      ...{ path: '/analytics/explore', permission: READ, words: 'query language custom ask csv excel' },
      label: { en: 'Explore', de: 'Erkunden', fr: 'Explorer', es: 'Explorar' },
    },
    {
      ...{ path: '/analytics/live', permission: READ, words: 'now realtime visitors' },
      label: { en: 'Live', de: 'Live', fr: 'En direct', es: 'En directo' },
    },
    {
      ...{
        path: '/analytics/customers',
        permission: READ,
        words: 'rfm segments lifetime value repeat cohorts',
      },
      label: {
        en: 'Customer analysis',
        de: 'Kundenanalyse',
        fr: 'Analyse des clients',
        es: 'Análisis de clientes',
      },
    },
    {
      ...{
        path: '/analytics/products',
        permission: READ,
        words: 'performance abc xyz movers basket dead stock',
      },
      label: {
        en: 'Product analysis',
        de: 'Produktanalyse',
        fr: 'Analyse des produits',
        es: 'Análisis de productos',
      },
    },
    {
      ...{ path: '/analytics/targets', permission: 'targets:read' },
      words: 'goals plan budget pace forecast quota',
      label: { en: 'Targets', de: 'Ziele', fr: 'Objectifs', es: 'Objetivos' },
    },
  ],
  screens: [
    { path: '/analytics', permission: READ, load: () => import('./overview/overview-screen.tsx') },
    { path: '/analytics/reports', permission: READ, load: () => import('./report/reports-screen.tsx') },
    { path: '/analytics/reports/$id', permission: READ, load: () => import('./report/report-screen.tsx') },
    {
      path: '/analytics/behaviour',
      permission: READ,
      load: () => import('./behaviour/behaviour-screen.tsx'),
    },
    { path: '/analytics/explore', permission: READ, load: () => import('./explore/explore-screen.tsx') },
    { path: '/analytics/live', permission: READ, load: () => import('./live/live-screen.tsx') },
    { path: '/analytics/why', permission: READ, load: () => import('./why/why-screen.tsx') },
    {
      path: '/analytics/customers',
      permission: READ,
      load: () => import('./customers/customers-screen.tsx'),
    },
    { path: '/analytics/products', permission: READ, load: () => import('./products/products-screen.tsx') },
    {
      path: '/analytics/agreement',
      permission: READ,
      load: () => import('./agreement/agreement-screen.tsx'),
    },
  ],
  messages: {
    en: async () => (await import('./messages/en.ts')).en,
    de: async () => (await import('./messages/de.ts')).de,
    fr: async () => (await import('./messages/fr.ts')).fr,
    es: async () => (await import('./messages/es.ts')).es,
  },
};
