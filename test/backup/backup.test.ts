import assert from 'node:assert/strict';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { sql } from 'kysely';
import { expectOk } from '../../src/kernel/index.ts';
import { backUpShop } from '../../src/modules/backups/index.ts';
import { readOrder } from '../../src/modules/orders/index.ts';
import { checkBackup, listBackups } from '../../src/platform/backup/index.ts';
import { connect, type Db, ownerClient, SHOP_ROLE } from '../../src/platform/database/index.ts';
import { aSale } from '../selling/a-sale.ts';
import { openSellingShop } from '../selling/open-shop.ts';
import { aReadyCart, order } from '../selling/shopper.ts';
import { aShopToBackUp, newFolder, restoreFrom, restoreInto } from './shop-to-back-up.ts';

const shop = await aShopToBackUp();
const { db } = shop.connection;
const selling = await openSellingShop(shop.connection, { stock: 10_000 });
await aSale(selling);
for (const name of ['cup', 'pot', 'spoon']) {
  await shop.files.put(`media/${name}.png`, Buffer.from(`a picture of a ${name}`), { mime: 'image/png' });
}
const { signal } = new AbortController();

/** Sells on until it is told to stop; resolves to how many orders that were. */
function sellOn() {
  const stopping = new AbortController();
  const sold = (async () => {
    let count = 0;
    for (; !stopping.signal.aborted; count++) {
      const cart = await aReadyCart(selling, { variantId: selling.variants[0], quantity: 1 });
      expectOk(await order(selling, cart));
    }
    return count;
  })();
  return async () => {
    stopping.abort();
    return sold;
  };
}

async function orderIds(of: Db) {
  const { rows } = await sql<{ id: Parameters<typeof readOrder>[1] }>`
    select id from orders."order" order by id`.execute(of);
  return rows.map(({ id }) => id);
}

test('a shop that sells on while it is backed up is restored to the last row of that moment', async () => {
  const stop = sellOn();
  const made = await backUpShop(shop.backups, { signal }).finally(stop);
  const { place, manifest } = made;
  const before = (await orderIds(db)).length;
  assert.ok((await stop()) > 2, 'nothing was sold meanwhile');
  assert.ok(manifest.isExact);
  const { restored, connection, files } = await restoreFrom(shop, place);
  assert.deepEqual(restored.problems, []);
  const ids = await orderIds(connection.db);
  assert.ok(ids.length > 2 && ids.length <= before, `${ids.length} of ${before} orders`);
  let underWay = 0;
  for (const id of ids) {
    const [was, is] = await Promise.all([readOrder(connection.db, id), readOrder(db, id)]);
    if (was?.version === is?.version) assert.deepEqual(was, is);
    else underWay += 1;
  }
  assert.ok(underWay <= 1, `${underWay} orders were being paid for at that moment by one buyer`);
  const picture = await files.get('media/cup.png');
  assert.equal(picture && (await text(picture.stream)), 'a picture of a cup');
  assert.equal((await orderIds(db)).length > ids.length, true, 'the shop itself went on');
});

test('every table of the shop is counted, and one row too few would be named', async () => {
  const [backup] = await listBackups(shop.folder);
  assert.ok(backup);
  const manifest = JSON.parse(await readFile(join(backup.place, 'manifest.json'), 'utf8'));
  const { rows } = await sql<{ count: bigint }>`
    select count(*) as count from pg_tables where schemaname !~ '^pg_' and schemaname <> 'information_schema'`.execute(
    db,
  );
  // The two of the running server, and the unlogged one.
  assert.equal(Object.keys(manifest.counts).length, Number(rows[0]?.count) - 3);
  assert.match(manifest.proofs.ledger, /^[1-9]\d*:-?\d+$/);
  // And nothing in it that the ledger does not say.
  assert.match(manifest.proofs['sales journal'], /^[1-9]\d*:-?\d+:0$/);
});

test('a damaged file is named by the check, and nothing is restored of that backup', async () => {
  const { place } = await backUpShop(shop.backups, { signal });
  assert.deepEqual((await checkBackup(place))?.damage, []);
  const picture = join(place, 'files/media/pot.png');
  const bytes = await readFile(picture);
  // It has two names: another file in its place, so that the other backup stays as it is.
  await rm(picture);
  await writeFile(picture, bytes.with(0, (bytes[0] ?? 0) ^ 1));
  assert.deepEqual((await checkBackup(place))?.damage, [{ path: 'files/media/pot.png', what: 'changed' }]);
  const target = newFolder('from-damaged');
  await assert.rejects(restoreFrom(shop, place, { folder: target }), /damaged[\s\S]*pot\.png: changed/);
  await assert.rejects(readdir(target), /ENOENT/);
  const [listed] = await listBackups(shop.folder);
  assert.equal(listed?.checked?.damaged, 1);
  await writeFile(join(place, 'manifest.json'), '{}');
  await assert.rejects(checkBackup(place), /manifest\.json is not as it was written/);
  const [broken, sound] = await listBackups(shop.folder);
  assert.match(broken?.problem ?? '', /not as it was written/);
  assert.equal(sound?.problem, '');
});

test('nothing is restored over a shop, nor without its key', async () => {
  const { place } = await backUpShop(shop.backups, { signal });
  await assert.rejects(restoreFrom(shop, place, { folder: shop.data }), /is not empty/);
  const other = Buffer.alloc(32, 9).toString('base64');
  await assert.rejects(restoreFrom(shop, place, { keys: other }), /not the key of that shop/);
  const target = newFolder('keyless');
  await assert.rejects(
    restoreFrom(shop, place, { keys: undefined, folder: target }),
    /key of the shop is not there/,
  );
});

test('a file that did not change is kept once', async () => {
  await backUpShop(shop.backups, { signal });
  const { place } = await backUpShop(shop.backups, { signal });
  assert.ok((await stat(join(place, 'files/media/cup.png'))).nlink > 1);
});

test('rows come back too, into an empty database of one’s own, with every constraint', async () => {
  const { place, manifest } = await backUpShop(shop.backups, { signal, isPortable: true });
  assert.equal(manifest.database.kind, 'logical');
  const owner = ownerClient(shop.connection);
  await owner.connect();
  await owner.query('create database elsewhere').finally(() => owner.end());
  const { host = '' } = shop.connection.pool.options;
  const url = `postgres://institor@localhost/elsewhere?host=${encodeURIComponent(host)}`;
  const restored = await restoreInto(shop, place, url);
  assert.deepEqual(restored.problems, []);
  const connection = connect({ url }, 2, SHOP_ROLE);
  try {
    assert.deepEqual(await orderIds(connection.db), await orderIds(db));
    // Numbers of another server's transactions would be read before or behind all of this one's.
    const { rows } = await sql<{ writers: number }>`
      select count(distinct xid)::int as writers from orders.sales_entry`.execute(connection.db);
    assert.equal(rows[0]?.writers, 1);
    await assert.rejects(openSellingShop(connection), 'what is there once is refused a second time');
    await assert.rejects(connection.pool.query('delete from ledger.posting'), /permission denied/);
  } finally {
    await connection.close();
  }
  await assert.rejects(restoreInto(shop, place, url), /database of DATABASE_URL is not empty/);
  const target = newFolder('to-a-time');
  const later = { folder: target, until: 'latest' } as const;
  await assert.rejects(restoreFrom(shop, place, later), /has no log/);
  await assert.rejects(readdir(target), /ENOENT/);
});
