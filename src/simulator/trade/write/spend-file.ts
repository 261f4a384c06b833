import type { SpendMapping } from '../../../modules/history/index.ts';
import type { TradeDay } from '../trade.ts';

export const SPEND_HEADER = 'Day,Source,Medium,Campaign,Clicks,Impressions,Cost\n';

/** The file's columns as imports of what advertising cost ask for them. */
export const SPEND_MAPPING: SpendMapping = {
  ...{ date: 'Day', source: 'Source', medium: 'Medium', campaign: 'Campaign' },
  ...{ clicks: 'Clicks', impressions: 'Impressions', amount: 'Cost' },
};

/** Rows of what advertising cost on a day, in euros. */
export function spendText({ date, spend }: Pick<TradeDay, 'date' | 'spend'>): string {
  return spend
    .map(({ source, medium, campaign, clicks, impressions, amountMinor }) => {
      const cost = (amountMinor / 100).toFixed(2);
      return `${date.day},${source},${medium},${campaign},${clicks},${impressions},${cost}\n`;
    })
    .join('');
}
