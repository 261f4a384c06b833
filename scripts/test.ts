// Runs the tests: a PostgreSQL of their own, one template database, then all test files or those named, in processes that
// take one file after the other.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, glob, mkdtemp, readdir, readFile, rm, stat, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { clientConfig, connect, prepareDatabase } from '../src/platform/database/index.ts';
import { TEMPLATE } from '../test/database.ts';
import { startScratchServer } from '../test/scratch-database.ts';
import { runInLanes } from './tests/lanes.ts';
import { type Outcome, told, toldInFull, verdict } from './tests/outcome.ts';

const ROOT = join(import.meta.dirname, '..');
const MEMORY = '/dev/shm';
/** Several times of what a whole run has there at once. */
const ROOM_BYTES = 3e9;
const HOUR_MS = 3_600_000;
// A journey waits for its browser about as long as the browser computes.
const LANES = 2;
const LONGEST = [
  'test/journeys/cockpit-screens.test.ts',
  'test/backup/point-in-time.test.ts',
  'test/journeys/look.test.ts',
  'test/house/check.test.ts',
  'test/crash/crash.test.ts',
];

const named = process.argv.slice(2);
const began = performance.now();
const folder = await makeFolder();
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stopping.abort());
try {
  // What is temporary goes with the run, where the name of its folder is short enough for that of a socket below it. The
  // Chromium that is unpacked once per machine stays.
  const env = {
    INSTITOR_TEST_FOLDER: folder,
    INSTITOR_CHROMIUM_FOLDER: tmpdir(),
    NODE_ENV: 'test',
    ...(folder.startsWith(MEMORY) ? { TMPDIR: folder } : {}),
  };
  Object.assign(process.env, env);
  const server = await startScratchServer();
  try {
    if (!('socketFolder' in server.address)) throw new Error('the test server listens on a socket');
    const { socketFolder } = server.address;
    process.env['INSTITOR_TEST_SOCKET'] = socketFolder;
    await Promise.all([makeTemplate(socketFolder), named.length === 0 && build()]);
    process.exitCode = (await runAll()) ? 0 : 1;
  } finally {
    await server.stop();
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

/**
 * In memory where there is room. A database is two thousand small files that are soon gone, and ext4 looks at every file
 * that went in the last minute before it makes another: on a disk, making a database takes 40 times as long.
 */
async function makeFolder(): Promise<string> {
  const room = await statfs(MEMORY).catch(() => undefined);
  const isRoomy =
    (room?.bavail ?? 0) * (room?.bsize ?? 0) > ROOM_BYTES && process.availableMemory() > ROOM_BYTES;
  if (room) await sweep();
  const made = await mkdtemp(join(isRoomy ? MEMORY : tmpdir(), `institor-tests-${process.pid}-`));
  // PostgreSQL does not run as root, and must get in.
  await chmod(made, 0o755);
  return made;
}

/** What a run that was killed has left in memory would stay there until the machine is started again. */
async function sweep(): Promise<void> {
  for (const name of await readdir(MEMORY)) {
    const pid = /^institor-tests-(\d+)-/.exec(name)?.[1];
    if (pid === undefined || existsSync(`/proc/${pid}`)) continue;
    const left = join(MEMORY, name);
    const age = Date.now() - ((await stat(left).catch(() => undefined))?.mtimeMs ?? Date.now());
    if (age > HOUR_MS) await rm(left, { recursive: true, force: true });
  }
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

/** What browsers load, before two journeys build it at the same time. */
async function build(): Promise<void> {
  const hook = ['--disable-warning=ExperimentalWarning', '--import', './scripts/tsx-hook.mjs'];
  const made = ['scripts/build.ts', 'scripts/build-cockpit.ts'].map((script) =>
    promisify(execFile)(process.execPath, [...hook, script], { cwd: ROOT }),
  );
  await Promise.all(made);
}

/** @returns whether all is well */
async function runAll(): Promise<boolean> {
  const files = named.length > 0 ? named : await everyFile();
  const outcomes = await inLanes(files, LANES);
  const failed = outcomes.filter(({ failures }) => failures.length > 0);
  const unsteady = named.length > 0 ? [] : await passAlone(failed);
  console.log(verdict(outcomes, { unsteady, ms: performance.now() - began }));
  return failed.length === unsteady.length;
}

function inLanes(files: readonly string[], lanes: number): Promise<Outcome[]> {
  const say = named.length > 0 ? toldInFull : told;
  return runInLanes(files, {
    ...{ lanes, root: ROOT, signal: stopping.signal },
    ended: (outcome) => console.log(say(outcome)),
  });
}

/**
 * On a machine that is busy elsewhere a test may wait longer than it has patience for: of the whole suite up to five files that
 * failed go once more, with the machine to themselves. Which pass only then is said; it is a defect of the test or of what
 * it tests.
 */
async function passAlone(failed: readonly Outcome[]): Promise<string[]> {
  const files = failed.map(({ file }) => file);
  if (files.length === 0 || files.length > 5 || stopping.signal.aborted) return [];
  console.log('\nOnce more, alone:');
  const again = await inLanes(files, 1);
  return again.filter(({ failures }) => failures.length === 0).map(({ file }) => file);
}

/** The longest first, so that both lanes end at the same time; pure ones last. */
async function everyFile(): Promise<string[]> {
  const files = await Array.fromAsync(glob(['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'], { cwd: ROOT }));
  const weighed = files.map(async (file) => ({
    file,
    weight: weightOf(file, await readFile(join(ROOT, file), 'utf8')),
  }));
  const inOrder = (await Promise.all(weighed)).toSorted(
    (one, other) => other.weight - one.weight || one.file.localeCompare(other.file),
  );
  return inOrder.map(({ file }) => file);
}

function weightOf(file: string, text: string): number {
  const place = LONGEST.indexOf(file);
  if (place >= 0) return 100 - place;
  if (file.startsWith('test/')) return 4;
  if (/launchBrowser|node:child_process|startEmbedded/.test(text)) return 3;
  return text.includes('testDatabase(') ? 2 : 1;
}
