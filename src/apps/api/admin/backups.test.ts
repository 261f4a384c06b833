import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { expectOk } from '../../../kernel/index.ts';
import { createKey } from '../../../modules/access/index.ts';
import { type Backups, backupsJobs, PROOFS } from '../../../modules/backups/index.ts';
import { makeClient } from '../../../platform/api/index.ts';
import { listBackups, USUAL_KEEPING } from '../../../platform/backup/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { folderStore } from '../../../platform/files/index.ts';
import { runDueJobs } from '../../../platform/jobs/index.ts';
import { withKeys } from '../../../platform/secrets/index.ts';
import { listWork, openWorkFile } from '../../../platform/work/index.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { A_SYSTEM, anApi } from '../testing/an-api.ts';
import { got, once, refusedAs } from '../testing/got.ts';
import { ADMIN_API } from './api.ts';

const connection = await testDatabase(8);
const { db } = connection;
const root = await mkdtemp(join(tmpdir(), 'institor-backups-api-'));
const folder = join(root, 'kept');
const files = folderStore(join(root, 'files'));
await files.put('media/cup.png', Buffer.from('a cup'), { mime: 'image/png' });
const backups: Backups = {
  ...{ folder, keeping: USUAL_KEEPING },
  source: {
    ...{ connection, files, secrets: withKeys([Buffer.alloc(32, 3)]), proofs: PROOFS },
    // The server of tests is everybody's: its own database is copied as rows.
    ...{ isEmbedded: false, version: '0.0.0-test' },
  },
};
const settings = { folder, keeping: USUAL_KEEPING, isEmbedded: false };
const app = await anApi(connection, aSearch([]), { files, system: { ...A_SYSTEM, backups: settings } });
const bare = await anApi(connection, aSearch([]));
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
const bareOrigin = await bare.listen({ host: '127.0.0.1', port: 0 });
after(async () => {
  await app.close();
  await bare.close();
  await rm(root, { recursive: true, force: true });
});
const now = Temporal.Now.instant();
const keyWith = async (scopes: readonly string[]) =>
  expectOk(await transact(db, (tx) => createKey(tx, { name: 'test', scopes, now }))).secret;
const token = await keyWith(['system:read', 'system:write']);
const admin = makeClient(ADMIN_API, { origin, token });
const work = () => runDueJobs({ connection, files, jobs: backupsJobs(backups) });

test('a shop without a backup folder says so, and begins none', async () => {
  const client = makeClient(ADMIN_API, { origin: bareOrigin, token });
  const kept = await got(client.readBackups({}));
  assert.deepEqual([kept.state, kept.folder, kept.items], ['off', '', []]);
  assert.equal((await got(client.readSystemHealth({}))).backups.state, 'off');
  assert.equal(await refusedAs(client.makeBackup({ body: {}, ...once() })), 'no_folder');
});

test('a backup is made and checked as long work, and what is damaged is named', async () => {
  assert.equal((await got(admin.readBackups({}))).state, 'bad');
  const begun = await got(admin.makeBackup({ body: { title: 'Back up' }, ...once() }));
  assert.deepEqual([begun.title, begun.state], ['Back up', 'waiting']);
  await work();
  const kept = await got(admin.readBackups({}));
  const [made] = kept.items;
  assert.ok(made);
  assert.deepEqual([kept.state, made.kind, made.checked, made.hasKey], ['good', 'logical', undefined, false]);
  await got(admin.checkBackup({ params: { name: made.name }, body: {}, ...once() }));
  await work();
  assert.equal((await got(admin.readBackups({}))).items[0]?.checked?.damaged, 0);
  const [{ place } = { place: '' }] = await listBackups(folder);
  await writeFile(join(place, 'files/media/cup.png'), 'a jug');
  await got(admin.checkBackup({ params: { name: made.name }, body: {}, ...once() }));
  await work();
  const after = await got(admin.readBackups({}));
  assert.deepEqual([after.state, after.items[0]?.checked?.damaged], ['warning', 1]);
  const [last] = await listWork(db, { startedBy: await whoBegan(), limit: 1 });
  assert.deepEqual([last?.state, last?.result['damaged']], ['done', 1]);
  const file = last && (await openWorkFile(files, last.id));
  assert.match(file ? await text(file.stream) : '', /^changed\tfiles\/media\/cup\.png/);
});

test('whoever may look may not make one, and no name is a way out of the folder', async () => {
  const reader = makeClient(ADMIN_API, { origin, token: await keyWith(['system:read']) });
  assert.equal((await got(reader.readBackups({}))).items.length, 1);
  assert.equal(await refusedAs(reader.makeBackup({ body: {}, ...once() })), 'forbidden');
  const away = { name: '../../etc' };
  assert.notEqual(await refusedAs(admin.checkBackup({ params: away, body: {}, ...once() })), '');
  const none = { name: '2020-01-01T00-00-00Z-abcdef' };
  assert.equal(await refusedAs(admin.checkBackup({ params: none, body: {}, ...once() })), 'not_found');
});

async function whoBegan(): Promise<string> {
  const { rows } = await connection.pool.query<{ started_by: string }>(
    'select started_by from platform.work limit 1',
  );
  return rows[0]?.started_by ?? '';
}
