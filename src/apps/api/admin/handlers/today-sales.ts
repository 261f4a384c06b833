import { type CurrencyCode, money, toDecimal } from '../../../../kernel/index.ts';
import { readSales } from '../../../../modules/orders/index.ts';
import type { Answer } from '../../../../platform/api/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import { amountsIn } from '../../store/answers/cart.ts';
import type { todayEndpoints } from '../contract/today.ts';

type SoldToday = NonNullable<Answer<typeof todayEndpoints.readToday>['sales']>;
type Hours = Awaited<ReturnType<typeof readSales>>;

/**
 * What was sold since the shop's day began, and on the same weekday a week ago until the same time of the day. A day of 23 or
 * 25 hours is compared by the clock on the wall.
 */
export async function readSalesToday(
  db: Db,
  { now, timeZone }: { readonly now: Temporal.Instant; readonly timeZone: string },
): Promise<SoldToday> {
  const here = now.toZonedDateTimeISO(timeZone);
  const then = here.subtract({ weeks: 1 });
  const spanOf = (at: Temporal.ZonedDateTime) => ({
    from: at.startOfDay().toInstant(),
    until: at.toInstant(),
  });
  const [today, before] = await Promise.all([readSales(db, spanOf(here)), readSales(db, spanOf(then))]);
  const counted = Map.groupBy([...today, ...before], ({ currency }) => currency);
  const orders = (hours: Hours) => hours.reduce((sum, hour) => sum + hour.orders, 0);
  return [...counted]
    .toSorted(([, a], [, b]) => orders(b) - orders(a))
    .map(([currency]) => compared(currency, ofCurrency(today, currency), ofCurrency(before, currency)));
}

function compared(currency: CurrencyCode, today: Hours, before: Hours): SoldToday[number] {
  const last = Math.max(...[...today, ...before].map(({ hour }) => hour));
  const decimal = (hours: Hours, hour: number) => {
    const found = hours.find((one) => one.hour === hour);
    return toDecimal(money(found?.totalMinor ?? 0n, currency));
  };
  return {
    now: soldIn(currency, today),
    before: soldIn(currency, before),
    hours: Array.from({ length: last + 1 }, (_, hour) => {
      return { hour, now: decimal(today, hour), before: decimal(before, hour) };
    }),
  };
}

function soldIn(currency: CurrencyCode, hours: Hours) {
  return {
    orders: hours.reduce((sum, { orders }) => sum + orders, 0),
    total: amountsIn(currency)(hours.reduce((sum, { totalMinor }) => sum + totalMinor, 0n)),
  };
}

function ofCurrency(hours: Hours, currency: CurrencyCode): Hours {
  return hours.filter((one) => one.currency === currency);
}
