import { Activity, TriangleAlert } from 'lucide-react';
import type { Desk } from '../../../../platform/cockpit/desk/index.ts';

const READ = 'system:read';

/** The machine room, which belongs to no module. */
export const desk: Desk = {
  name: 'system',
  section: 'settings',
  group: 'system',
  rank: 90,
  icon: Activity,
  navigation: [
    {
      path: '/system',
      label: { en: 'System', de: 'System', fr: 'Système', es: 'Sistema' },
      permission: READ,
      words: 'health status jobs crons versions worker queue',
      about: {
        en: 'Health, jobs, mail server, disk and versions',
        de: 'Zustand, Aufgaben, Mailserver, Speicher und Versionen',
        fr: 'État, tâches, serveur de mail, disque et versions',
        es: 'Estado, tareas, servidor de correo, disco y versiones',
      },
    },
    {
      path: '/system/given-up',
      label: { en: 'Given up', de: 'Aufgegeben', fr: 'Abandonnés', es: 'Abandonados' },
      permission: READ,
      words: 'dead letters failed jobs retry',
      icon: TriangleAlert,
      about: {
        en: 'Work that failed for good: look, try again, dismiss',
        de: 'Was endgültig gescheitert ist: ansehen, wiederholen, verwerfen',
        fr: 'Ce qui a échoué pour de bon : voir, réessayer, écarter',
        es: 'Lo que falló definitivamente: ver, reintentar, descartar',
      },
    },
  ],
  screens: [
    { path: '/system', permission: READ, load: () => import('./system-screen.tsx') },
    { path: '/system/given-up', permission: READ, load: () => import('./given-up-screen.tsx') },
  ],
  messages: {
    en: async () => (await import('./messages/en.ts')).en,
    de: async () => (await import('./messages/de.ts')).de,
    fr: async () => (await import('./messages/fr.ts')).fr,
    es: async () => (await import('./messages/es.ts')).es,
  },
};
