import pg from 'pg';
import type { Connection } from './connect.ts';

/**
 * A single connection with all the rights of who connects, rather than those of the shop's role: for what looks after the
 * database itself. Connect it, and end it.
 */
export function ownerClient({ pool }: Pick<Connection, 'pool'>): pg.Client {
  const { options: _, ...config } = pool.options;
  const client = new pg.Client({ ...config, application_name: 'institor owner' });
  // A connection that the server ends is noticed at the next statement; it must not end this process.
  client.on('error', () => undefined);
  return client;
}
