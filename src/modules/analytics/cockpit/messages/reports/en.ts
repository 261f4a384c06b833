import type { Definitions } from '../../../language/definitions/definitions.ts';
import { NAMES } from '../../../language/names/en.ts';
import { notes } from '../annotations/en.ts';
import { behaviour } from '../behaviour/en.ts';
import { customers } from '../customers/en.ts';
import { explore } from '../explore/en.ts';
import { live } from '../live/en.ts';
import { payments } from '../payments/en.ts';
import { products } from '../products/en.ts';
import { trade } from '../trade/en.ts';

const NONE: Definitions = {};

/** What the API names by ids: reports, their numbers, what they tell apart. */
export const reports = {
  groups: {
    sales: 'Sales',
    money: 'Money',
    visits: 'Visits',
    customers: 'Customers',
    more: 'More',
  },
  answers: {
    ...behaviour.answers,
    ...trade.answers,
    ...payments.answers,
    ...customers.answers,
    ...products.answers,
    sales_over_time: 'How much do we sell, from gross to total?',
    sales_by_product: 'Which products sell?',
    sales_by_variant: 'Which sizes and colours sell?',
    sales_by_market: 'Where do we sell?',
    sales_by_country: 'Which countries do orders go to?',
    sales_by_discount: 'How much do we sell at which discount?',
    refunds: 'What comes back, and what are orders worth after it?',
    margin: 'What is left after what goods cost?',
    conversion: 'How many visits end with an order?',
    funnel: 'Where do visits end between looking and buying?',
    channels: 'What brings visits and orders?',
    cohorts: 'Do customers come back?',
    new_and_returning: 'Do we live on new customers or on old ones?',
  },
  ...NAMES,
  /** The API tells them in English. */
  definitions: NONE,
  events: behaviour.events,
  behaviour: behaviour.behaviour,
  explore: explore.explore,
  live,
  notes,
};
