// Runs the tests: a PostgreSQL of their own, one template database, then `node --test` on all files or those named. Pure
// ones share a process, which reads each of their sources once; the others get one each.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { glob, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
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
  const pure = await Promise.all(files.map(isPure));
  const together = files.filter((_, at) => pure[at]);
  const apart = files.filter((_, at) => !pure[at]);
  const failed = [
    ...(await runTests(socketFolder, together, ['--test-isolation=none'])),
    ...(await runTests(socketFolder, apart, ['--test-concurrency=2'])),
  ];
  process.exitCode = (await areUnsteady(socketFolder, failed)) ? 0 : 1;
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

/** Needs no database, no browser, no process of its own: what it does is seen by nobody else. */
async function isPure(file: string): Promise<boolean> {
  const text = await readFile(join(ROOT, file), 'utf8');
  return (
    file.startsWith('src/') && !/\/test\/|\/testing\/|node:child_process|node:worker|\bprocess\./.test(text)
  );
}

/**
 * A browser on a machine that is busy elsewhere may wait longer than a journey does: of the whole suite those that failed
 * go once more, with the machine to themselves. Which pass only then is said; it is a defect of the journey or of the page.
 */
async function areUnsteady(socketFolder: string, failed: readonly string[]): Promise<boolean> {
  if (failed.length === 0) return true;
  if (named.length > 0 || failed.length > 5) return false;
  if (!failed.every((file) => /^test\/(journeys|start)\//.test(file))) return false;
  process.stdout.write(`\nOnce more, alone:\n${failed.map((file) => `  ${file}\n`).join('')}\n`);
  const again = await runTests(socketFolder, failed, ['--test-concurrency=1']);
  const unsteady = failed.filter((file) => !again.includes(file));
  if (unsteady.length > 0) process.stdout.write(`\nUnsteady, to be mended: ${unsteady.join(', ')}\n`);
  return again.length === 0;
}

/** @returns the files with tests that failed, from the project's folder on */
async function runTests(
  socketFolder: string,
  some: readonly string[],
  how: readonly string[],
): Promise<string[]> {
  if (some.length === 0) return [];
  const said = join(folder, 'failed');
  const reporters = ['spec', './scripts/slowest-tests.mjs'].flatMap((reporter) => [
    `--test-reporter=${reporter}`,
    '--test-reporter-destination=stdout',
  ]);
  const flags = [
    '--disable-warning=ExperimentalWarning',
    '--import',
    './scripts/tsx-hook.mjs',
    '--test',
    ...how,
    `--test-timeout=${String(LONGEST_TEST_MS)}`,
    ...reporters,
  ];
  const env = {
    ...process.env,
    INSTITOR_TEST_SOCKET: socketFolder,
    INSTITOR_TEST_FOLDER: folder,
    INSTITOR_FAILED_TESTS: said,
    NODE_ENV: 'test',
  };
  const child = spawn(process.execPath, [...flags, ...some], {
    cwd: ROOT,
    stdio: 'inherit',
    env,
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  const failed = (await readFile(said, 'utf8')).split('\n').filter(Boolean);
  // Stopped before it could say, or failed without a test that did.
  if (code !== 0 && failed.length === 0) return ['node --test'];
  return failed.map((file) => relative(ROOT, file));
}
