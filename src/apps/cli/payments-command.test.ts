import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { withKeys } from '../../platform/secrets/index.ts';
import { reconcileCommand } from './payments-command.ts';

const connection = await testDatabase();
const secrets = withKeys([Buffer.alloc(32, 7)]);
const now = Temporal.Instant.from('2026-11-27T03:00:00Z');

async function run(...args: string[]): Promise<{ code: number; text: string }> {
  let text = '';
  const out = new Writable({
    write: (chunk, _encoding, done) => {
      text += String(chunk);
      done();
    },
  });
  const backstage = { connection, secrets };
  const open = () => Promise.resolve(backstage);
  return { code: await reconcileCommand({ open, out }, args, now), text };
}

test('a clean day of the test provider has no differences, and yesterday is the day that is meant', async () => {
  const { code, text } = await run('--provider', 'test');
  assert.deepEqual([code, text], [0, 'test 2026-11-26: 0 differences\n']);
});

test('a shop without providers says so', async () => {
  assert.match((await run()).text, /No provider/);
});

test('what is no day and no provider is answered with how it is used', async () => {
  for (const args of [['--day', 'tomorrow'], ['--day', '2026-02-31'], ['--provider', 'nobody'], ['--week']]) {
    const { code, text } = await run(...args);
    assert.equal(code, 2);
    assert.match(text, /usage/);
  }
});
