import { named, ratio, summed } from './ratio.ts';

const COHORT = 'By the month of the first order; months later are calendar months of the shop’s zone.';

export const CUSTOMERS = summed('count', {
  id: 'customers',
  about: 'Customers whose first order is in the cohort: accounts, and guests by their e-mail address.',
  timeRule: COHORT,
});

export const CUSTOMERS_ACTIVE = summed('count', {
  id: 'customers_active',
  about: 'Those of them who bought so many months later; of the total, who bought again at any time.',
  timeRule: COHORT,
});

export const RETENTION_RATE = ratio(
  'share',
  {
    id: 'retention_rate',
    about: 'Customers who bought in that month ÷ customers of the cohort.',
    timeRule: COHORT,
  },
  named('customers_active'),
  named('customers'),
);

export const COHORT_ORDERS = summed('count', {
  id: 'orders',
  about: 'Orders of the cohort’s customers so many months later.',
  timeRule: COHORT,
});
