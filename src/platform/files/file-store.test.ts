import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { startFakeS3 } from './fake/s3-server.ts';
import { type FileStore, folderStore, s3Store } from './index.ts';

const account = { accessKeyId: 'shop', secretAccessKey: 'open sesame', region: 'eu-central-1' };
const folder = await mkdtemp(join(tmpdir(), 'institor-files-'));
const s3 = await startFakeS3(account);
after(async () => {
  await rm(folder, { recursive: true });
  await s3.close();
});
const settings = { ...account, endpoint: s3.endpoint, bucket: 'pictures', prefix: 'shop-1/' };
const stores: Record<string, FileStore> = { folder: folderStore(folder), S3: s3Store(settings) };

for (const [name, store] of Object.entries(stores)) {
  test(`${name}: what was put is got back, byte for byte, with its size and hash`, async () => {
    const data = randomBytes(200_000);
    const stored = await store.put('media/ab/one.webp', data, { mime: 'image/webp' });
    assert.deepEqual(stored, {
      bytes: 200_000,
      sha256: createHash('sha256').update(data).digest('hex'),
    });
    const file = await store.get('media/ab/one.webp');
    assert.ok(file);
    assert.equal(file.bytes, 200_000);
    assert.equal(file.mime, 'image/webp');
    assert.ok(data.equals(await buffer(file.stream)));
  });

  test(`${name}: a stream is put like a buffer, and a second put replaces the first`, async () => {
    await store.put('media/ab/two', Readable.from([Buffer.from('he'), Buffer.from('llo')]), {
      mime: 'text/plain',
    });
    await store.put('media/ab/two', Buffer.from('bye'), { mime: 'text/plain' });
    const file = await store.get('media/ab/two');
    assert.equal(file && String(await buffer(file.stream)), 'bye');
  });

  test(`${name}: a stream that breaks leaves what was there`, async () => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('half');
        throw new Error('the line went dead');
      })(),
    );
    await assert.rejects(store.put('media/ab/two', broken, { mime: 'text/plain' }), /line went dead/);
    const file = await store.get('media/ab/two');
    assert.equal(file && String(await buffer(file.stream)), 'bye');
  });

  test(`${name}: what is not there is undefined, does not exist, and may be removed`, async () => {
    assert.equal(await store.get('media/none'), undefined);
    assert.equal(await store.exists('media/none'), false);
    await store.remove('media/none');
    await store.put('media/some', Buffer.from('x'), { mime: 'text/plain' });
    assert.equal(await store.exists('media/some'), true);
    await store.remove('media/some');
    assert.equal(await store.exists('media/some'), false);
  });

  test(`${name}: every key under a prefix is listed, in order, over many pages`, async () => {
    const keys = Array.from({ length: 10 }, (_, index) => `list/${index % 2}/file-${index}`).toSorted();
    for (const key of keys) await store.put(key, Buffer.from(key), { mime: 'text/plain' });
    await store.put('listed-elsewhere', Buffer.from('x'), { mime: 'text/plain' });
    assert.deepEqual(await Array.fromAsync(store.list('list/')), keys);
    assert.deepEqual(
      await Array.fromAsync(store.list('list/1/file-')),
      keys.filter((key) => key.startsWith('list/1/')),
    );
    assert.deepEqual(await Array.fromAsync(store.list('nowhere')), []);
  });

  for (const key of [
    '../out',
    'a/../b',
    '/etc/passwd',
    'a//b',
    '',
    'a/.hidden',
    'a\\b',
    'a/b\0',
    'ä',
    `${'x'.repeat(300)}`,
  ]) {
    test(`${name}: ${JSON.stringify(key.slice(0, 20))} is no key`, async () => {
      await assert.rejects(async () => store.put(key, Buffer.from('x'), { mime: 'text/plain' }), RangeError);
      await assert.rejects(async () => store.get(key), RangeError);
    });
  }
}

test('folder: nothing half-written is left behind', async () => {
  assert.deepEqual(await readdir(join(folder, '.unfinished')), []);
});

test('S3: a service that is busy is asked again, and one that stays so is an error', async () => {
  const store = s3Store({ ...settings, attempts: 3 });
  s3.failNext(2);
  await store.put('busy', Buffer.from('x'), { mime: 'text/plain' });
  s3.failNext(3);
  await assert.rejects(store.get('busy'), /503: .*SlowDown/);
  s3.failNext(0);
});

test('S3: a wrong secret is refused by the service and is an error at once', async () => {
  const store = s3Store({ ...settings, secretAccessKey: 'wrong' });
  await assert.rejects(store.get('busy'), /403: .*SignatureDoesNotMatch/);
});
