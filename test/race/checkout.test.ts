import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Result } from '../../src/kernel/index.ts';
import { setDetails } from '../../src/modules/carts/index.ts';
import type { VariantId } from '../../src/modules/catalog/index.ts';
import { readGiftCards } from '../../src/modules/credits/index.ts';
import { defaultLocation, readAvailability, setOnHand } from '../../src/modules/inventory/index.ts';
import { type Placed, type PlaceRefusal, readOrders } from '../../src/modules/orders/index.ts';
import { testDatabase } from '../database.ts';
import { wrongInBooks } from '../selling/books.ts';
import { aCode, aGiftCard, payWith } from '../selling/offers.ts';
import { NOW, openSellingShop } from '../selling/open-shop.ts';
import { aReadyCart, order } from '../selling/shopper.ts';

/** `RACE=full`: five hundred buyers as well. */
const BUYERS = process.env['RACE'] === 'full' ? [2, 50, 500] : [2, 50];
const STOCK = [1, 7, 50];

const shop = await openSellingShop(await testDatabase(24));
const { db } = shop.deps;
const [cup, pot, spoon] = shop.variants;

type Outcome = Result<Placed, PlaceRefusal>;

async function put(variantId: VariantId, onHand: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { id: locationId } = await defaultLocation(tx);
    const held = 100_000;
    const there = (await readAvailability(tx, [variantId])).get(variantId)?.available ?? 0;
    const counts = [{ variantId, locationId, onHand: held }];
    await setOnHand(tx, { counts, now: NOW, reason: 'count', reference: 'race' });
    const free = (await readAvailability(tx, [variantId])).get(variantId)?.available ?? 0;
    assert.ok(free >= there);
    const wanted = [{ variantId, locationId, onHand: held - free + onHand }];
    await setOnHand(tx, { counts: wanted, now: NOW, reason: 'count', reference: 'race' });
  });
}

/** As many carts as buyers, all ready, and then everybody presses the button at once. */
async function race(buyers: number, makeCart: () => Promise<string>): Promise<Outcome[]> {
  const carts: string[] = [];
  for (let buyer = 0; buyer < buyers; buyer += 1) carts.push(await makeCart());
  return Promise.all(carts.map((token) => order(shop, token)));
}

const winnersOf = (outcomes: readonly Outcome[]) =>
  outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
const refusalsOf = (outcomes: readonly Outcome[]) => [
  ...new Set(outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.refusal.code]))),
];

describe('everybody wants the last pieces', () => {
  for (const stock of STOCK) {
    for (const buyers of BUYERS) {
      test(`${stock} in stock, ${buyers} buyers: ${Math.min(stock, buyers)} orders`, async () => {
        await put(cup, Math.max(stock, buyers));
        const carts = Array.from({ length: buyers }, () => aReadyCart(shop, { variantId: cup, quantity: 1 }));
        const ready = await Promise.all(carts);
        await put(cup, stock);
        const outcomes = await Promise.all(ready.map((token) => order(shop, token)));
        const winners = winnersOf(outcomes);
        assert.equal(winners.length, Math.min(stock, buyers));
        assert.ok(winners.every(({ state }) => state === 'paid'));
        assert.deepEqual(refusalsOf(outcomes), buyers > stock ? ['out_of_stock'] : []);
        const left = (await readAvailability(db, [cup])).get(cup)?.available;
        assert.equal(left, stock - winners.length);
        assert.deepEqual(await wrongInBooks(db), []);
      });
    }
  }

  test('of three goods in opposite orders: nobody waits for ever, and nothing is sold twice', async () => {
    for (const variantId of [cup, pot, spoon]) await put(variantId, 40);
    let turn = 0;
    const outcomes = await race(40, () => {
      turn += 1;
      const wishes = [cup, pot, spoon].map((variantId) => ({ variantId, quantity: 2 }));
      return aReadyCart(shop, ...(turn % 2 === 0 ? wishes : wishes.toReversed()));
    });
    assert.equal(winnersOf(outcomes).length, 20);
    assert.deepEqual(refusalsOf(outcomes), ['out_of_stock']);
    assert.deepEqual(await wrongInBooks(db), []);
  });

  test('the last piece in two tabs of one shopper is one order', async () => {
    await put(cup, 1);
    const token = await aReadyCart(shop, { variantId: cup, quantity: 1 });
    const outcomes = await Promise.all([order(shop, token), order(shop, token)]);
    assert.equal(new Set(winnersOf(outcomes).map(({ orderId }) => orderId)).size, 1);
    assert.deepEqual(await wrongInBooks(db), []);
  });
});

test('a code for seven: fifty have it in their carts, seven orders get it', async () => {
  await put(cup, 50);
  await aCode(shop, 'SEVEN', { rateMillionths: 100_000, uses: 7 });
  const outcomes = await race(50, async () => {
    const token = await aReadyCart(shop, { variantId: cup, quantity: 1 });
    await setDetails(shop.deps, { token, details: { codes: ['seven'] }, now: NOW });
    return token;
  });
  const orders = await readOrders(
    db,
    winnersOf(outcomes).map(({ orderId }) => orderId),
  );
  const reduced = [...orders.values()].filter(({ totals }) => totals.discountMinor > 0n);
  assert.equal(reduced.length, 7);
  assert.ok(refusalsOf(outcomes).every((code) => code === 'promotion_used_up'));
  assert.deepEqual(await wrongInBooks(db), []);
});

test('a gift card that pays for three: fifty carts have it, and its balance is spent once', async () => {
  await put(cup, 50);
  const card = await aGiftCard(shop, 3n * 1690n);
  const outcomes = await race(50, async () => {
    const token = await aReadyCart(shop, { variantId: cup, quantity: 1 });
    await payWith(shop, token, card);
    return token;
  });
  const orders = await readOrders(
    db,
    winnersOf(outcomes).map(({ orderId }) => orderId),
  );
  const used = [...orders.values()].reduce((sum, { totals }) => sum + totals.creditMinor, 0n);
  const [left] = (await readGiftCards(db, [card.id], NOW)).values();
  assert.deepEqual([used, left?.balanceMinor], [3n * 1690n, 0n]);
  assert.ok(refusalsOf(outcomes).every((code) => code === 'insufficient_balance'));
  assert.deepEqual(await wrongInBooks(db), []);
});
