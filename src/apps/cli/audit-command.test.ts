import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { readEntries } from '../../modules/audit/index.ts';
import { readConfig } from '../../platform/config/index.ts';
import { folderStore } from '../../platform/files/index.ts';
import { withKeys } from '../../platform/secrets/index.ts';
import type { Command, CommandContext } from './command.ts';
import { findCommand } from './commands.ts';
import { runKept } from './kept-command.ts';

const connection = await testDatabase();
const { db, pool } = connection;

async function run(words: readonly string[], change: Partial<Command> = {}) {
  const out = new PassThrough();
  const secrets = withKeys([Buffer.alloc(32)]);
  const backstage = { connection, files: folderStore(tmpdir()), secrets, about: '', migrated: [] };
  const context: CommandContext = {
    ...{ config: readConfig({}), environment: {}, out, isTerminal: false },
    ...{ open: async () => ({ ...backstage, close: async () => {} }), signal: new AbortController().signal },
  };
  const found = findCommand(words);
  assert.ok(found, words.join(' '));
  const exitCode = await runKept({ ...found, command: { ...found.command, ...change } }, context);
  out.end();
  return { exitCode, printed: await text(out) };
}

test('what a command changes is kept as the machine’s own doing, before and after it ran', async () => {
  const made = await run(['api-key', 'create', '--name', 'Till', '--scopes', 'orders:read']);
  assert.equal(made.exitCode, 0);
  const [done, asked] = await readEntries(db, { actor: 'cli', limit: 10 });
  assert.deepEqual([asked?.outcome, done?.outcome, done?.operation], ['asked', 'done', 'cli api-key']);
  assert.deepEqual(done?.differences, [
    { field: 'words', after: ['create', '--name', 'Till', '--scopes', 'orders:read'] },
  ]);
  assert.ok(!JSON.stringify(done).includes(made.printed.slice(0, 40)));
});

test('a command that only reads is not kept; one that fails is', async () => {
  const before = (await readEntries(db, { limit: 50 })).length;
  await run(['api-key', 'list']);
  assert.equal((await readEntries(db, { limit: 50 })).length, before);
  const failing = run(['seed'], { run: () => Promise.reject(new Error('the disk is full')) });
  await assert.rejects(failing, /the disk is full/);
  assert.equal((await readEntries(db, { limit: 1 }))[0]?.outcome, 'failed');
});

test('the log is verified from the command line, and a breach is a sentence', async () => {
  const whole = await run(['audit', 'verify']);
  assert.equal(whole.exitCode, 0);
  const [, head = ''] = /next time: (\S+)/.exec(whole.printed) ?? [];
  assert.equal((await run(['audit', 'verify', '--head', head])).exitCode, 0);
  assert.equal((await run(['audit', 'verify', '--head', 'none'])).exitCode, 2);
  await pool.query(`set session_replication_role = replica; update audit.entry set actor_name = 'Eve';
    reset session_replication_role`);
  const broken = await run(['audit', 'verify']);
  assert.equal(broken.exitCode, 1);
  assert.match(broken.printed, /at place 1 was changed/);
});
