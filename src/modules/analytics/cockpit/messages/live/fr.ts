import { plural, type Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { live as en } from './en.ts';

export const live: Translated<typeof en> = {
  title: 'En direct',
  about: 'Qui est dans la boutique. La vue se met à jour d’elle-même ; robots et équipe ne comptent pas.',
  asOf: (moment) => `au ${moment}`,
  now: 'Dans la boutique',
  last5: 'visiteurs dans les 5 dernières minutes',
  last30: (shown, count) =>
    plural('fr', count, {
      one: `${shown} dans les 30 dernières minutes`,
      other: `${shown} dans les 30 dernières minutes`,
    }),
  minutes: 'Pages vues par minute',
  minutesAgo: (minutes) => `il y a ${minutes} min`,
  thisMinute: 'maintenant',
  minute: (ago, views) => `${ago} : ${views}`,
  stages: 'Où ils en sont',
  stagesAbout: 'Visiteurs des 30 dernières minutes, chacun là où il est arrivé en dernier.',
  cart: 'Panier rempli',
  checkout: 'À la caisse',
  bought: 'A acheté',
  orders: 'Commandes à l’instant',
  noOrders: 'Aucune commande dans les 30 dernières minutes',
  total: (count, sum) => `${count} · ${sum}`,
  pages: 'Où ils sont',
  pagesAbout: 'La dernière page vue par chaque visiteur des 5 dernières minutes.',
  countries: 'Pays',
  channels: 'Canaux',
  devices: 'Appareils',
  ofHalfHour: 'Visiteurs des 30 dernières minutes.',
  nobody: 'Personne en ce moment',
  noneText: 'Dès que quelqu’un ouvre une page de la boutique, il apparaît ici en quelques secondes.',
  notKnown: 'Inconnu',
};
