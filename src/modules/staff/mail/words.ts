import type { Language } from '../member.ts';
import type { SecurityChange } from './model.ts';

/** What mails to the team say, in the languages of the cockpit. */
export type TeamWords = {
  readonly greeting: (name: string) => string;
  readonly invitation: {
    readonly subject: (shop: string) => string;
    readonly text: (by: string, shop: string, roles: string) => string;
    readonly button: string;
    readonly until: (when: string) => string;
  };
  readonly newBrowser: {
    readonly subject: (shop: string) => string;
    readonly text: (when: string, agent: string, ip: string) => string;
  };
  readonly changed: {
    readonly subject: (shop: string) => string;
    readonly what: Readonly<Record<SecurityChange, string>>;
    readonly when: (when: string) => string;
  };
  /** Below a warning. */
  readonly notYou: string;
};

const en: TeamWords = {
  greeting: (name) => `Hello ${name},`,
  invitation: {
    subject: (shop) => `You are invited to the team of ${shop}`,
    text: (by, shop, roles) => `${by} invites you to work in ${shop} as ${roles}.`,
    button: 'Accept the invitation',
    until: (when) => `The link is yours alone. It works once, until ${when}.`,
  },
  newBrowser: {
    subject: (shop) => `${shop}: signed in with a new browser`,
    text: (when, agent, ip) => `Somebody signed in as you on ${when} with this browser: ${agent} (${ip}).`,
  },
  changed: {
    subject: (shop) => `${shop}: your way to sign in was changed`,
    what: {
      password_changed: 'Your password was changed. Other browsers were signed out.',
      authenticator_changed: 'Your authenticator was set up anew. Other browsers were signed out.',
      passkey_added: 'A passkey was added.',
      passkey_removed: 'A passkey was removed.',
      recovery_codes_made: 'New recovery codes were made. The former ones are worth nothing now.',
      recovery_code_used: 'A recovery code was used to sign in.',
      made_anew: 'Everything by which you sign in was made anew, by a link of the shop’s own machine.',
    },
    when: (when) => `That was on ${when}.`,
  },
  notYou: 'If that was not you, tell an owner of the shop at once, and end the session in your profile.',
};

const de: TeamWords = {
  greeting: (name) => `Hallo ${name},`,
  invitation: {
    subject: (shop) => `Einladung ins Team von ${shop}`,
    text: (by, shop, roles) => `${by} lädt Sie ein, bei ${shop} mitzuarbeiten, als ${roles}.`,
    button: 'Einladung annehmen',
    until: (when) => `Der Link ist nur für Sie. Er gilt einmal, bis ${when}.`,
  },
  newBrowser: {
    subject: (shop) => `${shop}: Anmeldung mit einem neuen Browser`,
    text: (when, agent, ip) =>
      `Am ${when} hat sich jemand in Ihrem Namen angemeldet, mit diesem Browser: ${agent} (${ip}).`,
  },
  changed: {
    subject: (shop) => `${shop}: Ihre Anmeldung wurde geändert`,
    what: {
      password_changed: 'Ihr Passwort wurde geändert. Andere Browser wurden abgemeldet.',
      authenticator_changed: 'Ihr Authenticator wurde neu eingerichtet. Andere Browser wurden abgemeldet.',
      passkey_added: 'Ein Passkey wurde hinzugefügt.',
      passkey_removed: 'Ein Passkey wurde entfernt.',
      recovery_codes_made: 'Neue Wiederherstellungscodes wurden erstellt. Die alten gelten nicht mehr.',
      recovery_code_used: 'Ein Wiederherstellungscode wurde zur Anmeldung benutzt.',
      made_anew: 'Alles, womit Sie sich anmelden, wurde neu gemacht, mit einem Link vom Rechner des Shops.',
    },
    when: (when) => `Das war am ${when}.`,
  },
  notYou:
    'Waren Sie das nicht, sagen Sie sofort einem Inhaber Bescheid und beenden Sie die Sitzung in Ihrem Profil.',
};

const fr: TeamWords = {
  greeting: (name) => `Bonjour ${name},`,
  invitation: {
    subject: (shop) => `Invitation dans l’équipe de ${shop}`,
    text: (by, shop, roles) => `${by} vous invite à travailler chez ${shop} comme ${roles}.`,
    button: 'Accepter l’invitation',
    until: (when) => `Ce lien n’est que pour vous. Il sert une fois, jusqu’au ${when}.`,
  },
  newBrowser: {
    subject: (shop) => `${shop} : connexion avec un nouveau navigateur`,
    text: (when, agent, ip) =>
      `Quelqu’un s’est connecté à votre nom le ${when} avec ce navigateur : ${agent} (${ip}).`,
  },
  changed: {
    subject: (shop) => `${shop} : votre connexion a été modifiée`,
    what: {
      password_changed: 'Votre mot de passe a été changé. Les autres navigateurs ont été déconnectés.',
      authenticator_changed:
        'Votre application d’authentification a été réinstallée. Les autres navigateurs ont été déconnectés.',
      passkey_added: 'Une clé d’accès a été ajoutée.',
      passkey_removed: 'Une clé d’accès a été retirée.',
      recovery_codes_made: 'De nouveaux codes de secours ont été créés. Les anciens ne valent plus rien.',
      recovery_code_used: 'Un code de secours a servi à se connecter.',
      made_anew: 'Tous vos moyens de connexion ont été refaits, par un lien de la machine de la boutique.',
    },
    when: (when) => `C’était le ${when}.`,
  },
  notYou:
    'Si ce n’était pas vous, prévenez tout de suite un propriétaire et terminez la session dans votre profil.',
};

const es: TeamWords = {
  greeting: (name) => `Hola, ${name}:`,
  invitation: {
    subject: (shop) => `Invitación al equipo de ${shop}`,
    text: (by, shop, roles) => `${by} le invita a trabajar en ${shop} como ${roles}.`,
    button: 'Aceptar la invitación',
    until: (when) => `El enlace es solo para usted. Sirve una vez, hasta el ${when}.`,
  },
  newBrowser: {
    subject: (shop) => `${shop}: inicio de sesión con un navegador nuevo`,
    text: (when, agent, ip) =>
      `Alguien inició sesión en su nombre el ${when} con este navegador: ${agent} (${ip}).`,
  },
  changed: {
    subject: (shop) => `${shop}: se cambió su forma de iniciar sesión`,
    what: {
      password_changed: 'Se cambió su contraseña. Se cerró la sesión en los demás navegadores.',
      authenticator_changed:
        'Se configuró de nuevo su autenticador. Se cerró la sesión en los demás navegadores.',
      passkey_added: 'Se añadió una llave de acceso.',
      passkey_removed: 'Se quitó una llave de acceso.',
      recovery_codes_made: 'Se crearon códigos de recuperación nuevos. Los anteriores ya no valen.',
      recovery_code_used: 'Se usó un código de recuperación para iniciar sesión.',
      made_anew:
        'Todo lo que usa para iniciar sesión se hizo de nuevo, con un enlace de la máquina de la tienda.',
    },
    when: (when) => `Fue el ${when}.`,
  },
  notYou: 'Si no fue usted, avise enseguida a un propietario y cierre la sesión en su perfil.',
};

export const TEAM_WORDS: Readonly<Record<Language, TeamWords>> = { en, de, fr, es };
