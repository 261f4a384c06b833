import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { expectOk } from '../../../kernel/index.ts';
import { createPurchaseOrder, readSources, saveSources, selectPriceList } from '../index.ts';
import { aPurchasingShop, aSource, BUYER, NOW } from '../testing/a-purchasing-shop.ts';

const shop = await aPurchasingShop(await testDatabase(4), ['Cup', 'Pot']);
const { db, write, variant, supplier, main } = shop;
const [cup, pot] = [variant(0), variant(1)];
const day = (text: string) => Temporal.PlainDate.from(text);
const priced = (priceMinor: bigint) => [{ from: 1, priceMinor, perQuantity: 1 }];
const save = (variantId: typeof cup, priceMinor: bigint, validFrom?: Temporal.PlainDate) => {
  const source = aSource(variantId, { breaks: priced(priceMinor), validFrom });
  return write((tx) => saveSources(tx, { supplierId: supplier.id, sources: [source] }));
};
const priceOn = async (date: string, variantId = cup) => {
  const now = Temporal.Instant.from(`${date}T10:00:00Z`);
  const [source] = (await readSources(db, [variantId], now)).get(variantId) ?? [];
  return source?.breaks[0]?.priceMinor;
};

test('announced prices hold from their day on, and orders of a day are at the prices of that day', async () => {
  expectOk(await save(cup, 550n, day('2027-01-01')));
  expectOk(await save(cup, 600n, day('2027-03-01')));
  const days = ['2026-11-27', '2026-12-31', '2027-01-01', '2027-02-28', '2027-03-01'];
  assert.deepEqual(await Promise.all(days.map((date) => priceOn(date))), [500n, 500n, 550n, 550n, 600n]);
  const order = async (now: Temporal.Instant) => {
    const lines = [{ variantId: cup, quantity: 10 }];
    const input = { supplierId: supplier.id, locationId: main, lines, ...BUYER, now };
    return expectOk(await write((tx) => createPurchaseOrder(tx, input))).lines[0]?.priceMinor;
  };
  assert.deepEqual(
    [await order(NOW), await order(Temporal.Instant.from('2027-01-02T08:00:00Z'))],
    [500n, 550n],
  );
  const asked = { supplierId: supplier.id, on: day('2026-11-27'), variantIds: [cup], limit: 1 };
  const coming = (await selectPriceList(db, asked))[0]?.coming;
  assert.deepEqual([coming?.validFrom.toString(), coming?.breaks], ['2027-01-01', priced(550n)]);
});

test('the same day again replaces its prices, and prices that hold at once replace all of them', async () => {
  expectOk(await save(cup, 555n, day('2027-01-01')));
  assert.deepEqual([await priceOn('2026-12-31'), await priceOn('2027-01-05')], [500n, 555n]);
  expectOk(await save(cup, 480n));
  assert.deepEqual([await priceOn('2026-12-31'), await priceOn('2027-03-05')], [480n, 480n]);
});

test('goods that have a price only from a later day are not bought before it', async () => {
  const later = await write(async (tx) => {
    const { id } = supplier;
    const sources = [aSource(pot, { breaks: priced(700n), validFrom: day('2027-02-01') })];
    // Nothing was sold to the shop before: only the announced price is there.
    await tx.deleteFrom('purchasing.price_break').where('variant_id', '=', pot).execute();
    return saveSources(tx, { supplierId: id, sources });
  });
  expectOk(later);
  assert.deepEqual([await priceOn('2027-01-31', pot), await priceOn('2027-02-01', pot)], [undefined, 700n]);
});
