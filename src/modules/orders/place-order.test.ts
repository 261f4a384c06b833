import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { wrongInBooks } from '../../../test/selling/books.ts';
import { aCode, aGiftCard, payWith } from '../../../test/selling/offers.ts';
import { NOW, openSellingShop } from '../../../test/selling/open-shop.ts';
import { aCart, aReadyCart, order, sayDetails } from '../../../test/selling/shopper.ts';
import { expectOk, type Result } from '../../kernel/index.ts';
import {
  acceptAvailable,
  addLine,
  changeLine,
  readCart,
  readPricedCart,
  setDetails,
} from '../carts/index.ts';
import { defaultLocation, readAvailability, setOnHand } from '../inventory/index.ts';
import { readPayments } from '../payments/index.ts';
import { setPrices } from '../pricing/index.ts';
import { listOrders, readOrder, readTimeline } from './index.ts';

const shop = await openSellingShop(await testDatabase(24));
const { deps } = shop;
const { db } = deps;
const [cup, pot, spoon] = shop.variants;
const one = { variantId: cup, quantity: 1 };

afterEach(async () => assert.deepEqual(await wrongInBooks(db), []));

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);
const available = async () => (await readAvailability(db, [cup])).get(cup)?.available;
const count = (variantId: typeof cup, onHand: number) =>
  db.transaction().execute(async (tx) => {
    const { id: locationId } = await defaultLocation(tx);
    const counts = [{ variantId, locationId, onHand }];
    return setOnHand(tx, { counts, now: NOW, reason: 'count', reference: 'test' });
  });

describe('an order', () => {
  test('says what was agreed, holds its stock and is paid', async () => {
    const before = await available();
    const token = await aReadyCart(shop, one, { variantId: pot, quantity: 2 });
    const placed = expectOk(await order(shop, token));
    assert.deepEqual([placed.state, placed.next], ['paid', { kind: 'done' }]);
    const made = await readOrder(db, placed.orderId);
    assert.equal(made?.totals.totalMinor, 1200n + 6000n + 490n);
    assert.deepEqual(
      made?.lines.map(({ sku, quantity, totalMinor }) => [sku, quantity, totalMinor]),
      [
        ['cup', 1, 1200n],
        ['pot', 2, 6000n],
      ],
    );
    assert.equal(made?.delivery?.name, 'Standard');
    assert.equal(made?.termsVersion, '2026-01');
    assert.equal(await available(), (before ?? 0) - 1);
    const [payment] = await readPayments(db, placed.orderId);
    assert.deepEqual([payment?.capturedMinor, payment?.amountMinor], [7690n, 7690n]);
    const kinds = (await readTimeline(db, placed.orderId)).map(({ kind }) => kind);
    assert.deepEqual(kinds, ['placed', 'paid']);
  });

  test('of a cart that is completed is told again to whoever never heard', async () => {
    const token = await aReadyCart(shop, one);
    const first = expectOk(await order(shop, token));
    const again = expectOk(await order(shop, token));
    assert.deepEqual([again.orderId, again.state, again.next], [first.orderId, 'paid', { kind: 'done' }]);
    assert.notEqual(again.accessToken, first.accessToken);
    assert.equal(codeOf(await addLine(deps, { token, ...one, now: NOW })), 'cart_completed');
  });

  test('with nothing to pay is paid at once and has no payment', async () => {
    await aCode(shop, 'GRATIS', { rateMillionths: 1_000_000 });
    const card = await aGiftCard(shop, 490n);
    const token = await aReadyCart(shop, one);
    await setDetails(deps, { token, details: { codes: ['gratis'] }, now: NOW });
    await payWith(shop, token, card);
    const priced = await readPricedCart(deps, { token, now: NOW });
    assert.deepEqual([priced?.quote.totals.totalMinor, priced?.dueMinor], [490n, 0n]);
    const placed = expectOk(await order(shop, token, { isWithoutPayment: true }));
    assert.deepEqual([placed.state, placed.paymentId], ['paid', undefined]);
    assert.deepEqual(await readPayments(db, placed.orderId), []);
  });

  test('is paid by a gift card as far as it goes, and by card for the rest', async () => {
    const card = await aGiftCard(shop, 1000n);
    const token = await aReadyCart(shop, one);
    await payWith(shop, token, card);
    const placed = expectOk(await order(shop, token));
    const made = await readOrder(db, placed.orderId);
    assert.deepEqual([made?.totals.creditMinor, made?.totals.dueMinor], [1000n, 690n]);
    const second = await aReadyCart(shop, one);
    await payWith(shop, second, card);
    const priced = await readPricedCart(deps, { token: second, now: NOW });
    assert.deepEqual(
      [priced?.dueMinor, priced?.notices.map(({ kind }) => kind)],
      [1690n, ['gift_card_empty']],
    );
  });

  test('takes a code as often as it may be used, and the loser is told before paying', async () => {
    await aCode(shop, 'TWICE', { rateMillionths: 100_000, uses: 2 });
    const totals = [];
    for (let buyer = 0; buyer < 3; buyer += 1) {
      const token = await aReadyCart(shop, one);
      await setDetails(deps, { token, details: { codes: ['twice'] }, now: NOW });
      const placed = expectOk(await order(shop, token));
      totals.push((await readOrder(db, placed.orderId))?.totals.totalMinor);
    }
    assert.deepEqual(totals, [1570n, 1570n, 1690n]);
  });
});

