import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { readAnalyticsMode } from '../../modules/markets/index.ts';
import { privacyCommand } from './privacy-command.ts';

const connection = await testDatabase();

async function run(words: readonly string[]) {
  const out = new PassThrough();
  const exitCode = await privacyCommand({ open: async () => ({ connection }), out }, words);
  out.end();
  return { exitCode, printed: await text(out) };
}

test('a shop asks nobody until it has decided to, and says what it does', async () => {
  assert.match((await run([])).printed, /nobody is asked/);
  assert.equal((await run(['ask'])).exitCode, 0);
  assert.equal(await readAnalyticsMode(connection.db), 'ask');
  assert.match((await run([])).printed, /^Visitors are asked/);
  assert.equal((await run(['cookieless'])).exitCode, 0);
  assert.equal(await readAnalyticsMode(connection.db), 'cookieless');
  for (const wrong of [['all'], ['ask', 'more']]) assert.equal((await run(wrong)).exitCode, 2);
});
