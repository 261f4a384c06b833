import { defineReport } from '../reports/report.ts';
import { amount } from './measures.ts';

const POSTED = 'By the day on which it was posted, in the shop’s zone.';

const TAXED = `(
  select posting.* exclude (day), posting.day, ifnull(orders.market, '') as market,
    replace(account, 'tax:', '') as tax_place, strftime(posting.day, '%Y-%m') as month
  from posting left join orders on orders.order_id = posting.order_id where account like 'tax:%'
)`;
const COLUMNS = { month: 'month', tax_place: 'tax_place' };

export const tax = defineReport({
  id: 'tax',
  titleKey: 'reports.tax',
  about:
    'Tax that the shop owes, by whose it is and by month: the postings of the ledger’s tax accounts, to the smallest unit.',
  hasCurrency: true,
  dimensions: [
    { id: 'month', about: 'The month in which it was posted.' },
    { id: 'tax_place', about: 'The country, or its region: DE, US-CA.' },
  ],
  measures: [
    amount('tax_charged', 'Tax on what was sold.', POSTED),
    amount('tax_credited', 'Tax on what was credited, whenever it was sold.', POSTED),
    amount('tax', 'Tax charged less tax credited: what is owed.', POSTED),
  ],
  statement: ({ by, during, within }) => `
    select ${by(COLUMNS)}currency, -sum(amount_minor) filter (amount_minor < 0) as tax_charged,
      sum(amount_minor) filter (amount_minor > 0) as tax_credited, -sum(amount_minor) as tax
    from ${TAXED} taxed where ${during('day')}${within('taxed')} group by all`,
  orders: { from: TAXED, day: 'day', where: 'order_id is not null', columns: COLUMNS },
});
