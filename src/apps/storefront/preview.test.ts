import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { openLookPreview, sealLookPreview } from '../../modules/markets/index.ts';
import { withKeys } from '../../platform/secrets/index.ts';
import { aSearch, documentsOf } from './testing/a-search.ts';
import { aServer, drawnView } from './testing/a-server.ts';
import { aShop } from './testing/a-shop.ts';

const connection = await testDatabase();
const now = Temporal.Now.instant();
const shop = await aShop(connection.db, now);
const secrets = withKeys([randomBytes(32)]);
const server = await aServer(connection, aSearch(documentsOf(shop)), {
  openPreview: (token, at) => openLookPreview(secrets, token, at),
});
after(() => server.close());

const tokenFor = (until: Temporal.Instant) =>
  sealLookPreview(secrets, { look: { template: 'nocturne' }, until });
const PATHS = ['/', '/de', '/products/blue-mug', '/collections'];

test('who has a preview sees the shop in another look, and nobody else does', async () => {
  const token = tokenFor(now.add({ minutes: 5 }));
  for (const path of PATHS) {
    const before = await server.inject(path);
    const { template } = drawnView(before.body).frame;
    assert.notEqual(template, 'nocturne');
    const { statusCode, headers, body } = await server.inject(`${path}?preview=${token}`);
    const { frame } = drawnView(body);
    assert.deepEqual([statusCode, frame.template, frame.assets.scripts], [200, 'nocturne', []], path);
    assert.equal(headers['cache-control'], 'private, no-store');
    assert.equal(headers['x-robots-tag'], 'noindex, nofollow');
    assert.match(String(headers['content-security-policy']), /frame-ancestors 'self'/);
    const later = await server.inject(path);
    assert.equal(drawnView(later.body).frame.template, template, path);
    assert.match(String(later.headers['content-security-policy']), /frame-ancestors 'none'/);
  }
});

test('a preview that is over, or made by somebody else, is an ordinary page', async () => {
  const other = sealLookPreview(withKeys([randomBytes(32)]), {
    ...{ look: { template: 'nocturne' }, until: now.add({ minutes: 5 }) },
  });
  for (const token of [tokenFor(now.subtract({ seconds: 1 })), other, 'nocturne', '']) {
    const { headers, body } = await server.inject(`/?preview=${token}`);
    assert.notEqual(drawnView(body).frame.template, 'nocturne', token);
    assert.notEqual(headers['cache-control'], 'private, no-store');
  }
});
