import { randomUUID } from 'node:crypto';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { type Address, clientConfig } from '../connect.ts';
import { type Claim, claim } from './claim.ts';
import { findPlace, isThere, makeOwned, type Place } from './place.ts';
import { run, start } from './process.ts';

export type Embedded = {
  readonly address: Address;
  /** `true` when a server that was already running was taken over instead of started. */
  readonly isAdopted: boolean;
  /** Stops the server unless another process uses it; what was committed stays. */
  readonly stop: () => Promise<void>;
};

export type EmbeddedOptions = {
  /** Folder of the database's files; made when missing. */
  readonly folder: string;
  /** Extra `name=value` settings. Tests switch fsync off; a shop never does. */
  readonly settings?: Readonly<Record<string, string>>;
};

const START_LIMIT_MS = 60_000;
const DATABASE = 'institor';

// 25 % of the memory of the smallest machine we mean (1 GB); the plans assume an SSD.
const TUNING = {
  max_connections: '100',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '1GB',
  // What keeps the log elsewhere may fall behind so far; beyond it the disk is worth more, and it begins anew.
  max_slot_wal_keep_size: '8GB',
  random_page_cost: '1.1',
  jit: 'off',
  // Writing a process's title at each statement is work that nobody looks at here; pg_stat_activity says the same.
  update_process_title: 'off',
  wal_compression: 'on',
};

/**
 * Starts PostgreSQL on the files in `folder`, or adopts the server that already runs on them: one that outlived a
 * killed parent, or that of another Institor process. It listens on a unix socket only, in a folder that only its user
 * and root can enter. The last process that uses it stops it.
 *
 * @throws Error that says what to do, when the folder is taken or the server does not start within a minute
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const place = await findPlace(options.folder);
  const deadline = performance.now() + START_LIMIT_MS;
  let isAdopted = true;
  for (;;) {
    const socketFolder = (await runningSocket(place.cluster)) ?? place.socketFolder;
    const claimed = await claim(socketFolder);
    if (claimed) {
      await makeDatabase(socketFolder);
      return { address: { socketFolder, database: DATABASE }, isAdopted, stop: () => stop(place, claimed) };
    }
    if (performance.now() > deadline) throw new Error(`PostgreSQL in ${place.cluster} does not answer`);
    if (await isRunning(place.cluster)) {
      await wait(20);
      continue;
    }
    isAdopted = false;
    await initialise(place);
    await launch(place, options.settings ?? {}, deadline);
  }
}

async function stop(place: Place, claimed: Claim): Promise<void> {
  const isLast = await claimed.isLast();
  if (isLast)
    await run(join(place.binaries, 'bin/pg_ctl'), place.owner, [
      'stop',
      '-D',
      place.cluster,
      '-m',
      'fast',
      '-w',
      '-t',
      '60',
    ]);
  await claimed.end();
}

/**
 * Makes the cluster beside its place and moves it there whole: neither a kill in the middle nor a second process that
 * starts at the same moment leaves half a cluster.
 */
async function initialise({ binaries, cluster, owner }: Place): Promise<void> {
  if (await isThere(join(cluster, 'PG_VERSION'))) return;
  const draft = `${cluster}.new-${randomUUID().slice(0, 8)}`;
  await makeOwned(draft, owner);
  await run(join(binaries, 'bin/initdb'), owner, [
    ...['-D', draft, '-U', 'institor', '-A', 'trust', '-E', 'UTF8'],
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
  ]);
  try {
    await rename(draft, cluster);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!(await isThere(join(cluster, 'PG_VERSION')))) throw error;
  }
}

async function launch(
  place: Place,
  extra: Readonly<Record<string, string>>,
  deadline: number,
): Promise<void> {
  const { binaries, cluster, owner, socketFolder } = place;
  const settings = { listen_addresses: '', unix_socket_directories: socketFolder, ...TUNING, ...extra };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const logFile = join(cluster, 'server.log');
  const server = start(join(binaries, 'bin/postgres'), owner, ['-D', cluster, ...flags], logFile);
  while (!(await isThere(join(socketFolder, '.s.PGSQL.5432')))) {
    const hasEnded = server.exitCode !== null || server.signalCode !== null;
    // Two processes may start the server together: the loser's server ends, and it adopts the winner's.
    if (hasEnded && (await isRunning(cluster))) return;
    if (hasEnded || performance.now() > deadline) throw await startFailure(cluster, logFile);
    await wait(10);
  }
}

async function startFailure(cluster: string, logFile: string): Promise<Error> {
  const log = await readFile(logFile, 'utf8');
  const last = log.trim().split('\n').slice(-6).join('\n  ');
  return new Error(`PostgreSQL did not start in ${cluster}. Its last words:\n  ${last}`);
}

async function makeDatabase(socketFolder: string): Promise<void> {
  const client = new pg.Client(clientConfig({ socketFolder, database: 'postgres' }));
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`).catch(unlessExists);
  } finally {
    await client.end();
  }
}

// 42P04 duplicate database, 23505 two creations at once: another process made it meanwhile.
function unlessExists(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== '42P04' && code !== '23505') throw error;
}

/** The socket folder of the server that runs on these files, from its postmaster.pid (line 5). */
async function runningSocket(cluster: string): Promise<string | undefined> {
  if (!(await isRunning(cluster))) return undefined;
  return (await postmaster(cluster))?.[4] || undefined;
}

async function isRunning(cluster: string): Promise<boolean> {
  const pid = Number((await postmaster(cluster))?.[0]);
  if (!Number.isInteger(pid) || pid <= 1) return false;
  // After a power cut the number may belong to another program: PostgreSQL's has these files as its folder.
  const folder = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  return folder === undefined ? isAlive(pid) : folder.includes(cluster);
}

async function postmaster(cluster: string): Promise<string[] | undefined> {
  const file = join(cluster, 'postmaster.pid');
  if (!(await isThere(file))) return undefined;
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.split('\n').map((line) => line.trim());
}

function isAlive(pid: number): boolean {
  if (process.platform === 'linux') return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
