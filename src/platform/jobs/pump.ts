import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Db } from '../database/index.ts';
import type { Reaction } from '../outbox/index.ts';
import { BATCH, distribute } from './distribute.ts';

export type PumpOptions = {
  readonly db: Db;
  readonly reactions: readonly Reaction[];
  readonly log: Logger;
};

export type Pump = {
  /** Something was told: distribute now instead of at the next poll. */
  readonly wake: () => void;
  readonly stop: () => Promise<void>;
};

/** How long an event that was told quietly may wait. */
const POLL_MS = 200;
/** Events that follow each other closely are one batch. */
const GATHER_MS = 10;

/**
 * Distributes what is told until `stop`: at once when woken, else every 200 ms. A database that is away is asked again
 * at the next poll; nothing is lost meanwhile, because events wait in a table.
 */
export function startPump({ db, reactions, log }: PumpOptions): Pump {
  let isStopping = false;
  let nap = new AbortController();
  const pass = () =>
    distribute(db, reactions).catch((error) => {
      log.warn({ err: error }, 'could not distribute events; trying again');
      return 0;
    });
  const life = (async () => {
    while (!isStopping) {
      nap = new AbortController();
      const events = await pass();
      if (events === BATCH || isStopping) continue;
      if (events > 0) await pause(GATHER_MS);
      await pause(POLL_MS, undefined, { signal: nap.signal }).catch(() => undefined);
    }
  })();
  return {
    wake: () => nap.abort(),
    stop: async () => {
      isStopping = true;
      nap.abort();
      await life;
    },
  };
}
