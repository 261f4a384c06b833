import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { testDatabase } from '../../../../test/database.ts';
import { expectOk } from '../../../kernel/index.ts';
import { saveProducts, setDigitalFiles, type VariantId } from '../../../modules/catalog/index.ts';
import { setPolicies } from '../../../modules/inventory/index.ts';
import { type AssetId, openOriginal, storeFile } from '../../../modules/media/index.ts';
import { handOverReactions, listOrders, readOrder, refundOrder } from '../../../modules/orders/index.ts';
import { setPrices } from '../../../modules/pricing/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { folderStore } from '../../../platform/files/index.ts';
import { runDueJobs } from '../../../platform/jobs/index.ts';
import type { OrderPage } from '../model/index.ts';
import { aCheckout } from '../testing/a-checkout.ts';
import { aSearch } from '../testing/a-search.ts';
import { aServer, drawnView } from '../testing/a-server.ts';
import { EUR } from '../testing/a-shop.ts';
import { aShopping } from '../testing/a-shopping.ts';
import { aVisitor, type Visitor } from '../testing/a-visitor.ts';

const connection = await testDatabase();
const { db } = connection;
const folder = await mkdtemp(join(tmpdir(), 'institor-downloads-'));
const files = folderStore(folder);
const shopping = {
  ...aShopping(connection),
  openFile: (assetId: AssetId) => openOriginal({ db, files }, assetId),
};
let now = Temporal.Now.instant();
let till: Awaited<ReturnType<typeof aCheckout>>;
let server: FastifyInstance;
let pattern: VariantId;

before(async () => {
  till = await aCheckout(connection);
  server = await aServer(connection, aSearch([]), { shopping, baseUrl: undefined, now: () => now });
  pattern = await aPattern();
});

after(async () => {
  await Promise.all([till.server.close(), server.close()]);
  await rm(folder, { recursive: true });
});

/** A sewing pattern that its buyer may download twice within ten days. */
async function aPattern(): Promise<VariantId> {
  const { assetId } = expectOk(
    await storeFile({ db, files }, { data: Buffer.from('%PDF-1.7 a pattern'), fileName: 'pattern.pdf' }),
  );
  return transact(db, async (tx) => {
    const variants = [{ optionValues: [], sku: 'PATTERN', requiresShipping: false }];
    const about = { handle: 'pattern', title: 'Pattern', kind: 'digital', status: 'active' } as const;
    const [saved] = await saveProducts(tx, { drafts: [{ ...about, variants }], now, cause: 'test' });
    assert.ok(saved && 'variants' in saved);
    const variantId = saved.variants[0]?.id;
    assert.ok(variantId);
    await setPolicies(tx, [{ variantId, isTracked: false, mayBackorder: false, lowStockAt: undefined }]);
    const price = { variantId, currency: EUR, amountMinor: 900n, compareAtMinor: undefined };
    await setPrices(tx, { prices: [price], now: now.subtract({ hours: 1 }), reason: 'test' });
    const file = { assetId, name: 'Schürze “Ada”.pdf', downloadLimit: 2, expiryDays: 10 };
    expectOk(await setDigitalFiles(tx, variantId, [file]));
    return variantId;
  });
}

async function aBuyer(): Promise<{ readonly buyer: Visitor; readonly own: string }> {
  const buyer = aVisitor(server);
  await buyer.post('/cart', { do: 'add', variant: pattern, quantity: '1' });
  const { answer } = await till.orderedWith({}, buyer);
  await buyer.post(String(answer.headers.location), { card: 'success', answer: 'pay' });
  const [own = ''] = String((await buyer.get('/checkout/return')).headers.location).split('?');
  await runDueJobs({ connection, reactions: handOverReactions(shopping.giftCardKey) });
  return { buyer, own };
}

async function downloadsOf(buyer: Visitor, own: string): Promise<OrderPage['downloads']> {
  const { page } = drawnView((await buyer.get(own)).body);
  assert.ok(page.kind === 'order', page.kind);
  return page.downloads;
}

test('what was bought is downloaded from the order’s page, as often as it may be, and not by a link alone', async () => {
  const { buyer, own } = await aBuyer();
  const [first] = await downloadsOf(buyer, own);
  assert.match(first?.text ?? '', /2 more times · until/);
  const action = first?.action ?? '';
  assert.equal((await buyer.get(action)).statusCode, 404);
  for (let times = 1; times <= 2; times += 1) {
    const file = await buyer.post(action, {});
    assert.deepEqual([file.statusCode, file.body], [200, '%PDF-1.7 a pattern']);
    assert.match(String(file.headers['content-disposition']), /^attachment; .*UTF-8''Sch%C3%BCrze/);
    assert.equal(file.headers['cache-control'], 'private, no-store');
  }
  const third = await buyer.post(action, {});
  assert.deepEqual([third.statusCode, third.headers.location], [303, `${own}#downloads`]);
  assert.equal((await downloadsOf(buyer, own))[0]?.action, undefined);
});

test('of clicks at the same time no more are answered than there are', async () => {
  const { buyer, own } = await aBuyer();
  const action = (await downloadsOf(buyer, own))[0]?.action ?? '';
  const answers = await Promise.all(Array.from({ length: 5 }, () => buyer.post(action, {})));
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).toSorted(), [200, 200, 303, 303, 303]);
});

test('nobody else, no other order, nobody whose time is over and nobody who has their money back downloads it', async () => {
  const { buyer, own } = await aBuyer();
  const action = (await downloadsOf(buyer, own))[0]?.action ?? '';
  const other = await aBuyer();
  for (const stranger of [aVisitor(server), other.buyer]) {
    assert.equal((await stranger.post(action, {})).statusCode, 303);
  }
  const mixed = action.replace(own, other.own);
  assert.equal((await other.buyer.post(mixed, {})).statusCode, 404);
  now = now.add({ hours: 24 * 11 });
  assert.equal((await buyer.post(action, {})).statusCode, 303);
  assert.match((await downloadsOf(buyer, own))[0]?.text ?? '', /Could be downloaded until/);
  now = now.subtract({ hours: 24 * 11 });
  const [order] = (await listOrders(db, { limit: 1, number: own.split('/')[2] ?? '' })).orders;
  assert.ok(order);
  const [lineId] = /[\da-f-]{36}/.exec(action) ?? [];
  await giveBack(order.id, lineId ?? '');
  assert.deepEqual(await downloadsOf(buyer, own), []);
  assert.equal((await buyer.post(action, {})).statusCode, 404);
});

async function giveBack(orderId: Parameters<typeof refundOrder>[1]['orderId'], line: string): Promise<void> {
  const order = await readOrder(db, orderId);
  const lines =
    order?.lines.filter(({ id }) => id === line).map(({ id }) => ({ lineId: id, quantity: 1 })) ?? [];
  const whole = { delivery: 'none', goodwillMinor: 0n, means: 'original', reason: 'sorry' } as const;
  expectOk(await refundOrder(shopping.orders, { orderId, lines, ...whole, actor: 'staff', now }));
}
