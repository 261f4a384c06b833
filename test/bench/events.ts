import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { pino } from 'pino';
import {
  type Connection,
  connect,
  prepareDatabase,
  startEmbedded,
  type Tx,
} from '../../src/platform/database/index.ts';
import { folderStore } from '../../src/platform/files/index.ts';
import { startWorker } from '../../src/platform/jobs/index.ts';
import { mergeLists, type Reaction, type Told, tell } from '../../src/platform/outbox/index.ts';
import { removeDataFolder } from '../scratch-database.ts';

declare module '../../src/platform/outbox/events.ts' {
  interface Events {
    'bench.happened': { readonly ids: readonly string[] };
  }
}

type Run = (tx: Tx, event: Told<'bench.happened'>) => Promise<void>;
type Options = { readonly events?: number };

/** Events told in their own transactions by eight clients, then distributed to one merging and one plain reaction. */
export const scenario = {
  name: 'events',
  run: async ({ events = 10_000 }: Options = {}): Promise<Record<string, number>> => {
    const folder = await mkdtemp(join(tmpdir(), 'events-bench-'));
    const database = await startEmbedded({ folder });
    const connection = connect(database.address, 12);
    try {
      await prepareDatabase(connection);
      const toldMs = await timed(() => tellAll(connection, events));
      const reactedMs = await timed(() => reactToAll(connection, events));
      const perSecond = (ms: number) => Math.round((events * 1000) / ms);
      return { events, toldPerSecond: perSecond(toldMs), reactedPerSecond: perSecond(reactedMs) };
    } finally {
      await connection.close();
      await database.stop();
      await removeDataFolder(folder);
    }
  },
};

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function tellAll({ db }: Connection, events: number): Promise<void> {
  let next = 0;
  const client = async () => {
    while (next < events) {
      const ids = [`${next++}`];
      await db.transaction().execute((tx) => tell(tx, 'bench.happened', { ids }, { isQuiet: true }));
    }
  };
  await Promise.all(Array.from({ length: 8 }, client));
}

async function reactToAll(connection: Connection, events: number): Promise<void> {
  const { db } = connection;
  await sql`create table effect (reaction text primary key, events int not null)`.execute(db);
  await sql`insert into effect values ('bench.merging', 0), ('bench.plain', 0)`.execute(db);
  const all = Promise.withResolvers<void>();
  const left = new Map([
    ['bench.merging', events],
    ['bench.plain', events],
  ]);
  const count =
    (name: string): Run =>
    async (tx, { payload: { ids } }) => {
      await sql`update effect set events = events + ${ids.length} where reaction = ${name}`.execute(tx);
      left.set(name, (left.get(name) ?? 0) - ids.length);
      if ([...left.values()].every((number) => number <= 0)) all.resolve();
    };
  const reactions: Reaction[] = [
    { name: 'bench.merging', topic: 'bench.happened', run: count('bench.merging'), merge: mergeLists },
    { name: 'bench.plain', topic: 'bench.happened', run: count('bench.plain') },
  ];
  const worker = await startWorker({
    connection,
    files: folderStore(tmpdir()),
    log: pino({ level: 'warn' }),
    jobs: [],
    reactions,
    crons: [],
  });
  await all.promise;
  await worker.stop();
}
