import { Scale } from 'lucide-react';
import type { Desk } from '../../../platform/cockpit/desk/index.ts';

const READ = 'decisions:read';

export const desk: Desk = {
  name: 'decisions',
  section: 'work',
  rank: 5,
  icon: Scale,
  navigation: [
    {
      path: '/decisions',
      label: { en: 'Decisions', de: 'Entscheidungen', fr: 'Décisions', es: 'Decisiones' },
      count: 'countDecisions',
      ...{ permission: READ, key: 'd', words: 'inbox approve proposals Vorschläge décider aprobar' },
    },
    {
      path: '/decisions/score',
      label: { en: 'Score', de: 'Bilanz', fr: 'Bilan', es: 'Resultados' },
      ...{ permission: READ, words: 'predicted realised calibration Kalibrierung' },
    },
    {
      path: '/decisions/mandate',
      label: { en: 'Mandate', de: 'Vollmacht', fr: 'Mandat', es: 'Mandato' },
      ...{ permission: READ, words: 'rules limits stop dry run automatic Regeln Grenzen' },
    },
    {
      path: '/decisions/log',
      label: {
        en: 'Done by itself',
        de: 'Von selbst erledigt',
        fr: 'Fait automatiquement',
        es: 'Hecho por sí solo',
      },
      ...{ permission: READ, words: 'log history undo automatic Protokoll' },
    },
  ],
  screens: [
    { path: '/decisions', permission: READ, load: () => import('./inbox-screen.tsx') },
    { path: '/decisions/score', permission: READ, load: () => import('./score-screen.tsx') },
    { path: '/decisions/mandate', permission: READ, load: () => import('./mandate-screen.tsx') },
    { path: '/decisions/log', permission: READ, load: () => import('./log-screen.tsx') },
    { path: '/decisions/$id', permission: READ, load: () => import('./decision-screen.tsx') },
  ],
  messages: {
    en: async () => (await import('./messages/en.ts')).en,
    de: async () => (await import('./messages/de.ts')).de,
    fr: async () => (await import('./messages/fr.ts')).fr,
    es: async () => (await import('./messages/es.ts')).es,
  },
};
