import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { expectOk } from '../../../kernel/index.ts';
import { readProductsByHandle } from '../../../modules/catalog/index.ts';
import { readStockDays, readStockHistory } from '../../../modules/inventory/index.ts';
import { accountBalance } from '../../../modules/ledger/index.ts';
import { readShop } from '../../../modules/markets/index.ts';
import { readSuppliers, supplierScorecard } from '../../../modules/purchasing/index.ts';
import { folderStore } from '../../../platform/files/index.ts';
import { saveWorldProducts } from '../../seed/save-products.ts';
import { saveSettings } from '../../seed/save-settings.ts';
import { saveSuppliers } from '../../seed/save-suppliers.ts';
import { saveTaxonomy } from '../../seed/save-taxonomy.ts';
import { demoWorld } from '../../world/demo-world.ts';
import { SHOP } from '../../world/shop.ts';
import { suppliersOf } from '../../world/suppliers.ts';
import { deliveryBook } from '../stock/delivery-book.ts';
import { stockBook } from '../stock/stock-book.ts';
import { tradeOf } from '../trade.ts';
import { TRUTHS } from '../truths.ts';
import { removePast } from './remove-past.ts';
import { writePast } from './write-past.ts';

const connection = await testDatabase();
const { db } = connection;
const folder = await mkdtemp(join(tmpdir(), 'institor-past-stock-'));
const files = folderStore(folder);
after(() => rm(folder, { recursive: true, force: true }));
const now = Temporal.Instant.from('2026-06-29T10:00:00Z');
const zone = SHOP.timeZone;
const truths = { ...TRUTHS, days: 40, stockOut: { ...TRUTHS.stockOut, daysBefore: 20, days: 5 } };
const past = { seed: 1, lastDay: Temporal.PlainDate.from('2026-06-28') };
const world = demoWorld(1);
const book = stockBook(world, { truths });
const delivered = deliveryBook(1, truths);
for (const day of tradeOf({ world, ...past, zone, truths })) {
  book.add(day);
  delivered.add(day);
}
const drawn = book.close();
const first = past.lastDay.subtract({ days: truths.days - 1 });

await saveSettings(connection, world);
await saveTaxonomy(connection, world, now);
const [pictures, downloads] = [new Map(), new Map()];
await saveWorldProducts(connection, { products: world.products, pictures, downloads, now });
await saveSuppliers(connection, { products: world.products, seed: 1, now });
const found = await readProductsByHandle(
  db,
  world.products.map(({ handle }) => handle),
);
const ids = new Map(
  [...found.values()].flatMap(({ variants }) => variants.map(({ sku, id }) => [sku, id] as const)),
);
const { defaultCurrency: currency } = await readShop(db);
const worth = await accountBalance(db, 'inventory', { currency });
await writePast({ connection, files }, { past, truths, now, report: async () => true });

const history = async () =>
  new Map(
    (
      await readStockHistory(db, {
        ...{ variantIds: [...ids.values()], zone },
        ...{ from: first, to: past.lastDay.add({ days: 1 }) },
      })
    ).map((one) => [one.variantId, one]),
  );

test('stock day by day is that of the past, ends with what was counted on the first day, and is in no book', async () => {
  const kept = await history();
  for (const { sku, first: begins, level } of drawn) {
    const own = kept.get(ids.get(sku) ?? assert.fail(sku));
    assert.equal(own?.from.toString(), first.add({ days: begins }).toString(), sku);
    // What was counted when the shop opened is what the past ended with.
    assert.deepEqual(own.onHand, [...level, level.at(-1)], sku);
  }
  assert.equal(await accountBalance(db, 'inventory', { currency }), worth);
});

test('days without any are known to be', async () => {
  const since = first.toZonedDateTime(zone).toInstant();
  const stock = new Map((await readStockDays(db, { since, zone })).map((one) => [one.variantId, one]));
  for (const { sku, first: begins, level } of drawn) {
    const outs = stock.get(ids.get(sku) ?? assert.fail(sku))?.outs ?? [];
    const isOut = (index: number) => {
      const day = first.add({ days: begins + index });
      return outs.some(({ from, to }) => {
        const isAfter = Temporal.PlainDate.compare(day, from) >= 0;
        return isAfter && (to === undefined || Temporal.PlainDate.compare(day, to) <= 0);
      });
    };
    for (const [index, onHand] of level.entries()) {
      const isNothing = index > 0 && onHand === 0 && level[index - 1] === 0;
      assert.equal(isOut(index), isNothing, `${sku} on ${index}`);
    }
  }
});

test('how suppliers delivered is known of each of them', async () => {
  const lines = Map.groupBy(delivered.close(), ({ terms }) => terms.maker);
  const makers = new Map(suppliersOf(world.products, 1).map(({ maker }) => [maker.name, maker.key]));
  assert.ok(lines.size > 3);
  for (const { id, name } of await readSuppliers(db)) {
    const own = lines.get(makers.get(name) ?? '') ?? [];
    const score = expectOk(await supplierScorecard(db, { supplierId: id, now }));
    const inTime = own.filter(
      ({ asked, quantity, promised, came }) => asked === quantity && came <= promised,
    );
    assert.deepEqual(
      [score.onTime?.of ?? 0, Math.round((score.onTime?.estimate ?? 0) * own.length)],
      [own.length, inTime.length],
      name,
    );
    assert.equal(score.leadTime.isAssumed, own.length === 0, name);
    const [paid, list] = [own.map((one) => one.paidMinor), own.map((one) => one.listMinor)].map((of) =>
      Number(of.reduce((sum, minor) => sum + minor, 0n)),
    );
    if (paid !== undefined && list) assert.ok(Math.abs((score.priceToList ?? 0) - paid / list) < 1e-9, name);
  }
});

test('it goes with the past', async () => {
  await db.transaction().execute((tx) => removePast(tx, now));
  const kept = await history();
  const counted = drawn.filter(({ level }) => (level.at(-1) ?? 0) > 0);
  assert.ok(counted.length > 500);
  assert.equal(kept.size, counted.length);
  for (const { id } of await readSuppliers(db)) {
    assert.equal(expectOk(await supplierScorecard(db, { supplierId: id, now })).onTime, undefined);
  }
  assert.ok([...kept.values()].every(({ onHand }) => onHand.length === 1));
});
