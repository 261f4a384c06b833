import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import { DEFINITIONS } from '../../../language/definitions/fr.ts';
import { NAMES } from '../../../language/names/fr.ts';
import { notes } from '../annotations/fr.ts';
import { behaviour } from '../behaviour/fr.ts';
import { customers } from '../customers/fr.ts';
import { explore } from '../explore/fr.ts';
import { live } from '../live/fr.ts';
import { payments } from '../payments/fr.ts';
import { products } from '../products/fr.ts';
import { trade } from '../trade/fr.ts';
import type { reports as en } from './en.ts';

export const reports: Translated<typeof en> = {
  groups: {
    sales: 'Ventes',
    money: 'Argent',
    visits: 'Visites',
    customers: 'Clients',
    more: 'Autres',
  },
  answers: {
    ...behaviour.answers,
    ...trade.answers,
    ...payments.answers,
    ...customers.answers,
    ...products.answers,
    sales_over_time: 'Combien vendons-nous, du brut au total ?',
    sales_by_product: 'Quels produits se vendent ?',
    sales_by_variant: 'Quelles tailles et couleurs se vendent ?',
    sales_by_market: 'Où vendons-nous ?',
    sales_by_country: 'Vers quels pays partent les commandes ?',
    sales_by_discount: 'Combien vendons-nous à quelle remise ?',
    refunds: 'Qu’est-ce qui revient, et que valent les commandes ensuite ?',
    margin: 'Que reste-t-il après le coût des marchandises ?',
    conversion: 'Combien de visites finissent par une commande ?',
    funnel: 'Où finissent les visites, entre regarder et acheter ?',
    channels: 'Qu’est-ce qui amène visites et commandes ?',
    cohorts: 'Les clients reviennent-ils ?',
    new_and_returning: 'Vivons-nous de nouveaux clients ou d’anciens ?',
  },
  ...NAMES,
  definitions: DEFINITIONS,
  events: behaviour.events,
  behaviour: behaviour.behaviour,
  explore: explore.explore,
  live,
  notes,
};
