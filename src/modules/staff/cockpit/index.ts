import { CircleUserRound, ShieldCheck, UsersRound } from 'lucide-react';
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
  group: 'team',
  rank: 70,
  icon: UsersRound,
  navigation: [
    {
      ...{ path: '/team', label: TEAM, permission: 'team:read', words: 'members invite people staff' },
      about: {
        en: 'Who works in the shop, invitations and sessions',
        de: 'Wer im Shop arbeitet, Einladungen und Sitzungen',
        fr: 'Qui travaille dans la boutique, invitations et sessions',
        es: 'Quién trabaja en la tienda, invitaciones y sesiones',
      },
    },
    {
      ...{ path: '/team/roles', label: ROLES, permission: 'team:read', icon: ShieldCheck },
      words: 'permissions rights limits',
      about: {
        en: 'What each role may see and do, and up to which amount',
        de: 'Was jede Rolle sehen und tun darf, und bis zu welchem Betrag',
        fr: 'Ce que chaque rôle peut voir et faire, et jusqu’à quel montant',
        es: 'Qué puede ver y hacer cada rol, y hasta qué importe',
      },
    },
    {
      ...{ path: '/profile', label: PROFILE, permission: 'public', icon: CircleUserRound },
      words: 'passkey password sessions language',
      about: {
        en: 'How you sign in, your language, your browsers',
        de: 'Wie Sie sich anmelden, Ihre Sprache, Ihre Browser',
        fr: 'Comment vous vous connectez, votre langue, vos navigateurs',
        es: 'Cómo inicia sesión, su idioma, sus navegadores',
      },
    },
  ],
  screens: [
    { path: '/team', permission: 'team:read', load: () => import('./team/team-screen.tsx') },
    { path: '/team/roles', permission: 'team:read', load: () => import('./team/roles-screen.tsx') },
    { path: '/profile', permission: 'public', load: () => import('./profile/profile-screen.tsx') },
  ],
  messages,
};

/** What stands before the cockpit, and over it: loaded when somebody is not signed in, or has to confirm. */
export const gate = {
  signIn: async () => (await import('./gate/sign-in-screen.tsx')).SignInScreen,
  welcome: async () => (await import('./gate/welcome-screen.tsx')).WelcomeScreen,
  stepUp: async () => (await import('./gate/step-up-dialog.tsx')).StepUpDialog,
  /** Called before any of them is drawn. */
  speak: async (language: Language): Promise<void> => keepMessages('staff', await messages[language]()),
};
