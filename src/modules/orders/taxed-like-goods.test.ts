import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { wrongInBooks } from '../../../test/selling/books.ts';
import { NOW, openSellingShop } from '../../../test/selling/open-shop.ts';
import { aReadyCart, order } from '../../../test/selling/shopper.ts';
import { expectOk } from '../../kernel/index.ts';
import { readPricedCart } from '../carts/index.ts';
import { readMethods, saveMethod } from '../shipping/index.ts';
import { saveTaxClass, saveTaxRates } from '../taxes/index.ts';
import { readOrder, readRefunds, refundOrder } from './index.ts';

const shop = await openSellingShop(await testDatabase());
const { deps } = shop;
const { db } = deps;
const [cup, , spoon] = shop.variants;

const RATES = [
  ['', 190_000],
  ['reduced', 70_000],
] as const;

test('delivery that is taxed like the goods is split by their rates, from the cart to the last refund', async () => {
  await db.transaction().execute(async (tx) => {
    const rates = RATES.map(([taxClass, rateMillionths]) => ({
      ...{ name: 'VAT', country: 'DE', rateMillionths, levy: 'vat', taxClass, postalPrefixes: [] },
      ...{ validFrom: undefined, validUntil: undefined, source: 'test' },
    }));
    expectOk(await saveTaxClass(tx, { code: 'reduced', name: 'Reduced' }));
    expectOk(await saveTaxRates(tx, rates));
    await sql`update catalog.variant set tax_code = 'reduced' where id = ${spoon}`.execute(tx);
  });
  const token = await aReadyCart(shop, { variantId: cup, quantity: 1 }, { variantId: spoon, quantity: 2 });
  const deliveryOf = async () => (await readPricedCart(deps, { token, now: NOW }))?.quote.delivery;
  // One cup for 12.00 and two spoons for 5.00; delivery for 4.90, all with tax.
  const own = await deliveryOf();
  assert.deepEqual(own?.taxes.map(taxOf), [[190_000, 78n]]);
  await db.transaction().execute(async (tx) => {
    for (const method of await readMethods(tx)) {
      expectOk(await saveMethod(tx, { ...method, isTaxedLikeGoods: true }));
    }
  });
  assert.equal((await readMethods(db))[0]?.isTaxedLikeGoods, true);
  const like = await deliveryOf();
  // 3.46 of it are with 19 %, 1.44 with 7 %; what the shopper pays is the same.
  assert.deepEqual(like?.taxes.map(taxOf), [
    [190_000, 55n],
    [70_000, 9n],
  ]);
  assert.equal(like?.totalMinor, own?.totalMinor);
  const { orderId } = expectOk(await order(shop, token));
  const placed = await readOrder(db, orderId);
  assert.ok(placed);
  const about = {
    orderId,
    goodwillMinor: 0n,
    means: 'original',
    reason: '',
    actor: 'staff',
    now: NOW,
  } as const;
  for (const delivery of [100n, 'rest'] as const) {
    expectOk(await refundOrder(deps, { ...about, lines: [], delivery }));
  }
  const lines = placed.lines.map(({ id: lineId, quantity }) => ({ lineId, quantity }));
  expectOk(await refundOrder(deps, { ...about, lines, delivery: 'none' }));
  const refunds = await readRefunds(db, orderId);
  assert.equal(
    refunds.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
    placed.totals.totalMinor,
  );
  for (const { rateMillionths, taxMinor } of placed.taxes) {
    const given = refunds
      .flatMap(({ taxes }) => taxes)
      .filter((tax) => tax.rateMillionths === rateMillionths);
    assert.equal(
      given.reduce((sum, tax) => sum + tax.taxMinor, 0n),
      taxMinor,
      String(rateMillionths),
    );
  }
  assert.deepEqual(await wrongInBooks(db), []);
});

function taxOf({ rateMillionths, taxMinor }: { rateMillionths: number; taxMinor: bigint }) {
  return [rateMillionths, taxMinor];
}
