import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fastify from 'fastify';
import sharp from 'sharp';
import { testDatabase } from '../../../test/database.ts';
import { expectOk } from '../../kernel/index.ts';
import { storeAsset } from '../../modules/media/index.ts';
import { folderStore } from '../../platform/files/index.ts';
import { addMediaRoute } from './media-route.ts';

const { db } = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'institor-media-route-'));
after(() => rm(folder, { recursive: true }));
const deps = { db, files: folderStore(folder) };
const app = fastify();
addMediaRoute(app, deps);
const picture = sharp({ create: { width: 700, height: 350, channels: 3, background: '#336699' } });
const { assetId } = expectOk(
  await storeAsset(deps, { data: await picture.png().toBuffer(), fileName: 'a.png' }),
);

test('a rendition is sent with its type, to be kept for a year and never guessed at', async () => {
  for (const round of ['made', 'known']) {
    const answer = await app.inject(`/media/${assetId}/320.webp`);
    assert.equal(answer.statusCode, 200, round);
    assert.equal(answer.headers['content-type'], 'image/webp');
    assert.equal(answer.headers['cache-control'], 'public, max-age=31536000, immutable');
    assert.equal(answer.headers['x-content-type-options'], 'nosniff');
    const { width, height } = await sharp(answer.rawPayload).metadata();
    assert.deepEqual([width, height], [320, 160]);
  }
});

test('who has it already gets 304', async () => {
  const { headers } = await app.inject(`/media/${assetId}/320.webp`);
  const again = await app.inject({
    url: `/media/${assetId}/320.webp`,
    headers: { 'if-none-match': String(headers.etag) },
  });
  assert.deepEqual([again.statusCode, again.rawPayload.length], [304, 0]);
});

for (const path of [
  `${'0'.repeat(8)}-0000-7000-8000-${'0'.repeat(12)}/320.webp`,
  'ID/333.webp',
  'ID/0320.webp',
  'ID/320.png',
  'ID/320.svg',
  'ID/original.png',
  'ID/..%2f..%2foriginal.png',
  'nothing/320.webp',
]) {
  test(`${path} is not found`, async () => {
    assert.equal((await app.inject(`/media/${path.replace('ID', assetId)}`)).statusCode, 404);
  });
}
