import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { expectOk } from '../../kernel/index.ts';
import {
  changeEndpoint,
  createEndpoint,
  dropOldSecret,
  readEndpoints,
  removeEndpoint,
  rotateSecret,
} from './index.ts';
import { NOW, openReceiver, signed, WEBHOOKS } from './test-receiver.ts';

const connection = await testDatabase();
const { db } = connection;
const { calls, run, anEndpoint, erase, clear } = await openReceiver(connection);
beforeEach(clear);

test('only what an endpoint wants, and only while it is switched on', async () => {
  const { endpoint } = await anEndpoint('/ok', ['orders.*']);
  await erase('a');
  await run();
  assert.equal(calls.length, 0);
  const change = (isActive: boolean, topics = ['*']) =>
    db
      .transaction()
      .execute((tx) => changeEndpoint(tx, WEBHOOKS, { id: endpoint.id, topics, isActive, now: NOW }));
  expectOk(await change(true));
  await erase('b');
  await run();
  assert.equal(calls.length, 1);
  expectOk(await change(false));
  await erase('c');
  await run();
  assert.equal(calls.length, 1);
});

test('while secrets change both sign, then the new one alone', async () => {
  const { endpoint, secret: first } = await anEndpoint('/ok');
  const { id } = endpoint;
  const { secret: second } = expectOk(
    await db.transaction().execute((tx) => rotateSecret(tx, WEBHOOKS, { id, now: NOW })),
  );
  await erase('a');
  await run();
  const [both] = calls;
  assert.ok(both && signed(first, both) && signed(second, both));
  expectOk(await db.transaction().execute((tx) => dropOldSecret(tx, { id, now: NOW })));
  await erase('b');
  await run();
  const alone = calls.at(-1);
  assert.ok(alone && signed(second, alone));
  assert.throws(() => alone && signed(first, alone));
  const { rows } = await sql<{ text: string }>`select endpoint::text as text from webhooks.endpoint`.execute(
    db,
  );
  assert.ok(!rows[0]?.text.includes(second.slice(10)), 'secrets are sealed');
});

test('an endpoint is refused with what is wrong with it', async () => {
  const code = async (url: string, topics: readonly string[] = ['*']) => {
    const made = await db
      .transaction()
      .execute((tx) => createEndpoint(tx, { secrets: WEBHOOKS.secrets }, { url, topics, now: NOW }));
    return made.ok ? 'ok' : made.refusal.code;
  };
  assert.equal(await code('https://erp.example/hook'), 'ok');
  assert.equal(await code('http://erp.example/hook'), 'bad_address');
  assert.equal(await code('https://user:pass@erp.example/'), 'bad_address');
  assert.equal(await code('https://erp.example:22/'), 'bad_address');
  assert.equal(await code('ftp://erp.example/'), 'bad_address');
  assert.equal(await code(`https://erp.example/${'x'.repeat(2_000)}`), 'too_long');
  assert.equal(await code('https://erp.example/', []), 'too_many');
  assert.equal(await code('https://erp.example/', ['customers.code_requested']), 'unknown_topic');
  const [endpoint] = await readEndpoints(db);
  assert.ok(endpoint);
  const remove = () => db.transaction().execute((tx) => removeEndpoint(tx, endpoint.id));
  assert.equal((await remove()).ok, true);
  assert.equal((await remove()).ok, false);
});
