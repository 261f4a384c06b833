import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import sharp from 'sharp';
import { testDatabase } from '../../../test/database.ts';
import { expectOk } from '../../kernel/index.ts';
import { type FileStore, folderStore } from '../../platform/files/index.ts';
import { newId } from '../../platform/id.ts';
import { runDueJobs } from '../../platform/jobs/index.ts';
import {
  type AssetId,
  fetchAsset,
  importPictures,
  mediaJobs,
  openOriginal,
  readPictures,
  rendition,
  requestAsset,
  requestAssets,
  storeAsset,
} from './index.ts';
import { zipOf } from './zip/zip-writer.ts';

const connection = await testDatabase();
const { db } = connection;
const folder = await mkdtemp(join(tmpdir(), 'institor-media-'));
const store = folderStore(folder);
let puts: string[] = [];
const files: FileStore = {
  ...store,
  put: (key, data, about) => {
    puts.push(key);
    return store.put(key, data, about);
  },
};
const deps = { db, files };

let color = 0;
/** A picture that no other test has. */
const aPicture = (width = 700, height = 500) =>
  sharp({ create: { width, height, channels: 3, background: { r: color++, g: 100, b: 50 } } });

const pictures: Record<string, { readonly status: number; readonly data: Buffer }> = {
  '/good.png': { status: 200, data: await aPicture(300, 200).png().toBuffer() },
  '/page.png': { status: 200, data: Buffer.from('<html>not found</html>') },
  '/pattern': { status: 200, data: Buffer.from('%PDF-1.4') },
  '/busy.png': { status: 503, data: Buffer.alloc(0) },
};
const server = createServer((request, response) => {
  const found = pictures[request.url ?? ''];
  response.writeHead(found?.status ?? 404, { 'content-type': 'image/png' }).end(found?.data);
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = server.address() as AddressInfo;
after(async () => {
  server.close();
  await rm(folder, { recursive: true });
});
const fetch = { allowPrivate: (host: string) => host === '127.0.0.1' };
const at = (path: string) => `http://127.0.0.1:${port}${path}`;
const request = (url: string) => db.transaction().execute((tx) => requestAsset(tx, { url }));

async function made(assetId: AssetId, width: number, format: 'avif' | 'webp' | 'jpeg') {
  const found = await rendition(deps, { assetId, width, format });
  const file = found && (await files.get(found.fileKey));
  assert.ok(found && file);
  const data = await buffer(file.stream);
  return { ...found, data, metadata: await sharp(data).metadata() };
}

test('the same picture is kept once, whatever it is called', async () => {
  const data = await aPicture().jpeg().toBuffer();
  puts = [];
  const [first, second] = await Promise.all([
    storeAsset(deps, { data, fileName: 'a.jpg' }),
    storeAsset(deps, { data, fileName: 'b.png' }),
  ]);
  assert.equal(expectOk(first).assetId, expectOk(second).assetId);
  const picture = (await readPictures(db, [expectOk(first).assetId])).get(expectOk(first).assetId);
  assert.deepEqual([picture?.width, picture?.height], [700, 500]);
});

test('a rendition is of its format and size, smaller than the original, and without metadata', async () => {
  const data = await aPicture(2000, 1000)
    .jpeg({ quality: 100 })
    .withExif({ IFD0: { Artist: 'Somebody' }, IFD3: { GPSLatitude: '48/1 8/1 0/1' } })
    .toBuffer();
  const { assetId } = expectOk(await storeAsset(deps, { data, fileName: 'place.jpg' }));
  for (const format of ['avif', 'webp', 'jpeg'] as const) {
    const { metadata, bytes, ...rest } = await made(assetId, 640, format);
    assert.deepEqual([metadata.width, metadata.height, rest.width, rest.height], [640, 320, 640, 320]);
    assert.equal(metadata.format, format === 'avif' ? 'heif' : format);
    assert.equal(metadata.exif, undefined);
    assert.ok(bytes < data.length);
  }
});

test('a photo that lies on its side is shown upright', async () => {
  const data = await aPicture(400, 300).jpeg().withMetadata({ orientation: 6 }).toBuffer();
  const { assetId, width } = expectOk(await storeAsset(deps, { data, fileName: 'side.jpg' }));
  assert.equal(width, 300);
  const { metadata } = await made(assetId, 160, 'webp');
  assert.deepEqual([metadata.width, metadata.height, metadata.orientation], [160, 213, undefined]);
});

test('a picture is never enlarged: who asks for more gets the widest there is', async () => {
  const { assetId } = expectOk(
    await storeAsset(deps, { data: await aPicture(500, 250).png().toBuffer(), fileName: 'small.png' }),
  );
  const wide = await made(assetId, 1920, 'webp');
  assert.equal(wide.width, 500);
  assert.match(wide.fileKey, /500\.webp$/);
  assert.equal((await made(assetId, 500, 'webp')).fileKey, wide.fileKey);
  assert.equal(await rendition(deps, { assetId, width: 501, format: 'webp' }), undefined);
});

test('a drawing is sharp in every width and has no script', async () => {
  const data = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 40"><script>1</script>' +
      '<rect width="15" height="40"/></svg>',
  );
  const { assetId } = expectOk(await storeAsset(deps, { data, fileName: 'vase.svg' }));
  const { data: png, metadata } = await made(assetId, 960, 'webp');
  assert.deepEqual([metadata.width, metadata.height], [960, 1280]);
  // The edge in the middle is one pixel sharp, so it was drawn at this size and not enlarged from 30 pixels.
  const row = await sharp(png)
    .extract({ left: 470, top: 600, width: 20, height: 1 })
    .ensureAlpha()
    .raw()
    .toBuffer();
  const alphas = row.filter((_, index) => index % 4 === 3);
  assert.ok(alphas.filter((alpha) => alpha > 40 && alpha < 215).length <= 2, alphas.join(' '));
});

test('many who ask at once for one rendition share one encode', async () => {
  const { assetId } = expectOk(
    await storeAsset(deps, { data: await aPicture().png().toBuffer(), fileName: 'flight.png' }),
  );
  puts = [];
  const all = await Promise.all(
    Array.from({ length: 10 }, () => rendition(deps, { assetId, width: 320, format: 'avif' })),
  );
  assert.equal(puts.length, 1);
  assert.equal(new Set(all.map((one) => one?.fileKey)).size, 1);
  await rendition(deps, { assetId, width: 320, format: 'avif' });
  assert.equal(puts.length, 1);
});

test('an address has one asset, which is ready and told when it has been fetched', async () => {
  const assetId = await request(at('/good.png'));
  assert.equal(await request(at('/good.png')), assetId);
  assert.equal((await readPictures(db, [assetId])).size, 0);
  assert.equal(await fetchAsset(deps, { assetId, isLastAttempt: false, fetch }), 'ready');
  assert.equal(await fetchAsset(deps, { assetId, isLastAttempt: false, fetch }), 'ready');
  assert.deepEqual((await readPictures(db, [assetId])).get(assetId)?.width, 300);
  const { rows } = await sql`
    select payload from platform.outbox where topic = 'media.assets_ready'
  `.execute(db);
  assert.deepEqual(rows, [{ payload: { assetIds: [assetId] } }]);
  await runDueJobs({ connection, jobs: mediaJobs, files });
  assert.ok(await files.exists((await made(assetId, 160, 'avif')).fileKey));
});

test('two addresses of the same picture are two assets of one file', async () => {
  pictures['/twin.png'] = { status: 200, data: pictures['/good.png']?.data ?? Buffer.alloc(0) };
  const assetId = await request(at('/twin.png'));
  assert.equal(await fetchAsset(deps, { assetId, isLastAttempt: true, fetch }), 'ready');
  const { rows } = await sql<{ files: number }>`
    select count(distinct file_key)::int as files from media.asset
    where source_url like '%/good.png' or source_url like '%/twin.png'
  `.execute(db);
  assert.equal(rows[0]?.files, 1);
});

for (const [path, failure] of [
  ['/page.png', /^not_an_image/],
  ['/missing.png', /^bad_status/],
] as const) {
  test(`${path} fails for good, with its reason, and a new request tries again`, async () => {
    const assetId = await request(at(path));
    assert.equal(await fetchAsset(deps, { assetId, isLastAttempt: false, fetch }), 'failed');
    const read = () =>
      sql<{
        state: string;
        failure: string;
      }>`select state, failure from media.asset where id = ${assetId}`.execute(db);
    assert.match((await read()).rows[0]?.failure ?? '', failure);
    assert.equal(await request(at(path)), assetId);
    assert.equal((await read()).rows[0]?.state, 'pending');
  });
}

test('a busy server is tried again until the last attempt', async () => {
  const assetId = await request(at('/busy.png'));
  await assert.rejects(fetchAsset(deps, { assetId, isLastAttempt: false, fetch }), /503/);
  assert.equal(await fetchAsset(deps, { assetId, isLastAttempt: true, fetch }), 'failed');
});

test('the job does not fetch from our own network', async () => {
  await sql`delete from graphile_worker._private_jobs`.execute(db);
  const assetId = await request('http://127.0.0.1/admin.png');
  await runDueJobs({ connection, jobs: mediaJobs, files });
  const { rows } = await sql<{
    failure: string;
  }>`select failure from media.asset where id = ${assetId}`.execute(db);
  assert.match(rows[0]?.failure ?? '', /^private_address/);
});

test('a thousand addresses are asked for in a few statements', async () => {
  const urls = Array.from({ length: 1000 }, (_, index) => `https://pictures.example/${index}.jpg`);
  const ids = await db.transaction().execute((tx) => requestAssets(tx, { urls: [...urls, ...urls] }));
  assert.equal(ids.size, 1000);
  const { rows } = await sql<{ jobs: number }>`
    select count(*)::int as jobs from graphile_worker.jobs where task_identifier = 'media.fetch'
  `.execute(db);
  assert.equal(rows[0]?.jobs, 1000);
});

test('a picture that is not there has no rendition', async () => {
  assert.equal(await rendition(deps, { assetId: newId<'asset'>(), width: 320, format: 'avif' }), undefined);
});

test('a folder and a zip are taken file by file, each with its verdict, links passed over', async () => {
  const data = await aPicture(50, 40).png().toBuffer();
  const root = await mkdtemp(join(tmpdir(), 'institor-import-'));
  await mkdir(join(root, 'mugs'));
  await writeFile(join(root, 'mugs', 'blue.png'), data);
  await writeFile(join(root, 'notes.txt'), 'no picture');
  await symlink('/etc/hostname', join(root, 'link.png'));
  const verdicts = async (from: Parameters<typeof importPictures>[1]) =>
    (await Array.fromAsync(importPictures(deps, from))).map(
      ({ path, result }) => `${path} ${result.ok ? 'taken' : result.refusal.code}`,
    );
  assert.deepEqual(await verdicts({ folder: root }), ['mugs/blue.png taken', 'notes.txt not_an_image']);
  const zip = zipOf([
    { path: 'mugs/blue.png', data },
    { path: '__MACOSX/mugs/._blue.png', data: Buffer.from('x') },
    { path: 'notes.txt', data: Buffer.from('no picture') },
  ]);
  assert.deepEqual(await verdicts({ zip }), ['mugs/blue.png taken', 'notes.txt not_an_image']);
  assert.deepEqual(await verdicts({ zip: zipOf([{ path: '../evil.png', data }]) }), [' unsafe_path']);
  await rm(root, { recursive: true });
});

test('an address of a download is taken as it is', async () => {
  const url = `http://127.0.0.1:${port}/pattern`;
  const id = (await db.transaction().execute((tx) => requestAssets(tx, { urls: [url], kind: 'file' }))).get(
    url,
  );
  assert.ok(id);
  const options = { allowPrivate: () => true };
  assert.equal(await fetchAsset(deps, { assetId: id, isLastAttempt: true, fetch: options }), 'ready');
  const original = await openOriginal(deps, id);
  assert.equal(original && (await buffer(original.stream)).toString(), '%PDF-1.4');
  assert.equal(await rendition(deps, { assetId: id, width: 320, format: 'webp' }), undefined);
});
