import { summed } from '../../reports/measures/ratio.ts';

export const PAYMENT_FEES = summed('money', {
  id: 'payment_fees',
  about: 'What payment providers kept, of every currency its own.',
  timeRule: 'By the day on which it was posted, in the shop’s zone.',
});

export const AD_SPEND = summed('money', {
  id: 'ad_spend',
  about: 'What advertising cost, as it was imported.',
  timeRule: 'By the day of the platform that it is of.',
});
