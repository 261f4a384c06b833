import { type Random, randomFor } from '../../random.ts';
import type { TradeDay } from '../trade.ts';
import type { Truths } from '../truths.ts';
import type { Delivered } from './storeroom.ts';

/** A line of an order as it came: {@link Delivered} with what was ordered of it, and what of that is broken. */
export type DeliveredLine = Delivered & { readonly asked: number; readonly flawed: number };

/**
 * Keeps what suppliers brought. What was short or broken had been ordered on top of what came good, by the pack, so that the shelves
 * are what they are without it.
 */
export function deliveryBook(seed: number, { supply }: Pick<Truths, 'supply'>) {
  const lines: DeliveredLine[] = [];
  return {
    add: ({ stock }: Pick<TradeDay, 'stock'>): void => {
      const deliveries = Map.groupBy(stock.delivered, ({ terms, ordered }) => `${terms.maker}:${ordered}`);
      for (const [delivery, brought] of deliveries) {
        const random = randomFor(seed, `trade:brought:${delivery}`);
        for (const line of brought) lines.push({ ...line, ...faultOf(line, random) });
      }
    },
    close: (): readonly DeliveredLine[] => lines,
  };

  function faultOf({ terms, quantity }: Delivered, random: Random) {
    const [isShort, isBroken] = [shareOf(terms.maker, 'short'), shareOf(terms.maker, 'broken')].map((share) =>
      random.chance(share),
    );
    const pack = terms.packSize;
    return {
      asked: quantity + (isShort ? pack : 0) + (isBroken ? pack : 0),
      flawed: isBroken ? pack : 0,
    };
  }

  /** A supplier's own. */
  function shareOf(maker: string, fault: 'short' | 'broken'): number {
    const [least, most] = supply[fault];
    return randomFor(seed, `trade:${fault}:${maker}`).between(least, most);
  }
}
