// Runs the tests: a PostgreSQL of their own, one template database, then `node --test` on all files or those named.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { glob, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { clientConfig, connect, prepareDatabase } from '../src/platform/database/index.ts';
import { TEMPLATE } from '../test/database.ts';
import { startScratchServer } from '../test/scratch-database.ts';

const ROOT = join(import.meta.dirname, '..');

// A file that hangs fails by itself instead of taking the whole run with it; the longest takes a minute and a half.
const LONGEST_TEST_MS = 600_000;

const named = process.argv.slice(2);
const files =
  named.length > 0
    ? named
    : await Array.fromAsync(glob(['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'], { cwd: ROOT }));
const server = await startScratchServer();
const folder = await mkdtemp(join(tmpdir(), 'institor-tests-'));
const stop = async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
};
process.on('SIGINT', () => undefined);
try {
  if (!('socketFolder' in server.address)) throw new Error('the test server listens on a socket');
  const { socketFolder } = server.address;
  await makeTemplate(socketFolder);
  process.exitCode = await runTests(socketFolder);
} finally {
  await stop();
}

async function makeTemplate(socketFolder: string): Promise<void> {
  const admin = new pg.Client(clientConfig({ socketFolder, database: 'postgres' }));
  await admin.connect();
  await admin.query(`create database ${TEMPLATE}`);
  await admin.end();
  const connection = connect({ socketFolder, database: TEMPLATE }, 2);
  await prepareDatabase(connection);
  await connection.close();
}

async function runTests(socketFolder: string): Promise<number> {
  const flags = [
    '--disable-warning=ExperimentalWarning',
    '--import',
    './scripts/tsx-hook.mjs',
    '--test',
    '--test-concurrency=2',
    `--test-timeout=${String(LONGEST_TEST_MS)}`,
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=./scripts/slowest-tests.mjs',
    '--test-reporter-destination=stdout',
  ];
  const env = {
    ...process.env,
    INSTITOR_TEST_SOCKET: socketFolder,
    INSTITOR_TEST_FOLDER: folder,
    NODE_ENV: 'test',
  };
  const child = spawn(process.execPath, [...flags, ...files], {
    cwd: ROOT,
    stdio: 'inherit',
    env,
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}
