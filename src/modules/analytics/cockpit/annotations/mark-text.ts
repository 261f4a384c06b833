import { countOf, countryName } from '../../../../platform/cockpit/text/index.ts';
import { analyticsWords } from '../words.ts';
import type { Mark } from './mark.ts';

/** What happened, in words. */
export function markText({ of }: Mark): string {
  const t = analyticsWords().notes;
  if ('text' in of) return of.text;
  const { count = 0, name = '', up = 0, down = 0, countries = [] } = of;
  switch (of.kind) {
    case 'price':
      return `${t.prices(countOf(count), count)} (${t.upDown(countOf(up), countOf(down))})`;
    case 'planned_price':
      return t.planned(countOf(count), count);
    case 'promotion':
      return t.promotion(name);
    case 'stock_out':
      return t.stockOut(name);
    case 'outage':
      return t.outage(countOf(count));
    case 'holiday':
      return t.holiday(name, countries.map(countryName).join(', '));
  }
}
