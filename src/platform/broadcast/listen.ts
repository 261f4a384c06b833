import type { Logger } from 'pino';
import { z } from 'zod';
import type { Connection } from '../database/index.ts';
import type { Topic } from '../outbox/index.ts';
import { type StandingClient, standClient } from './standing-client.ts';

/**
 * What every process hears at the commit of a transaction that told it, or shortly after when it was told quietly.
 * What it is about is in the outbox.
 */
export type Heard = { readonly topic: Topic; readonly id: bigint };

export type Listener = {
  readonly onEvent: (heard: Heard) => void;
  /** The connection was lost and stands again: events may have been missed, so caches must start anew. */
  readonly onGap: () => void;
  readonly keepAliveMs?: number;
};

const ID = z.string().transform(BigInt);
/** One event at its commit, or several that were told quietly, from a worker. */
const MESSAGE = z.union([
  z.object({ topic: z.string(), id: ID }).transform(({ topic, id }) => ({ topic, ids: [id] })),
  z.object({ topic: z.string(), ids: z.array(ID) }),
]);

/**
 * Hears every event that is told, in every process, also of its own. Delivery is at most once and only while
 * connected: for caches and search indexes, which can start anew; what must not be missed is a reaction.
 *
 * Resolves when listening; rejects when the database cannot be reached at the first try.
 */
export async function listen(
  connection: Connection,
  listener: Listener,
  log?: Logger,
): Promise<StandingClient> {
  return standClient(connection, {
    prepare: async (client) => {
      client.on('notification', ({ payload }) => {
        const { topic, ids } = MESSAGE.parse(JSON.parse(payload ?? ''));
        for (const id of ids) listener.onEvent({ topic: topic as Topic, id });
      });
      await client.query('listen institor; listen institor_quiet');
    },
    onReturn: () => {
      log?.info('listening again; caches start anew');
      listener.onGap();
    },
    onLoss: (error) => log?.warn({ err: error }, 'lost the connection that listens; trying again'),
    ...(listener.keepAliveMs === undefined ? {} : { keepAliveMs: listener.keepAliveMs }),
  });
}
