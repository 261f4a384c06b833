import type { Measure, Sums, Value } from '../report.ts';
import { each, named, ratio, summed } from './ratio.ts';
import { netSales } from './sales.ts';

const ACCOUNT = 'By the day of the advertiser’s account.';
const SOLD = 'By the day on which the order was first sold, in the shop’s zone.';
const BOTH = `Ad spend: ${ACCOUNT.toLowerCase()} Sales: by the day on which they were posted, in the shop’s zone.`;

/**
 * Nothing where no ad spend was ever imported, or a market is asked for: accounts do not say which market they advertise
 * in. A statement says it by the sum `spend_known`.
 */
export function whereSpent(measure: Measure): Measure {
  const of = (sums: Sums): Value | undefined => {
    const known = sums['spend_known'];
    return known === undefined || known > 0n ? known && measure.of(sums) : null;
  };
  return { ...measure, of };
}

export const AD_SPEND = whereSpent(
  summed('money', {
    id: 'ad_spend',
    about: 'What advertising cost, as it was imported. Unknown while nothing was, and of a single market.',
    timeRule: ACCOUNT,
  }),
);

export const AD_CLICKS = whereSpent(
  summed('count', {
    id: 'ad_clicks',
    about: 'Clicks on advertisements, as it was imported.',
    timeRule: ACCOUNT,
  }),
);

export const AD_IMPRESSIONS = whereSpent(
  summed('count', {
    id: 'ad_impressions',
    about: 'How often advertisements were shown, as it was imported.',
    timeRule: ACCOUNT,
  }),
);

export const COST_PER_CLICK = whereSpent(
  each(
    { id: 'cost_per_click', about: 'Ad spend ÷ clicks.', timeRule: ACCOUNT },
    named('ad_spend'),
    named('ad_clicks'),
  ),
);

export const NEW_CUSTOMERS = summed('count', {
  id: 'new_customers',
  about: 'Customers whose first order ever it was.',
  timeRule: SOLD,
});

export const CAC = whereSpent(
  each(
    { id: 'cac', about: 'CAC: ad spend ÷ new customers.', timeRule: ACCOUNT },
    named('ad_spend'),
    named('new_customers'),
  ),
);

export const ROAS = whereSpent(
  ratio(
    'number',
    {
      id: 'roas',
      about: 'ROAS: net sales of orders whose session came from there ÷ ad spend.',
      timeRule: BOTH,
    },
    netSales,
    named('ad_spend'),
  ),
);
