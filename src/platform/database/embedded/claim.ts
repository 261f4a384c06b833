import { Socket } from 'node:net';
import pg from 'pg';
import { clientConfig } from '../connect.ts';

// Any constant does; every process that uses one embedded server must choose the same one.
const IN_USE = 7_312_005;

/** A process's word that it uses the server. It ends with the process, however that ends. */
export type Claim = {
  /** Gives the claim up. `true` when nobody else has one: then no newcomer gets one until `end`. */
  readonly isLast: () => Promise<boolean>;
  readonly end: () => Promise<void>;
};

/** Claims the server at this socket, or `undefined` when it does not answer or is just being stopped. */
export async function claim(socketFolder: string): Promise<Claim | undefined> {
  const socket = new Socket();
  const client = new pg.Client({
    stream: () => socket,
    ...clientConfig({ socketFolder, database: 'postgres' }),
    connectionTimeoutMillis: 5_000,
    application_name: 'institor claim',
  });
  // A connection that the server ends is noticed at the next query; it must not end this process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select pg_advisory_lock_shared($1)', [IN_USE]);
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
  // Having a claim is no work: it does not keep the process from ending.
  socket.unref();
  return {
    isLast: async () => {
      socket.ref();
      await client.query('select pg_advisory_unlock_shared($1)', [IN_USE]);
      const result = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [
        IN_USE,
      ]);
      return result.rows[0]?.free ?? false;
    },
    end: async () => {
      socket.ref();
      await client.end();
    },
  };
}

// No socket, nobody behind it, starting up, shutting down, or ended while we waited for the lock.
const ABSENT = new Set(['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03']);

function isAbsent(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string') return ABSENT.has(error.code);
  return /Connection terminated/.test(error.message);
}
