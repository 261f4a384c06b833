import type { Translated } from '../../../../platform/cockpit/text/index.ts';
import type { en } from './en.ts';

export const fr: Translated<typeof en> = {
  title: 'Journal d’audit',
  about: 'Qui a fait quoi dans la boutique, le plus récent d’abord. Personne ne peut le modifier.',
  search: 'Nom, identifiant ou valeur d’un champ',
  empty: 'Rien n’a encore été fait',
  emptyText: 'Chaque changement est conservé ici, avec son auteur et l’état précédent.',
  verify: 'Vérifier le journal',
  who: 'Qui',
  what: 'Quoi',
  when: 'Quand',
  kind: 'Type',
  id: 'Identifiant',
  outcome: 'Résultat',
  operation: 'Opération',
  actor: 'Compte',
  changes: 'Changements',
  field: 'Champ',
  before: 'Avant',
  after: 'Après',
  hidden: 'modifié ; la valeur n’est pas conservée ou pas montrée',
  why: 'Raison',
  browser: 'Navigateur',
  note: 'Notez ceci ailleurs. Avec lui, « institor audit verify --head » montre que personne n’a coupé la fin.',
  outcomes: { done: 'fait', refused: 'refusé', failed: 'échoué', asked: 'demandé' },
  isWhole: (entries, waiting) =>
    `Le journal est tel qu’il a été écrit : ${entries} entrées, ${waiting} attendent leur sceau.`,
  isBroken: (place, what) => `Le journal n’est pas tel qu’il a été écrit : ${what} à la place ${place}.`,
  from: 'Depuis',
};
