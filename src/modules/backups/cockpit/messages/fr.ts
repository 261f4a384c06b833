import { plural, type Translated } from '../../../../platform/cockpit/text/index.ts';
import type { en } from './en.ts';

export const fr: Translated<typeof en> = {
  title: 'Sauvegardes',
  about: 'Toute la boutique, base et fichiers, pour la rétablir quoi qu’il arrive à cette machine.',
  states: {
    ...{ good: 'Bien gardée', warning: 'À vérifier', bad: 'Mal gardée' },
    off: 'Non configurées',
  },
  now: 'Sauvegarder maintenant',
  nowTitle: 'Sauvegarder la boutique',
  begun: 'La sauvegarde a commencé',
  off: 'Rien n’est sauvegardé',
  offText:
    'Choisissez un dossier sur un autre disque ou une autre machine, et démarrez la boutique avec son chemin. Elle est alors sauvegardée chaque nuit, et chaque changement est gardé en une demi-minute.',
  offCommand: 'Démarrer avec un dossier de sauvegarde',
  offOnce: 'Ou une à la main, à tout moment',
  last: 'Dernière sauvegarde',
  none: 'Aucune encore',
  ago: (when) => `prise ${when}`,
  log: 'Changements depuis',
  logKept: (when) => `tout est gardé jusqu’à ${when}`,
  logNone: 'pas encore gardés',
  logFails: (why) => `ne peuvent être gardés : ${why}`,
  logElsewhere: 'affaire de qui tient la base de DATABASE_URL',
  place: 'Dossier',
  free: (size) => `${size} libres`,
  rule: 'Combien de temps',
  keeping: (daily, weekly, monthly) =>
    `les ${daily} dernières quotidiennes, ${weekly} hebdomadaires et ${monthly} mensuelles`,
  list: 'Sauvegardes gardées',
  empty: 'Pas encore de sauvegarde',
  emptyText: 'La première est prise cette nuit. Ou maintenant : la boutique reste ouverte.',
  columns: { at: 'Prise', size: 'Taille', state: 'État', kind: 'Contenu' },
  kinds: { physical: 'Fichiers de la base et journal', logical: 'Lignes de toutes les tables' },
  withKey: 'avec la clé',
  sound: 'intacte',
  soundOn: (when) => `vérifiée ${when}`,
  unchecked: 'non vérifiée',
  damaged: (count) =>
    plural('fr', count, { one: '1 fichier endommagé', other: `${count} fichiers endommagés` }),
  unusable: 'inutilisable',
  files: (count) => `${count} fichiers`,
  check: 'Vérifier',
  checkLabel: (name) => `Vérifier la sauvegarde ${name}`,
  checkTitle: (name) => `Vérifier la sauvegarde ${name}`,
  checking: 'La vérification a commencé',
  restore: 'La rétablir',
  restoreAbout:
    'Sur une machine avec Institor et le dossier de sauvegarde, dans un dossier vide. Rien n’est jamais rétabli par-dessus une boutique.',
  steps: {
    key: 'Mettez secret.key, gardé ailleurs, dans le nouveau dossier. Sans elle, rien n’ouvre ce que la boutique a scellé.',
    run: 'Rétablissez. Chaque fichier et chaque ligne sont comparés à la sauvegarde avant que la boutique puisse ouvrir.',
    open: 'Ouvrez la boutique de là. Les e-mails et webhooks en attente sont mis de côté sous Abandonnés : ils sont peut-être déjà partis.',
  },
  command: 'Rétablir cette sauvegarde',
  commandLatest: 'De même avec tous les changements depuis',
  commandOpen: 'Ouvrir la boutique rétablie',
  key: 'La clé de la boutique',
  keyAbout:
    'Les sauvegardes ne contiennent pas la clé qui ouvre les accès scellés. Gardez une copie de secret.key ou de SECRET_KEY ailleurs, par exemple dans un gestionnaire de mots de passe.',
  restored: (when, moment) => `Cette boutique a été rétablie ${when}, dans l’état de ${moment}.`,
  held: (count) =>
    plural('fr', count, {
      one: '1 e-mail ou appel qui attendait a été mis de côté.',
      other: `${count} e-mails et appels qui attendaient ont été mis de côté.`,
    }),
  look: 'Les voir',
};
