import { once } from 'node:events';
import { Readable } from 'node:stream';
import type pg from 'pg';

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
  let isOver = false;
  const stream = new Readable({
    read: () => connection?.stream.resume(),
    // Whoever stops reading in between: the server goes on sending, and the connection is of no use any more.
    destroy: (error, done) => {
      if (!isOver) connection?.stream.destroy();
      done(error);
    },
  });
  client.query({
    submit: (given: pg.Connection) => {
      connection = given;
      given.query(statement);
    },
    handleCopyData: ({ chunk }: { chunk: Buffer }) => {
      // Copied: it lies in the buffer that what comes next is read into.
      if (!stream.push(Buffer.from(chunk))) connection?.stream.pause();
    },
    ...quiet,
    // The last that is heard of a query that failed.
    handleError: (error: Error) => {
      isOver = true;
      connection?.stream.resume();
      stream.destroy(error);
    },
    handleReadyForQuery: () => {
      isOver = true;
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
  const failing = new AbortController();
  client.query({
    submit: (connection: pg.Connection) => connection.query(statement),
    handleCopyInResponse: (connection: Copying) => ready.resolve(connection),
    ...quiet,
    // The last that is heard of a query that failed; what is still sent for it the server throws away.
    handleError: (error: Error) => {
      failing.abort(error);
      ready.reject(error);
      ended.reject(error);
      data.destroy();
    },
    handleReadyForQuery: () => ended.resolve(),
  });
  const [fed, outcome] = await Promise.allSettled([feed(ready.promise, data, failing.signal), ended.promise]);
  if (fed.status === 'rejected') throw fed.reason;
  if (outcome.status === 'rejected') throw outcome.reason;
}

async function feed(ready: Promise<Copying>, data: Readable, signal: AbortSignal): Promise<void> {
  const connection = await ready;
  try {
    for await (const chunk of data) {
      signal.throwIfAborted();
      connection.sendCopyFromChunk(chunk);
      if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain', { signal });
    }
    connection.endCopyFrom();
  } catch (error) {
    // What the server refused is its own to say.
    signal.throwIfAborted();
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
