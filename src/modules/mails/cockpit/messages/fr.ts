import type { Translated } from '../../../../platform/cockpit/text/index.ts';
import type { en } from './en.ts';

export const fr: Translated<typeof en> = {
  title: 'E-mails',
  about: 'Ce que la boutique a écrit aux clients, le plus récent d’abord.',
  empty: 'Aucun e-mail écrit pour l’instant',
  emptyText:
    'Commandes, colis, retours et remboursements écrivent leurs e-mails d’eux-mêmes. Chacun est conservé ici tel qu’envoyé.',
  search: 'Adresse',
  to: 'À',
  subject: 'Objet',
  kind: 'Type',
  language: 'Langue',
  state: 'État',
  written: 'Écrit',
  sent: 'Envoyé',
  attempts: 'Tentatives',
  failure: 'Cause de l’échec',
  order: 'Commande',
  openOrder: 'Ouvrir la commande',
  asShown: 'Tel qu’affiché',
  asText: 'En texte',
  states: { queued: 'en attente', kept: 'conservé', sent: 'envoyé', failed: 'échoué' },
};
