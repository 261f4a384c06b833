import { BellRing, Link, Send } from 'lucide-react';
import type { Desk } from '../../../platform/cockpit/desk/index.ts';

const READ = 'reports:read';

export const desk: Desk = {
  name: 'reporting',
  section: 'work',
  rank: 72,
  icon: Send,
  navigation: [
    {
      ...{
        path: '/analytics/schedules',
        permission: READ,
        words: 'mail email schedule digest weekly newsletter',
      },
      label: { en: 'Sent reports', de: 'Berichtsversand', fr: 'Rapports envoyés', es: 'Informes enviados' },
    },
    {
      ...{
        path: '/analytics/alerts',
        permission: READ,
        icon: BellRing,
        words: 'alarm anomaly threshold notify warning',
      },
      label: { en: 'Alerts', de: 'Warnungen', fr: 'Alertes', es: 'Alertas' },
    },
    {
      ...{
        path: '/analytics/links',
        permission: READ,
        icon: Link,
        words: 'share stakeholder public investor',
      },
      label: { en: 'Shared links', de: 'Geteilte Links', fr: 'Liens partagés', es: 'Enlaces compartidos' },
    },
  ],
  screens: [
    {
      path: '/analytics/schedules',
      permission: READ,
      load: () => import('./schedules/schedules-screen.tsx'),
    },
    {
      path: '/analytics/schedules/new',
      permission: 'reports:write',
      load: () => import('./schedules/new-screen.tsx'),
    },
    {
      path: '/analytics/schedules/$id',
      permission: READ,
      load: () => import('./schedules/schedule-screen.tsx'),
    },
    { path: '/analytics/links', permission: READ, load: () => import('./links/links-screen.tsx') },
    { path: '/analytics/alerts', permission: READ, load: () => import('./alerts/alerts-screen.tsx') },
    {
      path: '/analytics/alerts/new',
      permission: 'reports:write',
      load: () => import('./alerts/new-screen.tsx'),
    },
    { path: '/analytics/alerts/$id', permission: READ, load: () => import('./alerts/alert-screen.tsx') },
  ],
  messages: {
    en: async () => (await import('./messages/en.ts')).en,
    de: async () => (await import('./messages/de.ts')).de,
    fr: async () => (await import('./messages/fr.ts')).fr,
    es: async () => (await import('./messages/es.ts')).es,
  },
};