describe('an order is refused', () => {
  test('when the total is another one than the shopper saw', async () => {
    const token = await aReadyCart(shop, { variantId: spoon, quantity: 1 });
    const saw = (await readPricedCart(deps, { token, now: NOW }))?.quote.totals.totalMinor;
    assert.equal(saw, 740n);
    const price = { variantId: spoon, currency: shop.currency, amountMinor: 300n, compareAtMinor: undefined };
    await db.transaction().execute((tx) => setPrices(tx, { prices: [price], now: NOW, reason: 'edit' }));
    const refused = await order(shop, token, { expectedTotalMinor: 740n });
    assert.ok(!refused.ok && refused.refusal.code === 'total_changed');
    const { cart } = refused.refusal;
    assert.equal(cart.quote.totals.totalMinor, 790n);
    assert.deepEqual(
      cart.notices.map(({ kind }) => kind),
      ['price_changed'],
    );
    assert.equal(codeOf(await order(shop, token, { expectedTotalMinor: 790n })), 'ok');
  });

  test('when stock went meanwhile, before anything is charged; what is there can be taken', async () => {
    await count(cup, 100 + 3);
    const before = (await listOrders(db, { limit: 100 })).orders.length;
    const token = await aReadyCart(shop, { variantId: pot, quantity: 3 });
    await count(pot, 2 + 2);
    const refused = await order(shop, token);
    assert.ok(!refused.ok && refused.refusal.code === 'out_of_stock');
    assert.deepEqual(
      refused.refusal.shortages.map(({ wanted, available }) => [wanted, available]),
      [[3, 2]],
    );
    assert.equal((await listOrders(db, { limit: 100 })).orders.length, before);
    expectOk(await acceptAvailable(deps, { token, now: NOW }));
    assert.equal(codeOf(await order(shop, token)), 'ok');
    await count(pot, 100);
  });

  test('with the name of what is missing or wrong, and nothing is kept', async () => {
    const bare = await aCart(shop, one);
    const empty = await aCart(shop);
    const ready = await aReadyCart(shop, one);
    const shops = { methodId: '00000000-0000-7000-8000-000000000000' };
    const table: [string, Result<unknown>, string][] = [
      ['no such cart', await order(shop, 'x'.repeat(32)), 'unknown_cart'],
      ['not even a token', await order(shop, "' or 1=1"), 'unknown_cart'],
      ['an empty cart', await order(shop, empty), 'empty_cart'],
      ['no address', await order(shop, bare), 'missing_details'],
      ['no terms', await order(shop, ready, { terms: { version: ' ' } }), 'terms_not_accepted'],
      ['no payment', await order(shop, ready, { isWithoutPayment: true }), 'payment_needed'],
      ['another shop’s method', await order(shop, ready, shops), 'unknown_payment_method'],
      ['no method at all', await order(shop, ready, { methodId: 'card' }), 'unknown_payment_method'],
      ['a total of one’s own', await order(shop, ready, { expectedTotalMinor: 1n }), 'total_changed'],
      ['a total below zero', await order(shop, ready, { expectedTotalMinor: -1690n }), 'total_changed'],
    ];
    for (const [what, result, expected] of table) assert.equal(codeOf(result), expected, what);
    assert.equal((await readCart(deps, ready))?.orderId, undefined);
  });
});

describe('two who order one cart', () => {
  test('twenty clicks at once make one order and one charge', async () => {
    const token = await aReadyCart(shop, one);
    const clicks = await Promise.all(Array.from({ length: 20 }, () => order(shop, token)));
    const ids = clicks.flatMap((click) => (click.ok ? [click.value.orderId] : []));
    const refusals = new Set(clicks.flatMap((click) => (click.ok ? [] : [click.refusal.code])));
    assert.equal(new Set(ids).size, 1);
    assert.ok([...refusals].every((code) => code === 'too_many_attempts' || code === 'payment_in_progress'));
    const { rows } = await sql<{ charges: number }>`
      select count(*)::int as charges from payments.payment where order_id = ${ids[0] ?? ''}::uuid`.execute(
      db,
    );
    assert.equal(rows[0]?.charges, 1);
  });

  test('two tabs with the same cart: the second one joins the first', async () => {
    const token = await aReadyCart(shop, one);
    const [first, second] = await Promise.all([order(shop, token), order(shop, token)]);
    assert.ok(first.ok && second.ok);
    assert.equal(first.value.orderId, second.value.orderId);
  });

  test('a line taken out in one tab while the other one pays: either the old total or a new look', async () => {
    const token = await aReadyCart(shop, one, { variantId: pot, quantity: 1 });
    const line = (await readCart(deps, token))?.lines[1];
    assert.ok(line);
    const [placed] = await Promise.all([
      order(shop, token, { expectedTotalMinor: 4690n }),
      changeLine(deps, { token, lineId: line.id, quantity: 0, now: NOW }),
    ]);
    if (placed.ok) {
      const [payment] = await readPayments(db, placed.value.orderId);
      assert.equal(payment?.capturedMinor, 4690n);
    } else assert.equal(placed.refusal.code, 'total_changed');
  });
});

test('nobody sees the details of another cart', async () => {
  const token = await aReadyCart(shop, one);
  const other = await aCart(shop, { variantId: pot, quantity: 1 });
  const line = (await readCart(deps, other))?.lines[0];
  assert.ok(line);
  assert.equal(
    codeOf(await changeLine(deps, { token, lineId: line.id, quantity: 5, now: NOW })),
    'unknown_line',
  );
  assert.equal((await readCart(deps, other))?.lines[0]?.quantity, 1);
  await sayDetails(shop, token);
});
