import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { keepLook, readLastLook, type SeenPage } from '../../modules/pagewatch/index.ts';
import { pageCheckCommand } from './page-check-command.ts';

const connection = await testDatabase();
const { db } = connection;
const now = Temporal.Instant.from('2026-11-27T03:00:00Z');

async function run(...args: string[]): Promise<{ code: number; text: string }> {
  let text = '';
  const out = new Writable({
    write: (chunk, _encoding, done) => {
      text += String(chunk);
      done();
    },
  });
  const open = () => Promise.resolve({ connection });
  return { code: await pageCheckCommand({ open, out }, args), text };
}

async function see(value: string): Promise<void> {
  const page: SeenPage = { page: '/checkout', traits: [{ kind: 'form', subject: '', value }] };
  await db.transaction().execute((tx) => keepLook(tx, { ok: true, value: [page] }, now));
}

test('what was seen is shown, approved by name and reason, and a change after that is open', async () => {
  assert.match((await run()).text, /not looked at yet[\s\S]*Nobody has approved/);
  await see('post /checkout');
  const first = await run();
  assert.equal(first.code, 1);
  assert.match(first.text, /form {4}post \/checkout[\s\S]*1 open findings\n.*unapproved/);
  const look = (await readLastLook(db))?.id ?? '';
  const approved = await run('approve', '--look', look, '--by', 'Ada', '--why', 'First release');
  assert.deepEqual(approved, { code: 0, text: 'Approved.\n' });
  const clean = await run();
  assert.equal(clean.code, 0);
  assert.match(clean.text, /Approved .* by Ada: First release\n0 open findings/);
  await see('post https://evil.example/');
  const changed = await run();
  assert.equal(changed.code, 1);
  assert.match(
    changed.text,
    /changed {2}\/checkout {2}form {2}was post \/checkout {2}is post https:\/\/evil\.example\//,
  );
  assert.equal((await run('approve', '--look', look, '--by', 'Ada', '--why', 'In a hurry')).code, 1);
});

test('an approval without who, why and what is no approval', async () => {
  for (const args of [['approve'], ['approve', '--by', 'Ada'], ['approve', '--force'], ['later']]) {
    const { code, text } = await run(...args);
    assert.equal(code, 2);
    assert.match(text, /usage/);
  }
});
