import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { pino } from 'pino';
import { expectOk, localeOf } from '../../src/kernel/index.ts';
import { backUpShop, backupsReactions, isHeldAfterRestore } from '../../src/modules/backups/index.ts';
import {
  eraseCustomer,
  findOrCreateByEmail,
  readCustomer,
  saveCustomer,
} from '../../src/modules/customers/index.ts';
import { keepOnce, listBackups, readLogStatus, settleRestored } from '../../src/platform/backup/index.ts';
import { ownerClient } from '../../src/platform/database/index.ts';
import { enqueue, readDeadLetters, runDueJobs } from '../../src/platform/jobs/index.ts';
import { aShopToBackUp, restoreFrom, toBackUp } from './shop-to-back-up.ts';

const shop = await aShopToBackUp();
const { db } = shop.connection;
const { signal } = new AbortController();
const now = Temporal.Instant.from('2026-11-27T08:00:00Z');
const locale = localeOf('en');
const log = pino({ level: 'silent' });

async function keepLog(): Promise<void> {
  const client = ownerClient(shop.connection);
  await client.connect();
  await keepOnce(
    { connection: shop.connection, folder: shop.folder, log, onNewLine: async () => {} },
    client,
  );
  await client.end();
}

const aCustomer = (email: string) =>
  db.transaction().execute((tx) => findOrCreateByEmail(tx, { email, locale, now }));

test('a kill in the middle of a backup leaves none that looks whole, and the next one clears up', async () => {
  const program = join(import.meta.dirname, 'killed-program.ts');
  const flags = ['--disable-warning=ExperimentalWarning', program, shop.data, shop.folder];
  const child = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  assert.deepEqual(await listBackups(shop.folder), []);
  assert.match((await readdir(shop.folder)).join(), /^unfinished-/);
  await backUpShop(shop.backups, { signal });
  assert.equal((await listBackups(shop.folder)).length, 1);
  assert.doesNotMatch((await readdir(shop.folder)).join(), /unfinished/);
});

test('a shop is brought back to the minute before a mistake, and to the last change that was kept', async () => {
  await keepLog();
  const { place, manifest } = await backUpShop(shop.backups, { signal });
  const kept = await aCustomer('ada@example.org');
  const mistaken = await aCustomer('ben@example.org');
  const before = Temporal.Now.instant();
  // Not in the same instant.
  await db.transaction().execute((tx) => findOrCreateByEmail(tx, { email: 'eve@example.org', locale, now }));
  const erasure = await db.transaction().execute((tx) => eraseCustomer(tx, { id: mistaken.id, now }));
  expectOk(erasure);
  const renamed = { id: kept.id, change: { name: 'Ada Byron' }, now };
  expectOk(await db.transaction().execute((tx) => saveCustomer(tx, renamed)));
  await keepLog();
  assert.ok(manifest.database.kind === 'physical' && manifest.database.line !== '');
  const back = await restoreFrom(shop, place, { until: before });
  assert.deepEqual(back.restored.problems, []);
  assert.equal((await readCustomer(back.connection.db, mistaken.id))?.email, 'ben@example.org');
  assert.equal((await readCustomer(back.connection.db, kept.id))?.name, '');
  assert.equal(await readLogStatus(back.connection.db), undefined, 'it goes on with a log of its own');
  const twin = await toBackUp(back.data, back.connection);
  const ofTwin = await backUpShop(twin.backups, { signal });
  assert.deepEqual((await restoreFrom(twin, ofTwin.place)).restored.problems, [], 'a twin is backed up too');
  const latest = await restoreFrom(shop, place, { until: 'latest' });
  assert.equal(await readCustomer(latest.connection.db, mistaken.id), undefined);
  assert.equal((await readCustomer(latest.connection.db, kept.id))?.name, 'Ada Byron');
  const never = Temporal.Now.instant().add({ hours: 1 });
  await assert.rejects(
    restoreFrom(shop, place, { until: never }),
    /recovery ended before|could not be restored/,
  );
});

test('who was erased after a backup is erased again when it is restored', async () => {
  const { id } = await aCustomer('carl@example.org');
  const { place } = await backUpShop(shop.backups, { signal });
  expectOk(await db.transaction().execute((tx) => eraseCustomer(tx, { id, now })));
  await runDueJobs({ connection: shop.connection, reactions: backupsReactions(shop.backups), mayFail: true });
  const { restored, connection } = await restoreFrom(shop, place);
  assert.equal(restored.erasedAgain, 1);
  assert.equal(await readCustomer(connection.db, id), undefined);
  const found = await connection.pool.query(`select 1 from customers.customer where email like 'carl%'`);
  assert.equal(found.rowCount, 0);
});

test('what would reach the outside and waited then is put aside once, payments are not', async () => {
  const jobs = ['mails.send', 'webhooks.deliver', 'staff.send_mail', 'orders.settle_payment', 'mails.prune'];
  await db.transaction().execute(async (tx) => {
    for (const job of jobs) await enqueue(tx, job, { one: 1 });
  });
  const { place } = await backUpShop(shop.backups, { signal });
  const { connection } = await restoreFrom(shop, place);
  const settle = () => settleRestored(connection, { reactions: [], isHeld: isHeldAfterRestore });
  assert.equal(await settle(), 3);
  assert.equal(await settle(), undefined);
  const letters = await readDeadLetters(connection.db);
  assert.deepEqual(letters.map(({ job }) => job).toSorted(), [
    'mails.send',
    'staff.send_mail',
    'webhooks.deliver',
  ]);
  assert.match(letters[0]?.error ?? '', /Waited when the backup of .* was taken/);
  const { rows } = await connection.pool.query(
    'select task_identifier as job from graphile_worker.jobs order by 1',
  );
  assert.deepEqual(
    rows.map(({ job }) => job),
    ['mails.prune', 'orders.settle_payment'],
  );
  assert.equal(
    await settleRestored(shop.connection, { reactions: [], isHeld: isHeldAfterRestore }),
    undefined,
  );
});
