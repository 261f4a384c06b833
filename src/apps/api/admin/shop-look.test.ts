import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import sharp from 'sharp';
import { testDatabase } from '../../../../test/database.ts';
import { NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { expectOk } from '../../../kernel/index.ts';
import { createKey, SCOPES } from '../../../modules/access/index.ts';
import { openLookPreview } from '../../../modules/markets/index.ts';
import { storeAsset } from '../../../modules/media/index.ts';
import { makeClient } from '../../../platform/api/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { folderStore } from '../../../platform/files/index.ts';
import { withKeys } from '../../../platform/secrets/index.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { anApi, shoppingWith } from '../testing/an-api.ts';
import { got, refusedAs } from '../testing/got.ts';
import { ADMIN_API } from './api.ts';

const connection = await testDatabase(16);
const { db } = connection;
const selling = await openSellingShop(connection);
const secrets = withKeys([randomBytes(32)]);
const folder = await mkdtemp(join(tmpdir(), 'institor-look-'));
const files = folderStore(folder);
const app = await anApi(connection, aSearch([]), {
  ...{ now: () => NOW, shopping: shoppingWith(selling.deps), secrets, files },
});
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
after(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});
const { secret } = expectOk(
  await transact(db, (tx) => createKey(tx, { name: 'test', scopes: Object.keys(SCOPES), now: NOW })),
);
const admin = makeClient(ADMIN_API, { origin, token: secret });

test('a look is previewed by a token that nobody else can make, for half an hour', async () => {
  const { token, pages, accent } = await got(admin.previewLook({ query: { template: 'nocturne' } }));
  assert.deepEqual(openLookPreview(secrets, token, NOW), { template: 'nocturne', accent: '' });
  assert.equal(openLookPreview(secrets, token, NOW.add({ minutes: 30 })), undefined);
  const others = [`x${token}`, token.slice(0, -8), '', 'x'.repeat(3_000), secrets.seal('no JSON')];
  for (const other of others) assert.equal(openLookPreview(secrets, other, NOW), undefined, other);
  assert.equal(openLookPreview(withKeys([randomBytes(32)]), token, NOW), undefined);
  assert.deepEqual([pages[0]?.path, accent], ['/', undefined]);
});

test('a colour is previewed as the template draws it, with its contrast', async () => {
  const query = { template: 'atelier', accent: '#FFEE00' } as const;
  const { token, accent } = await got(admin.previewLook({ query }));
  assert.deepEqual(openLookPreview(secrets, token, NOW), { template: 'atelier', accent: '#ffee00' });
  assert.ok(accent !== undefined);
  assert.deepEqual([accent.light.isAdjusted, accent.dark.isAdjusted], [true, false]);
  assert.ok(accent.light.ratio >= 4.5 && accent.dark.ratio >= 4.5);
  const red = admin.previewLook({ query: { template: 'atelier', accent: 'red' } });
  assert.equal(await refusedAs(red), 'invalid');
});

test('colour, logo and picture are the shop’s own until they are taken away', async () => {
  const data = await sharp({ create: { width: 400, height: 100, channels: 4, background: '#7a1f3d80' } })
    .png()
    .toBuffer();
  const { assetId } = expectOk(await storeAsset({ db, files }, { data, fileName: 'logo.png' }));
  assert.deepEqual(await got(admin.readTheme({})), { accent: '' });
  const saved = await got(admin.saveTheme({ body: { accent: '#7A1F3D', logoId: assetId } }));
  assert.deepEqual([saved.accent, saved.logo?.assetId, saved.logo?.width], ['#7a1f3d', assetId, 400]);
  assert.deepEqual(await got(admin.readTheme({})), saved);
  const unknown = admin.saveTheme({ body: { accent: '', pictureId: randomUUID() } });
  assert.equal(await refusedAs(unknown), 'not_found');
  assert.equal(await refusedAs(admin.saveTheme({ body: { accent: '#12345' } })), 'invalid');
  assert.deepEqual(await got(admin.saveTheme({ body: { accent: '' } })), { accent: '' });
});
