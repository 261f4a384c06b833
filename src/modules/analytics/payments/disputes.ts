import { defineReport } from '../reports/report.ts';
import { amount, counted, rate, sumOf } from './measures.ts';
import { MOVED, movedMoney } from './moved.ts';

const POSTED = 'By the day on which it was posted, in the shop’s zone.';
const WHERE = "kind in ('dispute_opened', 'dispute_won', 'dispute_lost')";

export const disputes = defineReport({
  id: 'disputes',
  titleKey: 'reports.disputes',
  about:
    'Payments that shoppers had their bank take back: how many, of how many that were taken in the same days, and how they ' +
    'were decided. A dispute of these days may be of an order from before.',
  hasCurrency: true,
  dimensions: [{ id: 'provider', about: 'Through whom it was paid.' }],
  measures: [
    counted('captures', 'How often money was taken.', POSTED),
    counted('disputes', 'Disputes that were opened.', POSTED),
    ...rate(
      'dispute_rate',
      { about: 'Disputes opened ÷ how often money was taken.', timeRule: POSTED },
      sumOf('disputes'),
      sumOf('captures'),
    ),
    amount('disputed', 'What was taken back by those that were opened.', POSTED),
    counted('disputes_won', 'Disputes decided for the shop.', POSTED),
    counted('disputes_lost', 'Disputes decided against it.', POSTED),
    ...rate(
      'win_rate',
      { about: 'Won ÷ (won + lost).', timeRule: POSTED },
      sumOf('disputes_won'),
      sumOf('disputes_won', 'disputes_lost'),
    ),
    amount('dispute_losses', 'What was lost for good.', POSTED),
  ],
  sortBy: 'disputes',
  statement: ({ by, during, within, ofMarket }) => `
    select ${by({ provider: 'provider' })}currency, count(*) filter (kind = 'capture') as captures,
      count(*) filter (kind = 'dispute_opened') as disputes,
      sum(disputed_minor) filter (kind = 'dispute_opened') as disputed,
      count(*) filter (kind = 'dispute_won') as disputes_won,
      count(*) filter (kind = 'dispute_lost') as disputes_lost,
      sum(disputed_minor) filter (kind = 'dispute_lost') as dispute_losses
    from ${movedMoney({ hasMarket: ofMarket('moved') !== '' })} moved where ${during('day')}${within('moved')} and kind <> 'fee' group by all`,
  orders: { from: MOVED, day: 'day', where: WHERE, columns: { provider: 'provider' } },
});
