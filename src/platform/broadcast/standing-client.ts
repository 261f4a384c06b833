import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Connection } from '../database/index.ts';

export type StandingOptions = {
  /** Called with every new connection before it counts as standing: LISTEN, locks. */
  readonly prepare: (client: pg.Client) => Promise<void>;
  /** Called after each re-connection: what happened in between was missed. */
  readonly onReturn?: () => void;
  readonly onLoss?: (error: unknown) => void;
  readonly keepAliveMs?: number;
};

export type StandingClient = { readonly close: () => Promise<void> };

const KEEP_ALIVE_MS = 15_000;
const ANSWER_WITHIN_MS = 5_000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Keeps one connection of its own standing until `close`, with `prepare` done on it. A connection that is
 * cut, or that does not answer within 5 s, is replaced, with growing pauses. Rejects when the first
 * connection cannot be made.
 */
export async function standClient(connection: Connection, options: StandingOptions): Promise<StandingClient> {
  const closing = new AbortController();
  let current = await open(connection, options);
  const life = (async () => {
    while (!closing.signal.aborted) {
      const loss = await lost(current, options.keepAliveMs ?? KEEP_ALIVE_MS, closing.signal);
      await end(current);
      if (closing.signal.aborted) return;
      options.onLoss?.(loss);
      const next = await openAgain(connection, options, closing.signal);
      if (!next) return;
      current = next;
      options.onReturn?.();
    }
  })();
  return {
    close: async () => {
      closing.abort();
      await life;
    },
  };
}

async function open(connection: Connection, { prepare }: StandingOptions): Promise<pg.Client> {
  const client = new pg.Client({ ...connection.pool.options, keepAlive: true });
  // Errors after this are seen by `lost`; one that comes earlier also rejects the query that is waiting.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await prepare(client);
  } catch (error) {
    await end(client);
    throw error;
  }
  return client;
}

async function openAgain(
  connection: Connection,
  options: StandingOptions,
  closing: AbortSignal,
): Promise<pg.Client | undefined> {
  for (let pauseMs = FIRST_PAUSE_MS; !closing.aborted; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    try {
      return await open(connection, options);
    } catch (error) {
      options.onLoss?.(error);
      await pause(pauseMs, undefined, { signal: closing, ref: false }).catch(() => undefined);
    }
  }
  return undefined;
}

/** Waits until the connection is cut, falls silent, or `closing`; answers why. */
function lost(client: pg.Client, keepAliveMs: number, closing: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      const silence = setTimeout(() => done(new Error('the database does not answer')), ANSWER_WITHIN_MS);
      client.query('select 1').then(
        () => clearTimeout(silence),
        (error) => {
          clearTimeout(silence);
          done(error);
        },
      );
    }, keepAliveMs);
    const done = (why: unknown) => {
      clearInterval(timer);
      closing.removeEventListener('abort', close);
      resolve(why);
    };
    const close = () => done(undefined);
    client.once('error', done);
    client.once('end', () => done(new Error('the database closed the connection')));
    if (closing.aborted) done(undefined);
    else closing.addEventListener('abort', close);
  });
}

async function end(client: pg.Client): Promise<void> {
  // A cut connection cannot say goodbye, and a silent one must not be waited for.
  await Promise.race([client.end().catch(() => undefined), pause(1000, undefined, { ref: false })]);
}
