import { UsersRound } from 'lucide-react';
import type { Desk } from '../../../platform/cockpit/desk/index.ts';
import { keepMessages, type Language } from '../../../platform/cockpit/text/index.ts';

const TEAM = { en: 'Team', de: 'Team', fr: 'Équipe', es: 'Equipo' };
const ROLES = { en: 'Roles', de: 'Rollen', fr: 'Rôles', es: 'Roles' };
const PROFILE = {
  ...{ en: 'Profile and security', de: 'Profil und Sicherheit', fr: 'Profil et sécurité' },
  es: 'Perfil y seguridad',
};

const messages: Desk['messages'] = {
  en: async () => (await import('./messages/en.ts')).en,
  de: async () => (await import('./messages/de.ts')).de,
  fr: async () => (await import('./messages/fr.ts')).fr,
  es: async () => (await import('./messages/es.ts')).es,
};

export const desk: Desk = {
  name: 'staff',
  section: 'settings',
  rank: 70,
  icon: UsersRound,
  navigation: [
    { path: '/team', label: TEAM, permission: 'team:read', words: 'members invite people staff' },
    { path: '/team/roles', label: ROLES, permission: 'team:read', words: 'permissions rights limits' },
  ],
  screens: [
    { path: '/team', permission: 'team:read', load: () => import('./team/team-screen.tsx') },
    { path: '/team/roles', permission: 'team:read', load: () => import('./team/roles-screen.tsx') },
    { path: '/profile', permission: 'public', load: () => import('./profile/profile-screen.tsx') },
  ],
  messages,
  actions: [
    { label: PROFILE, permission: 'public', path: '/profile', words: 'passkey password sessions language' },
  ],
};

/** What stands before the cockpit, and over it: loaded when somebody is not signed in, or has to confirm. */
export const gate = {
  signIn: async () => (await import('./gate/sign-in-screen.tsx')).SignInScreen,
  welcome: async () => (await import('./gate/welcome-screen.tsx')).WelcomeScreen,
  stepUp: async () => (await import('./gate/step-up-dialog.tsx')).StepUpDialog,
  /** Called before any of them is drawn. */
  speak: async (language: Language): Promise<void> => keepMessages('staff', await messages[language]()),
};
