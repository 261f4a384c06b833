import { plural, type Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { notes as en } from './en.ts';

export const notes: Translated<typeof en> = {
  title: 'Ce qui s’est passé',
  kinds: {
    note: 'Notes',
    price: 'Prix',
    promotion: 'Promotions',
    stock_out: 'Ruptures',
    outage: 'Pannes',
    holiday: 'Jours fériés',
  },
  shown: (kind, count) => `${kind}, ${count}`,
  at: (days, count) => `${days} : ${count}`,
  several: (count, number) =>
    plural('fr', number, { one: `${count} événement`, other: `${count} événements` }),
  prices: (count, number) =>
    plural('fr', number, { one: `${count} prix modifié`, other: `${count} prix modifiés` }),
  upDown: (up, down) => `${up} en hausse, ${down} en baisse`,
  planned: (count, number) =>
    plural('fr', number, { one: `${count} prix doit changer`, other: `${count} prix doivent changer` }),
  promotion: (name) => `Promotion : ${name}`,
  stockOut: (title) => `En rupture : ${title}`,
  outage: (minutes) => `Rien n’a fonctionné pendant ${minutes} min`,
  holiday: (name, countries) => `${name} (${countries})`,
  add: 'Ajouter une note',
  addOn: 'Note sur le graphique',
  change: 'Modifier',
  changeOf: (text) => `Modifier la note ${text}`,
  form: 'Note sur les graphiques',
  text: 'Ce qui s’est passé',
  from: 'Premier jour',
  to: 'Dernier jour',
  market: 'Marché',
  everyMarket: 'Toute la boutique',
  save: 'Enregistrer',
  remove: 'Retirer',
  stockNotKnown: 'On ne sait pas pour l’instant si les meilleures ventes étaient en rupture.',
};
