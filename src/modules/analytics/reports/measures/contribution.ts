import type { Sums } from '../report.ts';
import { whereSpent } from './marketing.ts';
import { named, ratio, summed } from './ratio.ts';
import { margin, minus, netSales, totalSales } from './sales.ts';

const POSTED = 'By the day on which it was posted, in the shop’s zone.';
const COSTS =
  'Sales when they are sold, costs when goods leave: of a short span with much on the way it is too high.';

export const PAYMENT_FEES = summed('money', {
  id: 'payment_fees',
  about: 'What payment providers kept, as the ledger has it. Of orders of other shops none is known.',
  timeRule: POSTED,
});

export const CONTRIBUTION_MARGIN_2 = summed(
  'money',
  {
    id: 'contribution_margin_2',
    about:
      'CM2: net sales − cost of goods − payment fees. Delivery is left out on both sides: what was charged for it, and what ' +
      'carriers take, which the books do not have.',
    timeRule: COSTS,
  },
  afterFees,
);

export const CONTRIBUTION_MARGIN_3 = whereSpent(
  summed('money', { id: 'contribution_margin_3', about: 'CM3: CM2 − ad spend.', timeRule: COSTS }, (sums) =>
    minus(afterFees(sums), sums['ad_spend']),
  ),
);

export const COST_KNOWN_SHARE = ratio(
  'share',
  {
    id: 'cost_known_share',
    about: 'Gross sales of lines whose cost is known ÷ gross sales: how much of the margin can be believed.',
    timeRule: POSTED,
  },
  named('sold_with_cost'),
  named('gross_sales'),
);

export const MER = whereSpent(
  ratio(
    'number',
    { id: 'mer', about: 'MER: total sales ÷ ad spend, whatever brought them.', timeRule: POSTED },
    totalSales,
    named('ad_spend'),
  ),
);

export const BREAK_EVEN_ROAS = ratio(
  'number',
  {
    id: 'break_even_roas',
    about: 'Net sales ÷ CM2: what a unit of ad spend has to bring so that nothing is lost.',
    timeRule: COSTS,
  },
  netSales,
  afterFees,
);

function afterFees(sums: Sums): bigint | undefined {
  return minus(margin(sums), sums['payment_fees']);
}
