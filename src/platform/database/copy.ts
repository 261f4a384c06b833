import { once } from 'node:events';
import { Readable } from 'node:stream';
import pg from 'pg';

// What `pg` lets a query of one's own hear and say (its Submittable). Only text goes through: whole lines in COPY's format.
type Copying = pg.Connection & {
  sendCopyFromChunk: (chunk: Buffer) => void;
  endCopyFrom: () => void;
  sendCopyFail: (reason: string) => void;
};

/**
 * What a `copy … to stdout` gives, as it comes; the server waits while nobody reads.
 *
 * @example
 * for await (const chunk of copyOut(client, 'copy platform.outbox to stdout')) …
 */
export function copyOut(client: pg.Client, statement: string): Readable {
  let connection: pg.Connection | undefined;
  const stream = new Readable({
    read: () => connection?.stream.resume(),
    // The server goes on sending otherwise, and the connection is of no use afterwards.
    destroy: (error, done) => {
      if (error) connection?.stream.destroy();
      done(error);
    },
  });
  client.query({
    submit: (given: pg.Connection) => {
      connection = given;
      given.query(statement);
    },
    handleCopyData: ({ chunk }: { chunk: Buffer }) => {
      if (!stream.push(chunk)) connection?.stream.pause();
    },
    ...quiet,
    handleError: (error: Error) => stream.destroy(error),
    handleReadyForQuery: () => {
      // Nobody reads on behind the end: what waited must not keep the next statement's answer waiting.
      connection?.stream.resume();
      stream.push(null);
    },
  });
  return stream;
}

/**
 * Feeds `data` to a `copy … from stdin`; resolves when the server has taken it all.
 *
 * @throws pg.DatabaseError when it refuses a row
 */
export async function copyIn(client: pg.Client, statement: string, data: Readable): Promise<void> {
  const ended = Promise.withResolvers<void>();
  const ready = Promise.withResolvers<Copying>();
  let failure: Error | undefined;
  client.query({
    submit: (connection: pg.Connection) => connection.query(statement),
    handleCopyInResponse: (connection: Copying) => ready.resolve(connection),
    ...quiet,
    handleError: (error: Error) => {
      failure = error;
      ready.reject(error);
      data.destroy();
      // A connection that was lost is never ready again.
      if (!(error instanceof pg.DatabaseError)) ended.reject(error);
    },
    handleReadyForQuery: () => (failure ? ended.reject(failure) : ended.resolve()),
  });
  const fed = feed(ready.promise, data, () => failure !== undefined);
  const [outcome] = await Promise.allSettled([ended.promise, fed]);
  if (outcome.status === 'rejected') throw outcome.reason;
  await fed;
}

async function feed(ready: Promise<Copying>, data: Readable, hasFailed: () => boolean): Promise<void> {
  const connection = await ready;
  try {
    for await (const chunk of data) {
      if (hasFailed()) return;
      connection.sendCopyFromChunk(chunk);
      if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain');
    }
    if (!hasFailed()) connection.endCopyFrom();
  } catch (error) {
    if (hasFailed()) return;
    connection.sendCopyFail(error instanceof Error ? error.message : String(error));
    throw error;
  }
}

const nothing = () => undefined;
const quiet = {
  handleRowDescription: nothing,
  handleDataRow: nothing,
  handleCommandComplete: nothing,
  handlePortalSuspended: nothing,
  handleEmptyQuery: nothing,
};
