import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { expectOk } from '../../../kernel/index.ts';
import { importOrders, listImports, readHistoryLines } from '../index.ts';
import { aFolder } from '../testing/a-file.ts';

const CHILD = join(import.meta.dirname, '../testing/import-child.ts');
const COUNT = 40_000;

test('an import that is killed with -9 in the middle has left nothing, and does it all the next time', async () => {
  const connection = await testDatabase();
  const { plain } = await aFolder();
  const input = await plain(
    Array.from({ length: COUNT }, (_, at) => `2024-01-10,${at},ada,TEA,Tea,1,2.50,UK`),
  );
  const { rows } = await connection.pool.query('select current_database() as name');
  const args = [CHILD, process.env['INSTITOR_TEST_SOCKET'] ?? '', rows[0].name, input.path];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  let read = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    read = Number(line);
    if (read >= COUNT / 2) child.kill('SIGKILL');
  }
  const [, signal] = await ended;
  assert.equal(signal, 'SIGKILL');
  assert.ok(read >= COUNT / 2);
  assert.deepEqual(await Array.fromAsync(readHistoryLines(connection.db)), []);
  assert.deepEqual(await listImports(connection.db), []);
  const report = expectOk(await importOrders(connection, input));
  assert.equal(report.summary.lines, COUNT);
});
