import { type Random, randomFor } from '../../random.ts';
import type { TradeDay } from '../trade.ts';
import type { Truths } from '../truths.ts';
import type { Delivered } from './storeroom.ts';

/** A line of an order as it came: {@link Delivered} with what was ordered of it, what of that is broken, and what it cost. */
export type DeliveredLine = Delivered & {
  readonly asked: number;
  readonly flawed: number;
  /** Minor units of the supplier's currency. */
  readonly listMinor: bigint;
  readonly paidMinor: bigint;
};

const FAULTS = ['short', 'broken', 'dearer'] as const;

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
    const [isShort, isBroken, isDearer] = FAULTS.map((fault) => random.chance(shareOf(terms.maker, fault)));
    const pack = terms.packSize;
    const price = terms.breaks.findLast(({ from }) => from <= quantity) ?? terms.breaks[0];
    const listMinor = (price?.priceMinor ?? 0n) * BigInt(quantity);
    return {
      asked: quantity + (isShort ? pack : 0) + (isBroken ? pack : 0),
      flawed: isBroken ? pack : 0,
      listMinor,
      paidMinor: isDearer ? BigInt(Math.round(Number(listMinor) * (1 + supply.dearerBy))) : listMinor,
    };
  }

  /** A supplier's own. */
  function shareOf(maker: string, fault: (typeof FAULTS)[number]): number {
    const [least, most] = supply[fault];
    return randomFor(seed, `trade:${fault}:${maker}`).between(least, most);
  }
}
