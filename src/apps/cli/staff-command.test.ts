import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { joinByPasskey } from '../../../test/staff.ts';
import { readConfig } from '../../platform/config/index.ts';
import { staffLinkCommand } from './staff-command.ts';

const connection = await testDatabase();
const { db } = connection;
const now = Temporal.Now.instant();
const config = readConfig({ BASE_URL: 'https://shop.example' });

async function run(...args: string[]): Promise<{ code: number; text: string }> {
  let text = '';
  const out = new Writable({
    write: (chunk, _encoding, done) => {
      text += String(chunk);
      done();
    },
  });
  return { code: await staffLinkCommand({ config, out, open: async () => ({ connection }) }, args), text };
}

test('a link for the first owner, and for a member who lost every way to sign in', async () => {
  const first = await run();
  const [path] = /\/cockpit\/welcome#[\w-]{43}/.exec(first.text) ?? [];
  assert.deepEqual([first.code, first.text.includes(`https://shop.example${path}`)], [0, true]);
  const { member } = await joinByPasskey(db, { path, email: 'ada@team.example', name: 'Ada', now });
  assert.equal((await run()).code, 1);
  assert.equal((await run('--member', 'eve@team.example')).code, 1);
  const again = await run('--member', 'ada@team.example');
  const [back] = /\/cockpit\/welcome#[\w-]{43}/.exec(again.text) ?? [];
  assert.equal((await joinByPasskey(db, { path: back, email: '', name: '', now })).member.id, member.id);
  for (const wrong of [['--member'], ['--who', 'x'], ['--member', 'x', 'y']]) {
    assert.equal((await run(...wrong)).code, 2);
  }
});
