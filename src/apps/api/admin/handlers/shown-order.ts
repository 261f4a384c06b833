import { money, toDecimal } from '../../../../kernel/index.ts';
import type { ShownOrder } from '../../../../modules/analytics/index.ts';

export function shownOrderAnswer({ orderId, number, origin, day, currency, netMinor }: ShownOrder) {
  return {
    ...(origin === '' ? { id: orderId } : {}),
    ...{ number, origin, day: day.toString(), netSales: toDecimal(money(netMinor, currency)), currency },
  };
}
