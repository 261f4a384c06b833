import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { en } from './en.ts';

export const fr: Translated<typeof en> = {
  title: 'Réglages',
  about: 'Comment la boutique vend, qui y travaille et sur quoi elle tourne.',
  find: 'Trouver un réglage',
  findHint: 'n° de TVA, langue, couleurs …',
  nothing: 'Aucun réglage ne s’appelle ainsi',
  nothingText: 'Essayez un autre mot. Ce que vous ne pouvez pas ouvrir n’est pas listé.',
  none: 'Il n’y a rien ici que vous puissiez régler',
  noneText: 'Demandez un autre rôle à la personne qui gère l’équipe.',
  groups: {
    shop: 'Boutique',
    selling: 'Vente',
    team: 'Équipe',
    programs: 'Programmes',
    system: 'Données et système',
    other: 'Autres',
  },
};
