import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { en } from './en.ts';

export const fr: Translated<typeof en> = {
  title: 'Données de démonstration',
  about: 'Ce que la démonstration a mis dans la boutique à son ouverture, et ce qui en reste.',
  empty: 'Aucune donnée de démonstration',
  emptyText: 'Rien dans cette boutique ne vient de la démonstration, ou elle a été retirée. Tout est à vous.',
  what: 'Quoi',
  goes: 'Part',
  stays: 'Reste',
  kinds: {
    past: 'Activité d’avant le premier jour',
    home: 'Sections de la page d’accueil',
    menu: 'Menus',
    promotion: 'Promotions',
    search_rule: 'Décisions de recherche',
    synonym: 'Synonymes',
    collection: 'Collections',
    size_table: 'Guides des tailles',
    supplier: 'Fournisseurs',
    page: 'Pages',
    product: 'Produits',
    category: 'Catégories',
  },
  why: {
    changed: 'modifié par vous',
    ordered: 'a été commandé',
    in_use: 'quelque chose qui reste en a besoin',
  },
  staysTitle: 'Ce qui reste, et pourquoi',
  more: (count) => `et ${count} de plus`,
  alwaysTitle: 'Ce qui reste dans tous les cas',
  always: [
    'Tout ce que vous avez créé vous-même.',
    'Les commandes et leurs écritures : les comptes ne sont jamais raccourcis. Les commandes d’essai peuvent être archivées.',
    'Les réglages : nom de la boutique, marchés, taxes, livraison, moyens de paiement. Sans eux rien ne se vend ; modifiez-les dans les réglages.',
  ],
  remove: 'Retirer la démonstration …',
  removeTitle: 'Retirer la démonstration de la boutique ?',
  removeText: (count) =>
    `${count} éléments partent pour de bon. La boutique paraît vide jusqu’à ce que vous y mettiez vos produits.`,
  typeName: (name) => `Saisissez « ${name} » pour confirmer`,
  confirm: 'Retirer',
  work: 'Retirer la démonstration',
};
