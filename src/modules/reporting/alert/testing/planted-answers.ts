import { currencyOf, ok, refuse } from '../../../../kernel/index.ts';
import { withKeys } from '../../../../platform/secrets/index.ts';
import { analyticsClient } from '../../../analytics/index.ts';
import { NEW_SHOP } from '../../../markets/index.ts';
import { type Answers, answersOf } from '../../index.ts';

export const zone = 'Europe/Berlin';
export const EUR = currencyOf('EUR');
export const SHOP = {
  ...NEW_SHOP,
  name: 'Mill',
  legalName: 'Mill GmbH',
  postalAddress: 'Weg 1',
  baseUrl: 'https://mill.example',
  timeZone: zone,
  defaultCurrency: EUR,
  country: 'DE',
  email: 'shop@mill.example',
};

/** Answers of a warehouse that has what `days` has, by day or hour: orders, or net sales in cents. */
export function plantedAnswers(knownTo: Temporal.Instant) {
  const days = new Map<string, number>();
  const known = answersOf(analyticsClient({ folder: '/nowhere', secrets: withKeys([Buffer.alloc(32, 7)]) }));
  const state = { isAway: false, knownTo };
  const answers: Answers = {
    ...known,
    series: async (text, { span, currency }) => {
      if (state.isAway) return refuse('analytics_away', 'the process of reports does not answer');
      const isMoney = text.includes('net_sales');
      const measure = {
        id: isMoney ? 'net_sales' : 'orders',
        kind: isMoney ? 'money' : 'count',
        about: '',
        timeRule: '',
      } as const;
      const rows = [...days]
        .filter(
          ([time]) => time.slice(0, 10) >= span.from.toString() && time.slice(0, 10) <= span.to.toString(),
        )
        .map(([time, value]) => ({
          of: { time },
          values: { [measure.id]: BigInt(value) },
          ...(isMoney ? { currency } : {}),
        }));
      return ok({
        ...{
          report: { id: 'explore', titleKey: '', about: '' },
          span,
          zone,
          asOf: state.knownTo,
          isCut: false,
        },
        ...{ dimensions: [{ id: 'time', about: '' }], measures: [measure], rows, totals: rows.slice(0, 1) },
      });
    },
  };
  return Object.assign(state, { answers, days });
}
