import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, test } from 'node:test';
import sharp from 'sharp';
import { testDatabase } from '../../../test/database.ts';
import { expectOk } from '../../kernel/index.ts';
import { folderStore } from '../../platform/files/index.ts';
import { newId } from '../../platform/id.ts';
import {
  findAssetsByName,
  importPictures,
  openOriginal,
  readAssetSources,
  readPictures,
  rendition,
  requestAsset,
  storeAsset,
  storeFile,
} from './index.ts';

const { db } = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'institor-files-'));
after(() => rm(folder, { recursive: true }));
const store = folderStore(folder);
const deps = { db, files: store };

let color = 0;
/** A picture that no other test has. */
const aPicture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: color++, g: 100, b: 50 } } });

test('a trial of a folder keeps nothing and knows what the shop has already', async () => {
  const root = await mkdtemp(join(tmpdir(), 'institor-import-'));
  const known = await aPicture(60, 40).png().toBuffer();
  const { assetId } = expectOk(await storeAsset(deps, { data: known, fileName: 'known.png' }));
  await writeFile(join(root, 'known-too.png'), known);
  await writeFile(join(root, 'new.png'), await aPicture(60, 40).png().toBuffer());
  await writeFile(join(root, 'new.pdf'), '%PDF-1.4 of this test');
  const before = await Array.fromAsync(store.list(''));
  const found = await Array.fromAsync(importPictures(deps, { folder: root }, { isTrial: true }));
  assert.deepEqual(
    found.map(({ path, result }) => [path, result.ok && result.value.assetId === assetId]),
    [
      ['known-too.png', true],
      ['new.pdf', false],
      ['new.png', false],
    ],
  );
  assert.ok(found.every(({ result }) => result.ok));
  assert.deepEqual(await Array.fromAsync(store.list('')), before);
  await rm(root, { recursive: true });
});

test('a file is kept once, as its content says, and no page shows it, picture or not', async () => {
  const data = Buffer.from('%PDF-1.4\n…');
  const file = expectOk(await storeFile(deps, { data, fileName: 'pattern.exe' }));
  assert.deepEqual([file.kind, file.mime, file.bytes], ['file', 'application/pdf', data.length]);
  assert.equal(expectOk(await storeFile(deps, { data, fileName: 'other.pdf' })).assetId, file.assetId);
  assert.equal(await rendition(deps, { assetId: file.assetId, width: 320, format: 'webp' }), undefined);
  const image = await aPicture(90, 40).png().toBuffer();
  const hidden = expectOk(await storeFile(deps, { data: image, fileName: 'wallpaper.png' }));
  const shown = expectOk(await storeAsset(deps, { data: image, fileName: 'wallpaper.png' }));
  assert.notEqual(hidden.assetId, shown.assetId);
  assert.equal(await rendition(deps, { assetId: hidden.assetId, width: 90, format: 'webp' }), undefined);
  assert.equal((await readPictures(db, [hidden.assetId])).size, 0);
  const original = await openOriginal(deps, hidden.assetId);
  assert.ok(original && image.equals(await buffer(original.stream)));
  const refusals = [Buffer.alloc(0), Buffer.alloc(100_000_001)].map((bad) =>
    storeFile(deps, { data: bad, fileName: 'x' }),
  );
  assert.deepEqual(
    (await Promise.all(refusals)).map((result) => result.ok || result.refusal.code),
    ['empty', 'too_large'],
  );
});

test('an asset is called by its address or by a name that is its alone', async () => {
  const make = async () => aPicture(80, 40).png().toBuffer();
  const ids = [];
  for (const data of [await make(), await make()]) {
    ids.push(expectOk(await storeAsset(deps, { data, fileName: 'sub/Mug.png' })).assetId);
  }
  const [first = newId<'asset'>(), second = newId<'asset'>()] = ids;
  const url = 'https://pictures.example/called.png';
  const fetched = await db.transaction().execute((tx) => requestAsset(tx, { url }));
  const sources = await readAssetSources(db, [first, second, fetched, newId<'asset'>()]);
  const other = `Mug~${second.slice(-8)}.png`;
  assert.deepEqual(
    [first, second, fetched].map((id) => sources.get(id)),
    [
      { source: 'Mug.png', isAddress: false },
      { source: other, isAddress: false },
      { source: url, isAddress: true },
    ],
  );
  assert.equal(sources.size, 3);
  const byName = await findAssetsByName(db, ['mug.PNG', other, 'nothing.png']);
  assert.deepEqual(
    [...byName],
    [
      ['mug.PNG', first],
      [other, second],
    ],
  );
});
