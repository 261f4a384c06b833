import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { type Connection, ownerClient, type Tx } from '../../database/index.ts';
import type { Log } from '../../log/index.ts';
import { parsePosition, positionText, segmentAt } from '../log-position.ts';
import { readLog } from '../read-log.ts';
import { type Server, serverOf } from '../server.ts';
import { keepPart } from './kept-log.ts';
import { beginLine, leaveLine, noteFailure, noteKept, readLine } from './status.ts';

export type LogKeeping = {
  readonly connection: Pick<Connection, 'pool' | 'db'>;
  /** Where backups are kept. */
  readonly folder: string;
  readonly log: Log;
  /** 20 s unless given: what was committed longer ago is kept. */
  readonly everyMs?: number;
  /** A new line begins with this transaction, and is of no use before a backup of its own: have one made soon. */
  readonly onNewLine: (tx: Tx) => Promise<void>;
};

export type LogKeeper = { readonly stop: () => Promise<void> };

const SLOT = 'institor_log';
const EVERY_MS = 20_000;
/** Any constant does: of all processes that share a database one keeps its log. */
const LOCK = 7_312_007;

/**
 * Copies the log of the embedded database to where backups are, for as long as the process lives: whole segments once, and
 * the one that is being written as far as it is on the disk. A replication slot keeps the server from removing what is
 * not copied yet. A copy that fails is tried again at the next turn, and the status says so meanwhile.
 */
export function startLogKeeping(keeping: LogKeeping): LogKeeper {
  const stopping = new AbortController();
  const turns = takeTurns(keeping, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await turns;
    },
  };
}

async function takeTurns(keeping: LogKeeping, stop: AbortSignal): Promise<void> {
  const { connection, log, everyMs = EVERY_MS } = keeping;
  let client: pg.Client | undefined;
  while (!stop.aborted) {
    try {
      client ??= await lockedClient(connection);
      if (client) await keepOnce(keeping, client);
    } catch (error) {
      log.error({ err: error }, 'the log of the database could not be kept; trying again');
      const reason = error instanceof Error ? error.message : String(error);
      // Where the database itself is away, nobody can be told by it.
      await noteFailure(connection.db, Temporal.Now.instant(), reason).catch((failed) =>
        log.warn({ err: failed }, 'could not note that the log is not kept'),
      );
      await client?.end().catch(() => undefined);
      client = undefined;
    }
    await pause(everyMs, undefined, { signal: stop, ref: false }).catch(() => undefined);
  }
  await client?.end();
}

/** A client that alone keeps the log; `undefined` while another process does. */
async function lockedClient(connection: LogKeeping['connection']): Promise<pg.Client | undefined> {
  const client = ownerClient(connection);
  await client.connect();
  const { rows } = await client.query<{ is_mine: boolean }>('select pg_try_advisory_lock($1) as is_mine', [
    LOCK,
  ]);
  if (rows[0]?.is_mine) return client;
  await client.end();
  return undefined;
}

/** One turn: everything that was committed before it is kept after it. */
export async function keepOnce(
  { connection: { db }, folder, log, onNewLine }: Omit<LogKeeping, 'everyMs'>,
  client: pg.Client,
): Promise<void> {
  const server = await serverOf(client);
  const slot = await slotOf(client);
  const known = slot.isNew ? '' : await readLine(db);
  const line = known === '' ? randomUUID() : known;
  if (known === '') {
    await db.transaction().execute(async (tx) => {
      await beginLine(tx, line);
      await onNewLine(tx);
    });
    log.info({ line }, 'a new log of the database is kept from here on');
  }
  const now = Temporal.Now.instant();
  const { rows } = await client.query<{ lsn: string }>('select pg_current_wal_flush_lsn()::text as lsn');
  const lsn = rows[0]?.lsn ?? '';
  const until = parsePosition(lsn);
  for await (const part of readLog(server.cluster, { from: slot.from, until }, server)) {
    await keepPart(folder, line, part);
  }
  await letGo(client, until, server);
  await noteKept(db, now, lsn);
}

type Slot = { readonly from: bigint; readonly isNew: boolean };

/** From where the server has the log for us. One that it had to give up, because it filled the disk, begins anew. */
async function slotOf(client: pg.Client): Promise<Slot> {
  const { rows } = await client.query<{ lsn: string | null; status: string | null }>(
    'select restart_lsn::text as lsn, wal_status as status from pg_replication_slots where slot_name = $1',
    [SLOT],
  );
  const [found] = rows;
  if (found?.lsn && found.status !== 'lost') return { from: parsePosition(found.lsn), isNew: false };
  if (found) await client.query('select pg_drop_replication_slot($1)', [SLOT]);
  const made = await client.query<{ lsn: string }>(
    'select lsn::text as lsn from pg_create_physical_replication_slot($1, true)',
    [SLOT],
  );
  return { from: parsePosition(made.rows[0]?.lsn ?? ''), isNew: true };
}

/** Segments before the one that is being written are kept now: the server may remove them. */
async function letGo(client: pg.Client, until: bigint, server: Server): Promise<void> {
  const start = segmentAt(until, server) * server.segmentBytes;
  await client.query(
    `select pg_replication_slot_advance(slot_name, greatest($2::pg_lsn, restart_lsn))
    from pg_replication_slots where slot_name = $1`,
    [SLOT, positionText(start)],
  );
}

/** No log is kept any more: the server need keep nothing for it. Harmless where none was. */
export async function releaseLog(connection: LogKeeping['connection']): Promise<void> {
  const client = ownerClient(connection);
  await client.connect();
  try {
    await client.query(
      'select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = $1 and not active',
      [SLOT],
    );
    await leaveLine(connection.db);
  } finally {
    await client.end();
  }
}
