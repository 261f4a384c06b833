import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { aCode } from '../../../test/selling/offers.ts';
import { NOW, openSellingShop } from '../../../test/selling/open-shop.ts';
import { ADDRESS, aCart } from '../../../test/selling/shopper.ts';
import { expectOk } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { readMarkets, readShop, saveMarket, saveShop } from '../markets/index.ts';
import { readShippingRulebook, removeMethod } from '../shipping/index.ts';
import { saveTaxRates } from '../taxes/index.ts';
import { readPricedCart, setDetails } from './index.ts';

const shop = await openSellingShop(await testDatabase(8));
const { deps } = shop;
const { db } = deps;
const token = await aCart(shop, { variantId: shop.variants[0], quantity: 1 });
expectOk(await setDetails(deps, { token, details: { shippingAddress: ADDRESS, codes: ['TEN'] }, now: NOW }));

const write = <Value>(work: (tx: Tx) => Promise<Value>) => db.transaction().execute(work);
const priced = async () => {
  const cart = await readPricedCart(deps, { token, now: NOW });
  assert.ok(cart);
  return cart;
};
const ground = () => deps.rulebooks.readGround(deps.reads);

test('what every price stands on is read once, as long as nothing of it changes', async () => {
  assert.equal(await ground(), await ground());
  await priced();
  assert.equal(await ground(), await ground());
});

test('a promotion of another process lowers the next price', async () => {
  assert.equal((await priced()).quote.totals.discountMinor, 0n);
  await aCode(shop, 'TEN', { rateMillionths: 100_000 });
  assert.equal((await priced()).quote.totals.discountMinor, 120n);
});

test('a new rate of tax is in the next price', async () => {
  const before = (await priced()).quote.totals.taxMinor;
  const rate = { name: 'Levy', country: 'DE', rateMillionths: 50_000, levy: 'levy', taxClass: '' };
  const always = { postalPrefixes: [], validFrom: undefined, validUntil: undefined, source: 'test' };
  await write(async (tx) => expectOk(await saveTaxRates(tx, [{ ...rate, ...always }])));
  assert.ok((await priced()).quote.totals.taxMinor > before);
});

test('a market that shows prices without tax does so in the next price', async () => {
  assert.equal((await priced()).quote.pricesIncludeTax, true);
  const [market] = await readMarkets(db);
  assert.ok(market);
  await write(async (tx) => expectOk(await saveMarket(tx, { ...market, pricesIncludeTax: false })));
  assert.equal((await priced()).quote.pricesIncludeTax, false);
});

test('a shop that moves is taxed where it is from the next price on', async () => {
  const kept = await readShop(db);
  await write(async (tx) => expectOk(await saveShop(tx, { ...kept, country: 'FR', timeZone: 'Asia/Tokyo' })));
  const { sellerCountry, timeZone } = await ground();
  assert.deepEqual([sellerCountry, timeZone], ['FR', 'Asia/Tokyo']);
});

test('a way of delivery that is gone is not offered with the next price', async () => {
  assert.equal((await priced()).deliveryOptions.length, 1);
  const [method] = (await readShippingRulebook(db)).methods;
  assert.ok(method);
  await write((tx) => removeMethod(tx, method.id));
  assert.deepEqual((await priced()).deliveryOptions, []);
});

test('what was read in a transaction that is taken back is not kept for what holds', async () => {
  const [market] = await readMarkets(db);
  assert.ok(market);
  const rename = (tx: Tx, name: string) => saveMarket(tx, { ...market, name });
  const takenBack = write(async (tx) => {
    await rename(tx, 'Never');
    assert.equal((await deps.rulebooks.readGround(tx)).markets[0]?.name, 'Never');
    throw new RangeError('taken back');
  });
  await assert.rejects(takenBack, /taken back/);
  assert.equal((await ground()).markets[0]?.name, 'Europe');
  await write((tx) => rename(tx, 'Everywhere'));
  assert.equal((await ground()).markets[0]?.name, 'Everywhere');
});
