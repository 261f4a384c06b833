import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { takeWaiting } from '../../../test/collected.ts';
import { testDatabase } from '../../../test/database.ts';
import { expectOk } from '../../kernel/index.ts';
import { createSender, newVisitorId, revokeSender } from '../../modules/collector/index.ts';
import { aCollectServer, BROWSER, NOW, poster } from './testing/a-collect-server.ts';

const connection = await testDatabase();
const { db } = connection;
const server = await aCollectServer(connection);
after(() => server.close());
const post = poster(server);
const taken = () => takeWaiting(connection);

test('gtag’s events of a shop are the same events: one in the query, several in the body', async () => {
  const shared = new URLSearchParams({
    ...{ v: '2', tid: 'G-X', cid: '123.456', _p: '1', _s: '1', gcs: 'G111', ul: 'de-at', dt: 'Mug' },
    dl: 'https://shop.example/products/mug?utm_source=news&utm_medium=email',
  });
  const item = 'idMUG-1~nmMug ~~ cup~pr9.5~qt2~brKiln~k0colour~v0red';
  const one = new URLSearchParams([...shared, ['en', 'add_to_cart'], ['cu', 'EUR'], ['epn.value', '19']]);
  one.append('pr1', item);
  const { 'content-type': _type, ...headers } = BROWSER;
  const get = await server.inject({ method: 'GET', url: `/g/collect?${one}`, headers });
  assert.deepEqual([get.statusCode, get.body], [204, '']);
  const again = await server.inject({ method: 'GET', url: `/g/collect?${one}`, headers });
  assert.equal(again.statusCode, 204);
  const lines = 'en=page_view&_et=1500\r\nen=purchase&ep.transaction_id=A-7&epn.value=19&cu=EUR';
  assert.equal((await post(`/g/collect?${shared}`, lines)).statusCode, 204);
  const [first, second, page, purchase] = await taken();
  assert.equal(first?.['id'], second?.['id'], 'sent again, it is the same event');
  assert.deepEqual(
    [first?.['name'], first?.['visitor'], first?.['mode'], first?.['value_minor'], first?.['source']],
    ['add_to_cart', '123.456', 'consented', 1_900, 'news'],
  );
  assert.deepEqual(JSON.parse(String(first?.['items'])), [
    {
      ...{ item_id: 'MUG-1', item_name: 'Mug ~ cup', price_minor: 950, quantity: 2 },
      ...{ item_brand: 'Kiln', colour: 'red' },
    },
  ]);
  assert.deepEqual([page?.['name'], page?.['engaged_ms'], page?.['locale']], ['page_view', 1_500, 'de-AT']);
  assert.deepEqual([purchase?.['order_id'], purchase?.['value_minor']], ['A-7', undefined]);
  assert.notEqual(page?.['id'], purchase?.['id']);
});

test('gtag’s own id is a visitor only where storage was agreed to', async () => {
  const table: [gcs: string, mode: string][] = [
    ['G111', 'consented'],
    ['G101', 'consented'],
    ['G110', 'cookieless'],
    ['G100', 'cookieless'],
    ['', 'cookieless'],
    ['G111&cid=a%00b', 'cookieless'],
  ];
  for (const [gcs, mode] of table) {
    await post(`/g/collect?en=page_view&ul=x&gcs=${gcs}&cid=1.2`, '');
    const [line] = await taken();
    assert.deepEqual([line?.['mode'], line?.['visitor'] === '1.2'], [mode, mode === 'consented'], gcs);
  }
});

test('a server sends by the Measurement Protocol with its secret, until that is revoked', async () => {
  const made = await db.transaction().execute((tx) => createSender(tx, { name: 'ERP', now: NOW }));
  const { id, secret } = expectOk(made);
  const send = (body: object, api_secret = secret) =>
    server.inject({
      ...{ method: 'POST', url: `/mp/collect?measurement_id=G-X&api_secret=${api_secret}` },
      payload: JSON.stringify(body),
    });
  const event = { name: 'purchase', params: { transaction_id: 'A-7', session_id: '1' } };
  const micros = (NOW.epochMilliseconds - 60_000) * 1_000;
  const body = { client_id: '1.2', timestamp_micros: String(micros), events: [event] };
  for (const wrong of ['', 'x', newVisitorId()]) assert.equal((await send(body, wrong)).statusCode, 401);
  assert.equal((await send(body)).statusCode, 204);
  assert.equal((await send(body)).statusCode, 204);
  const [first, second] = await taken();
  assert.equal(first?.['id'], second?.['id']);
  assert.deepEqual(
    [first?.['happened_at'], first?.['visitor'], first?.['order_id'], first?.['data']],
    [NOW.epochMilliseconds - 60_000, '1.2', 'A-7', undefined],
  );
  assert.equal((await send({ events: [event] })).statusCode, 422);
  assert.equal((await send({ ...body, client_id: 'a\0b' })).statusCode, 422);
  assert.equal((await send({ client_id: '1', events: [{ name: 'purchase' }] })).statusCode, 422);
  await db.transaction().execute((tx) => revokeSender(tx, { id, now: NOW }));
  assert.equal((await send(body)).statusCode, 401);
  assert.deepEqual(await taken(), []);
});
