import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { after, test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { openCollector, recordConsent } from '../../modules/collector/index.ts';
import { newId } from '../../platform/id.ts';
import { eventsCommand } from './events-command.ts';

const connection = await testDatabase();
const { db } = connection;
const collector = openCollector(connection);
after(collector.close);

async function run(...args: string[]): Promise<{ code: number; text: string }> {
  let text = '';
  const out = new Writable({
    write: (chunk, _encoding, done) => {
      text += String(chunk);
      done();
    },
  });
  const open = () => Promise.resolve({ connection });
  return { code: await eventsCommand({ open, out }, args), text };
}

test('what was dropped is shown, and what is in quarantine put back', async () => {
  assert.match((await run()).text, /Nothing was dropped/);
  const now = Temporal.Now.instant();
  await collector.collect({
    events: [{ id: newId(), name: 'page_view', happenedAt: now, params: {} }],
    sender: { kind: 'browser', ip: '192.0.2.1', userAgent: 'curl/8', site: 'shop.example', hasGpc: false },
    now,
  });
  assert.match((await run('dropped')).text, /user_agent {2}1 {2}of them in quarantine 1\n/);
  assert.match((await run('release', 'staff')).text, /^0 events/);
  assert.match((await run('release', 'user_agent')).text, /^1 events are put back/);
  assert.match((await run()).text, /user_agent {2}0 {2}of them in quarantine 0\n/);
});

test('a server gets a secret, shown once, until it is revoked', async () => {
  assert.match((await run('senders')).text, /No server/);
  assert.equal((await run('add-sender', ' ')).code, 1);
  const added = await run('add-sender', 'Warehouse');
  const [, secret = '', id = ''] = /api_secret=(\S{43})\n.*Id: (\S+)/.exec(added.text) ?? [];
  const listed = (await run('senders')).text;
  assert.ok(listed.startsWith(`${id}  Warehouse  since `) && !listed.includes(secret));
  assert.equal((await run('revoke-sender', id)).code, 0);
  assert.equal((await run('revoke-sender', id)).code, 1);
  assert.match((await run('senders')).text, /revoked/);
});

test('the proof of a consent id is written out whole', async () => {
  const consentId = newId<'consent'>();
  const choices = { statistics: true, preferences: false, marketing: false };
  const shown = { version: '1', locale: 'en', text: 'May we count?' };
  const decision = { consentId, choices, shown, method: 'choices', hasGpc: false } as const;
  await db
    .transaction()
    .execute((tx) => recordConsent(tx, { ...decision, now: Temporal.Instant.from('2026-11-27T10:00:00Z') }));
  const { code, text } = await run('consent', consentId);
  assert.equal(code, 0);
  const [record] = JSON.parse(text).records;
  assert.deepEqual(
    [record.decidedAt, record.choices, record.shown],
    ['2026-11-27T10:00:00Z', choices, shown],
  );
  assert.equal((await run('consent', newId())).code, 1);
});

test('words that are none of them show how it is used', async () => {
  for (const args of [
    ['x'],
    ['release'],
    ['release', 'x'],
    ['senders', 'x'],
    ['consent', 'x'],
    ['toString'],
  ]) {
    assert.deepEqual((await run(...args)).code, 2, args.join(' '));
  }
});
