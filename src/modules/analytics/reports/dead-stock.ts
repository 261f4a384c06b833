import { date } from './asked.ts';
import { named, summed } from './measures/ratio.ts';
import { defineReport, type Measure } from './report.ts';
import { PRODUCT, PRODUCT_NAMES } from './sold.ts';

const UNSOLD: Measure = {
  ...{ id: 'days_unsold', kind: 'count', timeRule: 'To the end of the span, in the shop’s zone.' },
  about: 'Days since it was last sold; of all, of what was sold last. None where it never was.',
  of: (sums) => (named('days_unsold')(sums) === -1n ? null : sums['days_unsold']),
};

export const deadStock = defineReport({
  id: 'dead_stock',
  titleKey: 'reports.deadStock',
  about:
    'Products that can be sold and were not, in the whole span and in any market: the most pieces first.',
  hasCurrency: false,
  dimensions: [
    { id: 'product', about: 'Id of the product.' },
    { id: 'title', about: 'As the catalogue has it.' },
  ],
  measures: [
    summed('count', {
      id: 'available',
      about: 'Pieces that can be sold: on hand and promised to nobody.',
      timeRule: 'Of now.',
    }),
    UNSOLD,
  ],
  sortBy: 'available',
  statement: ({ by, span }) => `
    with named as (${PRODUCT_NAMES}), sold as (
      select ${PRODUCT} as product, max(day) as day from sale where kind = 'sale' and day <= ${date(span.to)} group by all
    ), held as (
      select product_id as product, sum(available) as available
      from stock join goods using (variant_id) group by all having sum(available) > 0
    )
    select ${by({ product: 'product', title: 'title' })}cast(sum(available) as bigint) as available,
      cast(ifnull(min(date_diff('day', day, ${date(span.to)})), -1) as bigint) as days_unsold
    from held join named using (product) left join sold using (product)
    where day is null or day < ${date(span.from)} group by all`,
  orders: { from: 'sale', day: 'day', where: "kind = 'sale'", columns: { product: PRODUCT } },
});
