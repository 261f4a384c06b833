import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { expectOk, refuse } from '../../../kernel/index.ts';
import { createKey } from '../../../modules/access/index.ts';
import { makeClient } from '../../../platform/api/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { enqueue, type Job, runDueJobs } from '../../../platform/jobs/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { A_SYSTEM, anApi } from '../testing/an-api.ts';
import { got, once, refusedAs } from '../testing/got.ts';
import { ADMIN_API } from './api.ts';

const connection = await testDatabase(8);
const { db } = connection;
const app = await anApi(connection, aSearch([]), {
  system: {
    ...A_SYSTEM,
    crons: [{ name: 'test.nightly', schedule: '17 3 * * *', job: 'test.fragile' }],
    checkMail: async () => refuse('no_mail_server', 'Invalid login: 535'),
  },
});
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
after(() => app.close());
const now = Temporal.Now.instant();
const scopes = ['system:read', 'system:write'];
const { secret } = expectOk(await transact(db, (tx) => createKey(tx, { name: 'test', scopes, now })));
const admin = makeClient(ADMIN_API, { origin, token: secret });

let isBroken = true;
let runs = 0;
const jobOf = (name: string): Job => ({
  name,
  maxAttempts: 1,
  parse: (payload) => payload,
  run: async () => {
    runs += 1;
    if (isBroken) throw new Error('the disk is full');
  },
});
const jobs = [jobOf('test.fragile'), jobOf('test.other')];
const run = () => runDueJobs({ connection, jobs, mayFail: true });
const put = (name: string, about: object) => transact(db, (tx) => enqueue(tx, name, about));
const open = async () =>
  (await got(admin.listDeadLetters({}))).items.map(({ name, payload }) => `${name} ${payload}`);

test('what was given up is listed page by page, tried again, let go of, one or all of a kind', async () => {
  for (const word of ['one', 'two', 'three']) await put('test.fragile', { word });
  await put('test.other', { word: 'four' });
  await run();
  const first = await got(admin.listDeadLetters({ query: { limit: '3' } }));
  const rest = await got(admin.listDeadLetters({ query: { limit: '3', cursor: first.nextCursor } }));
  assert.deepEqual([first.items.length, rest.items.length, rest.nextCursor], [3, 1, undefined]);
  assert.match(first.items[0]?.error ?? '', /the disk is full/);
  const only = await got(admin.listDeadLetters({ query: { name: 'test.other' } }));
  assert.deepEqual(
    only.items.map(({ payload }) => payload),
    ['{"word":"four"}'],
  );
  const counts = (await got(admin.countDeadLetters({}))).items;
  assert.deepEqual(
    counts.map(({ name, count }) => [name, count]),
    [
      ['test.fragile', 3],
      ['test.other', 1],
    ],
  );
  const id = only.items[0]?.id ?? '';
  await got(admin.dismissDeadLetter({ params: { id }, ...once() }));
  assert.equal(await refusedAs(admin.retryDeadLetter({ params: { id }, ...once() })), 'not_found');
  const last = rest.items[0]?.id ?? '';
  await got(admin.retryDeadLetter({ params: { id: last }, ...once() }));
  assert.equal((await open()).length, 2);
  const again = await got(admin.retryDeadLetters({ body: { name: 'test.fragile' }, ...once() }));
  assert.deepEqual([again, await open()], [{ count: 2, hasMore: false }, []]);
  [isBroken, runs] = [false, 0];
  await run();
  assert.equal(runs, 3);
  isBroken = true;
  await put('test.fragile', { word: 'five' });
  await put('test.other', { word: 'six' });
  await run();
  const other = await got(admin.dismissDeadLetters({ body: { name: 'test.other' }, ...once() }));
  assert.deepEqual([other.count, await open()], [1, ['test.fragile {"word":"five"}']]);
  assert.equal((await got(admin.dismissDeadLetters({ body: {}, ...once() }))).count, 1);
  assert.deepEqual(await open(), []);
});

test('jobs are counted by kind: waiting, for later, failing', async () => {
  await put('test.fragile', { word: 'now' });
  await transact(db, (tx) => enqueue(tx, 'test.fragile', {}, { runAt: now.add({ hours: 1 }) }));
  await transact(db, (tx) => tell(tx, 'work.changed', { workId: 'none' }));
  await sql`update graphile_worker._private_jobs set last_error = 'lost', attempts = 2 where run_at > now()`.execute(
    db,
  );
  const { items } = await got(admin.listJobKinds({}));
  const [kind] = items;
  assert.deepEqual(
    [kind?.name, kind?.waiting, kind?.scheduled, kind?.running, kind?.failing, kind?.lastError],
    ['test.fragile', 1, 1, 0, 1, 'lost'],
  );
});

test('health says what does not work, and what is behind', async () => {
  const before = await got(admin.readSystemHealth({}));
  assert.deepEqual([before.overall, before.worker.state, before.worker.workers], ['bad', 'bad', 0]);
  assert.deepEqual(before.mail, { state: 'bad', problem: 'Invalid login: 535' });
  assert.equal(before.database.state, 'good');
  assert.ok(before.disk.freeBytes > 0 && before.disk.totalBytes > before.disk.freeBytes);
  assert.ok(before.events.waiting >= 1);
  await sql`update platform.outbox set told_at = now() - interval '2 minutes'`.execute(db);
  const later = await got(admin.readSystemHealth({}));
  assert.equal(later.events.state, 'warning');
  assert.ok(later.events.lagSeconds >= 120);
});

test('a cron says when it was begun the last time, and versions say what all this runs on', async () => {
  const lastRun = async () => (await got(admin.listCrons({}))).items[0];
  assert.deepEqual(await lastRun(), { name: 'test.nightly', job: 'test.fragile', schedule: '17 3 * * *' });
  await sql`insert into graphile_worker._private_known_crontabs (identifier, known_since, last_execution)
    values ('test.nightly', '2026-11-26T00:00Z', '2026-11-27T03:17Z')`.execute(db);
  assert.equal((await lastRun())?.lastRunAt, '2026-11-27T03:17:00Z');
  const versions = await got(admin.readSystemVersions({}));
  assert.match(versions.institor, /^\d+\.\d+\.\d+$/);
  assert.match(versions.postgresql, /^1[89]/);
  assert.equal(versions.node, process.versions.node);
  assert.match(versions.migrations.last, /^\d{4}_\w+\.sql$/);
});
