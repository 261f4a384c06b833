import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import { DEFINITIONS } from '../../../language/definitions/de.ts';
import { NAMES } from '../../../language/names/de.ts';
import { notes } from '../annotations/de.ts';
import { behaviour } from '../behaviour/de.ts';
import { customers } from '../customers/de.ts';
import { explore } from '../explore/de.ts';
import { live } from '../live/de.ts';
import { payments } from '../payments/de.ts';
import { products } from '../products/de.ts';
import { trade } from '../trade/de.ts';
import type { reports as en } from './en.ts';

export const reports: Translated<typeof en> = {
  groups: {
    sales: 'Verkauf',
    money: 'Geld',
    visits: 'Besuche',
    customers: 'Kunden',
    more: 'Weitere',
  },
  answers: {
    ...behaviour.answers,
    ...trade.answers,
    ...payments.answers,
    ...customers.answers,
    ...products.answers,
    sales_over_time: 'Wie viel verkaufen wir, von brutto bis gesamt?',
    sales_by_product: 'Welche Produkte verkaufen sich?',
    sales_by_variant: 'Welche Größen und Farben verkaufen sich?',
    sales_by_market: 'Wo verkaufen wir?',
    sales_by_country: 'In welche Länder gehen Bestellungen?',
    sales_by_discount: 'Wie viel verkaufen wir mit welchem Rabatt?',
    refunds: 'Was kommt zurück, und was sind Bestellungen danach wert?',
    margin: 'Was bleibt nach dem Einkauf der Ware?',
    conversion: 'Wie viele Besuche enden mit einer Bestellung?',
    funnel: 'Wo enden Besuche zwischen Ansehen und Kaufen?',
    channels: 'Was bringt Besuche und Bestellungen?',
    cohorts: 'Kommen Kunden wieder?',
    new_and_returning: 'Leben wir von neuen Kunden oder von alten?',
  },
  ...NAMES,
  definitions: DEFINITIONS,
  events: behaviour.events,
  behaviour: behaviour.behaviour,
  explore: explore.explore,
  live,
  notes,
};
