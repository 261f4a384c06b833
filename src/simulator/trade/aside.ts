import { randomFor } from '../random.ts';
import type { TradeDay } from './trade.ts';

export type AsideReason = keyof TradeDay['aside'];

/** An event that was put aside: a page that a robot, a program or somebody of the staff opened. */
export type AsideVisit = { readonly reason: AsideReason; readonly at: number; readonly path: string };

const PATHS = ['/', '/', '/collections', '/search', '/pages/delivery', '/products', '/cart'];

/** Each of a day's events that were put aside, spread over the day: nobody who is no shopper sleeps. */
export function asideVisits({ date, aside }: Pick<TradeDay, 'date' | 'aside'>, seed: number): AsideVisit[] {
  const random = randomFor(seed, `trade:aside:${date.index}`);
  return (['user_agent', 'headless', 'staff'] as const).flatMap((reason) =>
    Array.from({ length: aside[reason] }, () => ({
      ...{ reason, at: Math.floor(date.beganAt + random.next() * date.lastsMs), path: random.pick(PATHS) },
    })),
  );
}
