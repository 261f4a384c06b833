import { createHash } from 'node:crypto';
import { chown, cp, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { type Address, clientConfig } from '../connect.ts';
import { binariesFolder, restoreLinks } from './binaries.ts';
import { databaseOwner, isReachable, type Owner } from './owner.ts';
import { run, start } from './process.ts';

export type Embedded = {
  readonly address: Address;
  /** `true` when a server that outlived its parent was taken over instead of started. */
  readonly adopted: boolean;
  /** Stops the server; connections still open are ended, what they committed stays. */
  readonly stop: () => Promise<void>;
};

export type EmbeddedOptions = {
  /** Folder of the database's files; made when missing. */
  readonly folder: string;
  /** Extra `name=value` settings. Tests switch fsync off; a shop never does. */
  readonly settings?: Readonly<Record<string, string>>;
};

const START_LIMIT_MS = 30_000;
const DATABASE = 'institor';

/**
 * Starts PostgreSQL on the files in `folder`, or adopts the server that already runs on them. It listens on a
 * unix socket only, in a folder that only its user and root can enter.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const owner = databaseOwner();
  const { binaries, cluster } = await place(options.folder, owner);
  const socketFolder = await makeSocketFolder(cluster, owner);
  const address: Address = { socketFolder, database: DATABASE };
  const stop = () => stopServer(binaries, cluster, owner);
  if (await isAnswering({ socketFolder, database: 'postgres' })) return { address, adopted: true, stop };
  await initialise(binaries, cluster, owner);
  await launch(binaries, cluster, socketFolder, owner, options.settings ?? {});
  await makeDatabase(socketFolder);
  return { address, adopted: false, stop };
}

/**
 * Root's own folders are often closed to others (mode 0700). PostgreSQL drops root and could not enter, so its
 * programs and files then live under /var/lib/institor, named after the folder they stand for.
 */
async function place(folder: string, owner: Owner): Promise<{ binaries: string; cluster: string }> {
  const packaged = binariesFolder();
  await restoreLinks(packaged);
  await mkdir(folder, { recursive: true });
  const open = owner.uid === undefined || (isReachable(folder) && isReachable(packaged));
  if (open) {
    const cluster = join(folder, 'postgresql');
    await makeOwned(cluster, owner);
    return { binaries: packaged, cluster };
  }
  const root = '/var/lib/institor';
  const binaries = join(root, `postgresql-${hashOf(packaged)}`);
  if (!(await exists(join(binaries, 'complete')))) {
    await cp(packaged, binaries, { recursive: true, verbatimSymlinks: true });
    await writeFile(join(binaries, 'complete'), '');
  }
  const cluster = join(root, hashOf(folder), 'postgresql');
  await mkdir(dirname(cluster), { recursive: true });
  await makeOwned(cluster, owner);
  await writeFile(join(folder, 'postgresql-is-in'), `${cluster}\n`);
  return { binaries, cluster };
}

async function makeSocketFolder(cluster: string, owner: Owner): Promise<string> {
  // A socket's path has at most 107 bytes, less than many project folders.
  const folder = join(tmpdir(), `institor-${hashOf(cluster)}`);
  await makeOwned(folder, owner);
  return folder;
}

async function initialise(binaries: string, cluster: string, owner: Owner): Promise<void> {
  if (await exists(join(cluster, 'PG_VERSION'))) return;
  await run(join(binaries, 'bin/initdb'), owner, [
    ...['-D', cluster, '-U', 'institor', '-A', 'trust', '-E', 'UTF8'],
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
  ]);
}

async function launch(
  binaries: string,
  cluster: string,
  socketFolder: string,
  owner: Owner,
  settings: Readonly<Record<string, string>>,
): Promise<void> {
  const all = { listen_addresses: '', unix_socket_directories: socketFolder, ...TUNING, ...settings };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = start(
    join(binaries, 'bin/postgres'),
    owner,
    ['-D', cluster, ...flags],
    join(cluster, 'server.log'),
  );
  const deadline = performance.now() + START_LIMIT_MS;
  while (!(await isAnswering({ socketFolder, database: 'postgres' }))) {
    if (server.exitCode !== null || performance.now() > deadline) {
      const log = await readFile(join(cluster, 'server.log'), 'utf8').catch(() => '');
      throw new Error(
        `PostgreSQL did not start in ${cluster}:\n${log.trim().split('\n').slice(-8).join('\n')}`,
      );
    }
    await wait(15);
  }
}

const TUNING = {
  max_connections: '100',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '1GB',
  random_page_cost: '1.1',
  jit: 'off',
  wal_compression: 'on',
};

async function stopServer(binaries: string, cluster: string, owner: Owner): Promise<void> {
  await run(join(binaries, 'bin/pg_ctl'), owner, ['stop', '-D', cluster, '-m', 'fast', '-w', '-t', '30']);
}

async function makeDatabase(socketFolder: string): Promise<void> {
  const client = new pg.Client(clientConfig({ socketFolder, database: 'postgres' }));
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

async function isAnswering(address: Address): Promise<boolean> {
  const client = new pg.Client({ ...clientConfig(address), connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

async function makeOwned(folder: string, owner: Owner): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (owner.uid === undefined || owner.gid === undefined) return;
  const stats = await stat(folder);
  if (stats.uid !== owner.uid) await chown(folder, owner.uid, owner.gid);
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

function hashOf(path: string): string {
  return `${basename(path)}-${createHash('sha256').update(path).digest('hex').slice(0, 10)}`;
}
