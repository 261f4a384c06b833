import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { aCode, aGiftCard, payWith } from '../../../test/selling/offers.ts';
import { ENGLISH, EUR, NOW, openSellingShop } from '../../../test/selling/open-shop.ts';
import { ADDRESS, aCart, aReadyCart, order } from '../../../test/selling/shopper.ts';
import { currencyOf, expectOk, localeOf, parseId, type Result } from '../../kernel/index.ts';
import { archiveProducts } from '../catalog/index.ts';
import { defaultLocation, labelUnavailable, setIncoming, setOnHand } from '../inventory/index.ts';
import { saveMarket } from '../markets/index.ts';
import { setPrices } from '../pricing/index.ts';
import {
  acceptAvailable,
  addLine,
  changeLine,
  changeMarket,
  createCart,
  readCart,
  readPricedCart,
  removeLine,
  setDetails,
} from './index.ts';

const shop = await openSellingShop(await testDatabase(16));
const { deps } = shop;
const { db } = deps;
const [cup, pot, spoon] = shop.variants;
const at = { now: NOW };

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);
const priced = async (token: string) => {
  const cart = await readPricedCart(deps, { token, now: NOW });
  assert.ok(cart);
  return cart;
};
const noticesOf = async (token: string) => (await priced(token)).notices.map(({ kind }) => kind);
const count = (variantId: typeof cup, onHand: number) =>
  db.transaction().execute(async (tx) => {
    const { id: locationId } = await defaultLocation(tx);
    const counts = [{ variantId, locationId, onHand }];
    return setOnHand(tx, { counts, now: NOW, reason: 'count', reference: 'test' });
  });

describe('a cart', () => {
  test('is opened by its token alone, of which only a hash is kept', async () => {
    const token = await aCart(shop, { variantId: cup, quantity: 2 });
    assert.equal((await readCart(deps, token))?.lines[0]?.quantity, 2);
    for (const other of ['', 'x', token.slice(0, -1), `${token}0`, token.toLowerCase(), "' or 1=1 --"]) {
      if (other !== token) assert.equal(await readCart(deps, other), undefined);
    }
    const { rows } = await sql<{ text: string }>`
      select (select jsonb_agg(t) from carts.token t)::text || (select jsonb_agg(c) from carts.cart c)::text as text
    `.execute(db);
    assert.ok(!rows[0]?.text.includes(token));
    assert.ok(rows[0]?.text.includes('token_hash'));
  });

  test('takes what is for sale, as many as there are', async () => {
    const { token } = await createCart(deps, { market: 'eu', locale: ENGLISH, currency: EUR, now: NOW });
    const nobody = parseId<'variant'>('00000000-0000-7000-8000-000000000000');
    assert.ok(nobody);
    const add = (variantId: typeof cup, quantity: number, giftMessage = '') =>
      addLine(deps, { token, variantId, quantity, giftMessage, ...at });
    assert.equal(codeOf(await add(cup, 100)), 'ok');
    assert.equal(codeOf(await add(cup, 1)), 'out_of_stock');
    assert.equal(codeOf(await add(cup, 1, 'the same stock, as a gift')), 'out_of_stock');
    assert.equal(codeOf(await add(nobody, 1)), 'unknown_variant');
    assert.equal(codeOf(await add(pot, 1, 'x'.repeat(501))), 'too_long');
    assert.equal(codeOf(await add(pot, 1, 'a\0b')), 'invalid');
    assert.equal(
      codeOf(await addLine(deps, { token: 'x'.repeat(32), variantId: cup, quantity: 1, ...at })),
      'unknown_cart',
    );
    const yen = await createCart(deps, {
      market: 'eu',
      locale: ENGLISH,
      currency: currencyOf('JPY'),
      now: NOW,
    });
    assert.equal(
      codeOf(await addLine(deps, { token: yen.token, variantId: cup, quantity: 1, ...at })),
      'not_for_sale',
    );
    const [line] = (await readCart(deps, token))?.lines ?? [];
    assert.ok(line);
    assert.equal(
      codeOf(await changeLine(deps, { token, lineId: line.id, quantity: 101, ...at })),
      'out_of_stock',
    );
    expectOk(await removeLine(deps, { token, lineId: line.id, ...at }));
    assert.deepEqual((await readCart(deps, token))?.lines, []);
  });

  test('that thirty tabs write to at once loses nothing', async () => {
    const token = await aCart(shop);
    const writes = Array.from({ length: 30 }, () =>
      addLine(deps, { token, variantId: spoon, quantity: 1, ...at }),
    );
    assert.ok((await Promise.all(writes)).every(({ ok }) => ok));
    assert.deepEqual(
      (await readCart(deps, token))?.lines.map(({ quantity }) => quantity),
      [30],
    );
  });

  test('keeps what was said, or says everything that is wrong and keeps nothing', async () => {
    const token = await aCart(shop, { variantId: cup, quantity: 1 });
    const say = (details: Parameters<typeof setDetails>[1]['details']) =>
      setDetails(deps, { token, details, ...at });
    expectOk(
      await say({ email: ' ada@example.org ', note: 'ring twice', codes: ['spring-10', 'SPRING10', ' '] }),
    );
    const wrong = await say({ email: 'nobody', shippingAddress: { country: 'DE' }, note: 'x'.repeat(2_001) });
    assert.ok(!wrong.ok && 'problems' in wrong.refusal);
    const fields = wrong.refusal.problems.map(({ field }) => field);
    for (const field of ['email', 'note', 'shippingAddress.name', 'shippingAddress.city']) {
      assert.ok(fields.includes(field), field);
    }
    const cart = await readCart(deps, token);
    assert.deepEqual([cart?.email, cart?.note, cart?.codes], ['ada@example.org', 'ring twice', ['SPRING10']]);
    const many = Array.from({ length: 11 }, (_, index) => `CODE${index}`);
    assert.equal(codeOf(await say({ codes: many })), 'too_many_codes');
    assert.equal(codeOf(await say({ usesStoreCredit: true })), 'sign_in_first');
    expectOk(await say({ shippingAddress: ADDRESS }));
    expectOk(await say({ shippingAddress: null, codes: [] }));
    assert.equal((await readCart(deps, token))?.shippingAddress, undefined);
  });
});

