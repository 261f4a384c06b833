import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { locations as english } from './en.ts';

export const locations: Translated<typeof english> = {
  title: 'Emplacements',
  about: 'Les lieux qui ont du stock, et lequel sert une commande.',
  add: 'Ajouter un emplacement',
  places: 'Lieux',
  placesText:
    'Dans l’ordre où on leur demande des articles. Un lieu désactivé garde son stock et ne vend rien.',
  empty: 'Pas encore de lieux',
  emptyText: 'Ajoutez le lieu où sont vos articles. Le stock se compte par lieu.',
  noCountry: 'sans pays',
  collected: (address) => `retrait : ${address}`,
  notCollected: 'pas de retrait par les clients',
  sells: (name) => `Vend : ${name}`,
  opened: (name) => `${name} vend de nouveau`,
  closed: (name) => `${name} ne vend rien pour l’instant`,
  change: 'Modifier',
  changeTitle: 'Modifier l’emplacement',
  saved: 'L’emplacement est enregistré',
  name: 'Nom',
  code: 'Code',
  codeText: 'Minuscules, chiffres et tirets. Un point de retrait à vous avec ce code est ce lieu.',
  country: 'Pays',
  countryText: 'D’où partent les articles.',
  save: 'Enregistrer',
  cancel: 'Annuler',
  rule: 'Quel lieu sert une commande',
  ruleText: 'Compte pour ce qui est commandé désormais.',
  savedRule: 'Enregistré : cela compte pour les nouvelles commandes',
  rules: {
    nearest: 'Le plus proche',
    fewest_parcels: 'Le moins de colis possible',
    most_stock: 'Là où il y en a le plus',
  },
  rulesText: {
    nearest: 'D’abord les lieux du pays du client, puis dans l’ordre ci-dessus. Rapide, et sans douane.',
    fewest_parcels:
      'D’abord le lieu qui a le plus de la commande, pour l’envoyer d’un seul tenant si possible.',
    most_stock:
      'Le lieu qui a le plus de pièces de chaque variante. Équilibre le stock ; peut partager une commande.',
  },
  example: (country, order) => `Une commande vers le pays ${country} : ${order}.`,
};
