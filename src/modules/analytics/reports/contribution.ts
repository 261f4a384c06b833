import { askReport } from '../explore/ask-report.ts';
import * as contribution from './measures/contribution.ts';
import * as marketing from './measures/marketing.ts';
import * as sales from './measures/sales.ts';

export const contributionReport = askReport({
  id: 'contribution',
  titleKey: 'reports.contribution',
  about:
    'What is left of sales, step by step: after what goods cost (CM1), after payment fees (CM2), after advertising (CM3). By ' +
    'the hour, fees and ad spend stand at the beginning of their day.',
  isOverTime: true,
  hasCosts: true,
  measures: [
    ...[sales.NET_SALES, sales.COST, sales.CONTRIBUTION_MARGIN_1, contribution.PAYMENT_FEES],
    ...[contribution.CONTRIBUTION_MARGIN_2, marketing.AD_SPEND, contribution.CONTRIBUTION_MARGIN_3],
    ...[contribution.COST_KNOWN_SHARE, contribution.MER, contribution.BREAK_EVEN_ROAS, sales.TOTAL_SALES],
  ],
});
