import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { expectOk } from '../../../kernel/index.ts';
import { createKey, SCOPES } from '../../../modules/access/index.ts';
import { makeClient } from '../../../platform/api/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { withKeys } from '../../../platform/secrets/index.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { anApi, shoppingWith } from '../testing/an-api.ts';
import { got } from '../testing/got.ts';
import { CERTIFICATE, KEY } from './address/testing/certificate.ts';
import { ADMIN_API } from './api.ts';

const connection = await testDatabase(16);
const { db } = connection;
const selling = await openSellingShop(connection);
const secrets = withKeys([randomBytes(32)]);
const places: { close: () => unknown }[] = [];
after(() => Promise.all(places.map((place) => place.close())));

/** A shop of this software, with keys of its own unless it is given some. */
async function aShopAt(keys = withKeys([randomBytes(32)])): Promise<string> {
  const app = await anApi(connection, aSearch([]), {
    ...{ now: () => NOW, shopping: shoppingWith(selling.deps), secrets: keys },
    place: { trustsProxy: true, guard: { allowPrivate: (host) => host === '127.0.0.1' } },
  });
  places.push(app);
  return app.listen({ host: '127.0.0.1', port: 0 });
}

async function aSite(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  places.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const origin = await aShopAt(secrets);
const { secret } = expectOk(
  await transact(db, (tx) => createKey(tx, { name: 'test', scopes: Object.keys(SCOPES), now: NOW })),
);
const admin = makeClient(ADMIN_API, { origin, token: secret });
const check = (address: string) => got(admin.checkShopAddress({ body: { address } }));

test('the shop finds itself, and tells itself from another shop and from any site', async () => {
  const found = await check(origin);
  assert.deepEqual([found.outcome, found.addresses, found.status], ['this_shop', ['127.0.0.1'], 200]);
  assert.equal((await check(await aShopAt())).outcome, 'another_institor');
  const site = await aSite((_request, response) => response.end('Welcome to my site'));
  assert.equal((await check(site)).outcome, 'another_site');
});

test('a redirect is followed, and it is said where it leads', async () => {
  const away = await aSite((_request, response) => response.writeHead(200).end('parked'));
  const to = async (target: string) =>
    check(await aSite(({ url }, response) => response.writeHead(301, { location: target + url }).end()));
  const here = await to(origin);
  assert.deepEqual([here.outcome, here.redirectedTo], ['redirects_here', origin]);
  const elsewhere = await to(away);
  assert.deepEqual([elsewhere.outcome, elsewhere.redirectedTo], ['redirects_away', away]);
  assert.equal((await to('http://169.254.169.254')).outcome, 'private_address');
  const round = await aSite(({ url }, response) => response.writeHead(302, { location: url }).end());
  assert.equal((await check(round)).outcome, 'redirects_away');
});

test('nothing that is not public is asked, and what cannot be reached is said so', async () => {
  const table = [
    ['http://localhost:3000', 'bad_address'],
    ['http://localhost', 'private_address'],
    ['http://10.0.0.1', 'private_address'],
    ['https://169.254.169.254', 'private_address'],
    ['ftp://shop.example', 'bad_address'],
    ['shop.example', 'bad_address'],
    ['http://127.0.0.1:9', 'unreachable'],
  ] as const;
  for (const [address, outcome] of table) assert.equal((await check(address)).outcome, outcome, address);
});

test('a certificate that browsers do not believe is named, with its end', async () => {
  const server = createTlsServer({ cert: CERTIFICATE, key: KEY }, (_request, response) => response.end());
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  places.push(server);
  const found = await check(`https://127.0.0.1:${(server.address() as AddressInfo).port}`);
  assert.equal(found.outcome, 'bad_certificate');
  assert.equal(found.certificate?.problem, 'DEPTH_ZERO_SELF_SIGNED_CERT');
  assert.equal(found.certificate?.validUntil.slice(0, 4), '2046');
});

test('where the shop is reached is told with what says so', async () => {
  const { version } = await got(admin.readShop({}));
  await got(admin.saveShop({ body: { version, baseUrl: 'https://kept.example' } }));
  const { kept, setting, trustsProxy, prefixes } = await got(admin.readShopAddress({}));
  assert.deepEqual([kept, setting, trustsProxy, prefixes], ['https://kept.example', undefined, true, ['']]);
});
