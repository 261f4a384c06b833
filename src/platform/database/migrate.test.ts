import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { type Migration, migrate, readMigrations } from './index.ts';

const { pool } = await testDatabase(8);
const folder = await mkdtemp(join(tmpdir(), 'institor-migrations-'));
after(() => rm(folder, { recursive: true, force: true }));

const shipped = await readMigrations();
const one = { name: '9001_test_one.sql', sql: 'create table platform.test_one (n int)', hash: 'one' };

describe('migrations', () => {
  test('run once, in order, and a second start runs none', async () => {
    assert.deepEqual(await run([...shipped, one]), [one.name]);
    assert.deepEqual(await run([...shipped, one]), []);
  });

  test('of eight processes that start together one migrates and the others find it done', async () => {
    const two = { name: '9002_test_two.sql', sql: 'create table platform.test_two (n int)', hash: 'two' };
    const ran = await Promise.all(Array.from({ length: 8 }, () => run([...shipped, one, two])));
    assert.deepEqual(ran.flat(), [two.name]);
  });

  test('one that fails leaves nothing of itself, and those before it stay', async () => {
    const two = { name: '9002_test_two.sql', sql: '', hash: 'two' };
    const three = {
      name: '9003_test_three.sql',
      sql: 'create table platform.test_three (n int)',
      hash: 'three',
    };
    const broken = {
      name: '9004_test_four.sql',
      sql: 'create table platform.test_four (n int); select 1/0',
      hash: 'four',
    };
    await assert.rejects(run([...shipped, one, two, three, broken]), /9004_test_four.sql failed/);
    const found = await pool.query(
      "select to_regclass('platform.test_three') as three, to_regclass('platform.test_four') as four",
    );
    assert.deepEqual(found.rows, [{ three: 'platform.test_three', four: null }]);
  });

  test('a file that was changed after it ran is refused', async () => {
    await assert.rejects(
      run([...shipped, { ...one, hash: 'other' }]),
      /9001_test_one.sql was changed after it ran/,
    );
  });

  test('a database ahead of the program is refused', async () => {
    await assert.rejects(run(shipped), /does not know: start a newer one/);
  });

  test('a misnamed file and a number used twice are refused', async () => {
    await writeFile(join(folder, '0001_catalog_a.sql'), '');
    await writeFile(join(folder, '0001_catalog_b.sql'), '');
    await assert.rejects(readMigrations(folder), /two migrations have the number 0001/);
    await rm(join(folder, '0001_catalog_b.sql'));
    await writeFile(join(folder, '2_catalog.sql'), '');
    await assert.rejects(readMigrations(folder), /is not named NNNN_module_what.sql/);
  });

  test('the generated types are those of the migrated database', async () => {
    const { readFile } = await import('node:fs/promises');
    const { describeSchema } = await import('./describe-schema.ts');
    const fresh = await testDatabase(1);
    const client = await fresh.pool.connect();
    try {
      const written = await readFile(join(import.meta.dirname, 'schema.ts'), 'utf8');
      assert.equal(await describeSchema(client), written, 'run npm run types');
    } finally {
      client.release();
    }
  });
});

async function run(migrations: readonly Migration[]): Promise<string[]> {
  const client = await pool.connect();
  try {
    return await migrate(client, migrations);
  } finally {
    client.release();
  }
}