describe('a priced cart', () => {
  test('estimates tax and delivery until there is an address, and says what is missing', async () => {
    const token = await aCart(shop, { variantId: cup, quantity: 1 });
    const first = await priced(token);
    assert.deepEqual(first.destination, { country: 'DE', isEstimate: true });
    assert.equal(first.quote.totals.totalMinor, 1690n);
    assert.deepEqual(first.missing, ['email', 'shipping_address', 'delivery']);
    const ready = await priced(await aReadyCart(shop, { variantId: cup, quantity: 1 }));
    assert.deepEqual([ready.missing, ready.destination.isEstimate], [[], false]);
    assert.equal(ready.quote.taxes[0]?.rateMillionths, 190_000);
  });

  test('tells of prices that changed, of stock that went and of goods that are no longer sold', async () => {
    const token = await aCart(shop, { variantId: pot, quantity: 5 }, { variantId: cup, quantity: 1 });
    assert.deepEqual(await noticesOf(token), []);
    const price = { variantId: pot, currency: EUR, amountMinor: 3100n, compareAtMinor: undefined };
    await db.transaction().execute((tx) => setPrices(tx, { prices: [price], now: NOW, reason: 'edit' }));
    await count(pot, 3);
    const told = await priced(token);
    assert.deepEqual(
      told.notices.map((notice) => ({ ...notice, lineId: undefined })),
      [
        { kind: 'reduced_quantity', wanted: 5, available: 3, title: 'Pot', lineId: undefined },
        { kind: 'price_changed', beforeMinor: 3000n, nowMinor: 3100n, title: 'Pot', lineId: undefined },
      ],
    );
    assert.equal(told.quote.totals.subtotalMinor, 3n * 3100n + 1200n);
    await count(pot, 0);
    assert.ok((await noticesOf(token)).includes('out_of_stock'));
    const expectedOn = NOW.toZonedDateTimeISO('UTC').toPlainDate().add({ days: 15 });
    const saysWhen = async () =>
      (await priced(token)).notices.flatMap((one) => (one.kind === 'out_of_stock' ? one.expectedOn : []));
    const coming = { variantId: pot, locationId: (await defaultLocation(db)).id, expectedOn, quantity: 9 };
    await db.transaction().execute((tx) => setIncoming(tx, [coming]));
    assert.deepEqual(await saysWhen(), [undefined], 'the shop does not say it of pots');
    await db.transaction().execute((tx) => labelUnavailable(tx, [{ variantId: pot, isLabelled: true }]));
    assert.deepEqual(await saysWhen(), [expectedOn]);
    expectOk(await acceptAvailable(deps, { token, ...at }));
    assert.equal((await readCart(deps, token))?.lines.length, 1);
    const line = told.lines.find(({ variantId }) => variantId === cup);
    assert.ok(line);
    await db.transaction().execute((tx) => archiveProducts(tx, { ids: [line.productId], now: NOW }));
    const gone = await priced(token);
    assert.deepEqual(
      [gone.notices.map(({ kind }) => kind), gone.missing[0]],
      [['not_sold_any_more'], 'lines'],
    );
  });

  test('answers the same of a code that is unknown, over or not for this shopper', async () => {
    await aCode(shop, 'GONE', { rateMillionths: 100_000, uses: 1 });
    const winner = await aReadyCart(shop, { variantId: spoon, quantity: 1 });
    await setDetails(deps, { token: winner, details: { codes: ['gone'] }, ...at });
    expectOk(await order(shop, winner));
    await aCode(shop, 'FINE', { rateMillionths: 100_000 });
    const token = await aCart(shop, { variantId: spoon, quantity: 4 });
    await setDetails(deps, { token, details: { codes: ['nobody-knows', 'fine', 'gone'] }, ...at });
    const cart = await priced(token);
    assert.deepEqual(cart.notices, [
      { kind: 'code_refused', code: 'NOBODYKNOWS', reason: 'not_valid' },
      { kind: 'code_refused', code: 'GONE', reason: 'not_valid' },
    ]);
    assert.equal(cart.quote.totals.discountMinor, 100n);
    const refused = cart.quote.verdicts.filter(({ isApplied }) => !isApplied);
    assert.deepEqual(
      refused,
      ['NOBODYKNOWS', 'GONE'].map((code) => ({ isApplied: false, code, reason: { code: 'unknown_code' } })),
    );
  });

  test('says where nothing can be delivered to', async () => {
    const token = await aReadyCart(shop, { variantId: spoon, quantity: 1 });
    const shippingAddress = { ...ADDRESS, country: 'CH', postalCode: '8001', city: 'Zürich' };
    expectOk(await setDetails(deps, { token, details: { shippingAddress }, ...at }));
    const cart = await priced(token);
    assert.deepEqual(
      [cart.notices.map(({ kind }) => kind), cart.missing],
      [['delivery_not_possible'], ['delivery']],
    );
  });

  test('goes with its shopper to another market, at that market’s prices', async () => {
    const usd = currencyOf('USD');
    const market = {
      code: 'us',
      name: 'US',
      countries: ['US'],
      currency: usd,
      pricesIncludeTax: false,
      position: 1,
    };
    await db.transaction().execute(async (tx) => {
      expectOk(await saveMarket(tx, market));
      const price = { variantId: spoon, currency: usd, amountMinor: 300n, compareAtMinor: undefined };
      await setPrices(tx, { prices: [price], now: NOW, reason: 'test' });
    });
    const token = await aCart(shop, { variantId: spoon, quantity: 2 });
    const us = { market: 'us', locale: localeOf('en-US'), currency: usd };
    expectOk(await changeMarket(deps, { token, ...us, ...at }));
    const cart = await priced(token);
    assert.deepEqual([cart.quote.totals.subtotalMinor, cart.quote.currency, cart.notices], [600n, 'USD', []]);
  });

  test('is paid by at most five gift cards', async () => {
    const token = await aReadyCart(shop, { variantId: spoon, quantity: 1 });
    for (let card = 0; card < 5; card += 1) await payWith(shop, token, await aGiftCard(shop, 100n));
    assert.equal((await priced(token)).dueMinor, 740n - 500n);
    const sixth = await aGiftCard(shop, 100n);
    await assert.rejects(payWith(shop, token, sixth), /too_many_gift_cards/);
    await assert.rejects(payWith(shop, token, { ...sixth, pin: '000' }), /unknown_gift_card/);
  });
});
