import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import type { WaitingEvent } from '../../collector/index.ts';
import { lastNumberBefore, listEventParts, readWaiting } from '../../collector/index.ts';
import { listOrders } from '../../orders/index.ts';
import type { EventPart, FactSources } from '../facts/sources.ts';

/** An order of just now. */
export type LiveOrder = {
  readonly id: string;
  readonly number: string;
  readonly placedAt: Temporal.Instant;
  readonly country: string;
  readonly currency: CurrencyCode;
  readonly totalMinor: bigint;
};

/** Where the live view looks: past the warehouse, which may be behind. */
export type LiveSources = Pick<FactSources, 'channelOf'> & {
  readonly waiting: () => Promise<readonly WaitingEvent[]>;
  /** Up to which part everything was logged before this moment. */
  readonly lastBefore: (at: Temporal.Instant) => Promise<bigint>;
  readonly parts: (after: bigint) => Promise<readonly (EventPart & { readonly day: Temporal.PlainDate })[]>;
  readonly open: FactSources['eventParts']['open'];
  /** The latest, the latest first. */
  readonly orders: () => Promise<readonly LiveOrder[]>;
};

// More than wait in a minute, unless nobody logs them.
const MOST_WAITING = 50_000;
const MOST_ORDERS = 100;

export function liveSources(db: Db, { eventParts, channelOf }: FactSources): LiveSources {
  return {
    ...{ channelOf, open: eventParts.open },
    waiting: () => readWaiting(db, MOST_WAITING),
    lastBefore: (at) => lastNumberBefore(db, at),
    parts: (after) => listEventParts(db, { after }),
    orders: async () => {
      const { orders } = await listOrders(db, { limit: MOST_ORDERS });
      return orders.filter(({ state }) => state !== 'cancelled');
    },
  };
}
