import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { type Connection, clientConfig, connect } from '../src/platform/database/index.ts';
import { type FileStore, folderStore } from '../src/platform/files/index.ts';
import { runDueJobs } from '../src/platform/jobs/index.ts';
import { seedDemo } from '../src/simulator/index.ts';
import { WORKLOAD } from '../src/workload.ts';
import { TEMPLATE, testDatabase, testServer } from './database.ts';

const DEMO_TEMPLATE = 'institor_demo_template';
/** Any constant: whoever holds this advisory lock seeds, and the others wait for it. */
const LOCK = 7390;

/**
 * As `testDatabase`, with the demo world in it. The first file of a run that asks seeds the world (15 s), the others
 * copy it; its files are in `demoFiles()`.
 */
export async function demoDatabase(size = 8): Promise<Connection> {
  const admin = new pg.Client(clientConfig({ socketFolder: testServer(), database: 'postgres' }));
  await admin.connect();
  try {
    await admin.query('select pg_advisory_lock($1)', [LOCK]);
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [DEMO_TEMPLATE]);
    if (rowCount === 0) await makeTemplate(admin);
    return await testDatabase(size, DEMO_TEMPLATE);
  } finally {
    await admin.end();
  }
}

/** The folder with the demo world's pictures, to be copied. */
export function demoFiles(): string {
  const folder = process.env['INSTITOR_TEST_FOLDER'];
  if (!folder) throw new Error('no folder for tests: start them with `npm test`');
  return join(folder, 'demo-files');
}

async function makeTemplate(admin: pg.Client): Promise<void> {
  const [database, folder] = [`${DEMO_TEMPLATE}_to_be`, `${demoFiles()}-to-be`];
  // Seeded under other names, so that what a killed file left half done is never taken for the whole.
  if (existsSync(folder))
    throw new Error(`${folder} is left of a seeding that failed: see the first failure`);
  await admin.query(`create database ${database} template ${TEMPLATE}`);
  const connection = connect({ socketFolder: testServer(), database }, 8);
  try {
    await fillDemo(connection, folderStore(folder));
  } finally {
    await connection.close();
  }
  await rename(folder, demoFiles());
  await admin.query(`alter database ${database} rename to ${DEMO_TEMPLATE}`);
}

/** Puts the demo world into an empty shop, with what follows from it. */
export async function fillDemo(connection: Connection, files: FileStore): Promise<void> {
  await seedDemo({ connection, files, now: Temporal.Now.instant(), seed: 1 });
  // The renditions that a page asks for are made when it does: all of them would take minutes.
  const jobs = WORKLOAD.jobs.filter(({ name }) => !name.startsWith('media.'));
  await runDueJobs({ connection, files, jobs, reactions: WORKLOAD.reactions });
}
