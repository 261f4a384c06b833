import type { Told } from '../../../../platform/cockpit/api/index.ts';
import { type ApiMoney, writtenIn } from '../../../../platform/cockpit/text/index.ts';

export type Backtest = Told<'readBacktest'>;

/** Without cents: what might have been is not known to the cent. */
export function wholeMoney({ amount, currency }: ApiMoney): string {
  return new Intl.NumberFormat(writtenIn().region, {
    ...({ style: 'currency', currency } as const),
    maximumFractionDigits: 0,
  }).format(amount as Intl.StringNumericLiteral);
}
