import { money, ok } from '../../../../kernel/index.ts';
import { type Handlers, moneyOf } from '../../../../platform/api/index.ts';
import type { liveEndpoints } from '../contract/live.ts';
import type { AdminDeps } from '../deps.ts';

export function liveHandlers({ system: { analytics } }: AdminDeps): Handlers<typeof liveEndpoints> {
  return {
    readLive: async () => {
      const read = await analytics.readLive();
      if (!read.ok) return read;
      const { at, minutes, orders, ...live } = read.value;
      return ok({
        ...{ ...live, at: at.toString() },
        minutes: minutes.map(({ at: began, views }) => ({ at: began.toString(), views })),
        orders: orders.map(({ id, number, placedAt, country, currency, totalMinor }) => {
          return {
            id,
            number,
            placedAt: placedAt.toString(),
            country,
            total: moneyOf(money(totalMinor, currency)),
          };
        }),
      });
    },
  };
}
