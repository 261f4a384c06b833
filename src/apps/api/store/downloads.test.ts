import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { aSale } from '../../../../test/selling/a-sale.ts';
import { EUR, NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { aReadyCart, order } from '../../../../test/selling/shopper.ts';
import { expectOk } from '../../../kernel/index.ts';
import { createKey, SCOPES } from '../../../modules/access/index.ts';
import { saveProducts, setDigitalFiles } from '../../../modules/catalog/index.ts';
import { setPolicies } from '../../../modules/inventory/index.ts';
import { openOriginal, storeFile } from '../../../modules/media/index.ts';
import { fulfilOrder, readOrder } from '../../../modules/orders/index.ts';
import { setPrices } from '../../../modules/pricing/index.ts';
import { makeClient } from '../../../platform/api/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { folderStore } from '../../../platform/files/index.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { ADMIN_API, STORE_API } from '../index.ts';
import { anApi, shoppingWith } from '../testing/an-api.ts';
import { got, refusedAs } from '../testing/got.ts';

const connection = await testDatabase(16);
const { db } = connection;
const selling = await openSellingShop(connection);
const folder = await mkdtemp(join(tmpdir(), 'institor-downloads-'));
const files = folderStore(folder);
const pattern = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const { assetId: fileId } = expectOk(await storeFile({ db, files }, { data: pattern, fileName: 'p.pdf' }));
let now = NOW;
const shopping = shoppingWith(selling.deps, (id) => openOriginal({ db, files }, id));
const app = await anApi(connection, aSearch([]), { now: () => now, shopping });
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
after(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});
const shop = makeClient(STORE_API, { origin });
const { secret } = expectOk(
  await transact(db, (tx) => createKey(tx, { name: 'test', scopes: Object.keys(SCOPES), now: NOW })),
);
const admin = makeClient(ADMIN_API, { origin, token: secret });

/** A pattern to print: two downloads, for a week. */
async function aDigitalProduct() {
  return transact(db, async (tx) => {
    const before = { now: NOW.subtract({ hours: 1 }) };
    const variants = [{ optionValues: [], sku: 'pattern', requiresShipping: false }];
    const draft = { handle: 'pattern', title: 'Pattern', status: 'active', variants } as const;
    const drafts = [{ ...draft, kind: 'digital' as const }];
    const [saved] = await saveProducts(tx, { drafts, ...before, cause: 'test' });
    assert.ok(saved && 'variants' in saved);
    const variantId = saved.variants[0]?.id;
    assert.ok(variantId);
    const file = { assetId: fileId, name: 'Pattern.pdf', downloadLimit: 2, expiryDays: 7 };
    expectOk(await setDigitalFiles(tx, variantId, [file]));
    await setPolicies(tx, [{ variantId, isTracked: false, mayBackorder: false, lowStockAt: undefined }]);
    const price = { variantId, currency: EUR, amountMinor: 900n, compareAtMinor: undefined };
    await setPrices(tx, { prices: [price], ...before, reason: 'test' });
    return variantId;
  });
}

test('what was bought is taken by the order’s token, counted each time, until none is left or its time is over', async () => {
  const cart = await aReadyCart(selling, { variantId: await aDigitalProduct(), quantity: 1 });
  const { orderId, number, accessToken: token } = expectOk(await order(selling, cart));
  expectOk(await transact(db, (tx) => fulfilOrder(tx, { orderId, actor: 'system', now: NOW })));
  const own = { order: number, token };
  const lineId = (await readOrder(db, orderId))?.lines[0]?.id ?? '';
  const listed = async () => (await got(shop.listDownloads({ params: own }))).items;
  const endsAt = NOW.add({ hours: 7 * 24 });
  const file = { lineId, fileId, name: 'Pattern.pdf', endsAt: endsAt.toString() };
  assert.deepEqual(await listed(), [{ ...file, taken: 0, left: 2 }]);
  const url = `${STORE_API.prefix}/orders/${number}/${token}/downloads/${lineId}/${fileId}`;
  const answer = await app.inject({ method: 'POST', url });
  assert.deepEqual(answer.rawPayload, pattern);
  assert.match(String(answer.headers['content-disposition']), /^attachment; filename="Pattern.pdf"/);
  assert.deepEqual(await listed(), [{ ...file, taken: 1, left: 1 }]);
  const take = (params: { order: string; token: string }, of: string = fileId) =>
    shop.takeDownload({ params: { ...params, lineId, fileId: of } });
  const other = await aSale(selling);
  const theirs = { order: other.number, token: other.accessToken };
  assert.equal(await refusedAs(take(theirs)), 'unknown_download');
  assert.equal(await refusedAs(take(own, lineId)), 'unknown_download');
  now = endsAt;
  assert.equal(await refusedAs(take(own)), 'download_over');
  now = NOW;
  assert.equal(await (await got(take(own))).text(), pattern.toString());
  assert.equal(await refusedAs(take(own)), 'download_used_up');
  assert.equal((await listed())[0]?.taken, 2);
});

test('a return’s label is said by staff, read by the shopper, and printed', async () => {
  const sale = await aSale(selling, 'bob@example.org');
  const about = { params: { id: sale.orderId, returnId: sale.returnId } };
  const own = { order: sale.number, token: sale.accessToken };
  const label = (body: object) => admin.labelReturn({ ...about, body });
  assert.equal(await refusedAs(label({ text: 'Stick it on.' })), 'not_possible_in_this_state');
  await got(admin.decideReturn({ ...about, body: { decision: 'approved', note: '' } }));
  const print = () => shop.returnLabel({ params: { ...own, returnId: sale.returnId } });
  assert.equal(await refusedAs(print()), 'unknown_label');
  assert.equal(await refusedAs(label({})), 'empty_label');
  assert.equal(await refusedAs(label({ fileId: sale.lineId })), 'unknown_file');
  const unsafe = await label({ url: 'http://carrier.example' });
  assert.ok(!unsafe.ok);
  assert.deepEqual([unsafe.problem.code, unsafe.problem.field], ['not_a_web_address', 'url']);
  await got(label({ carrier: 'DHL', trackingNumber: '00340', fileId }));
  const [seen] = (await got(shop.listReturns({ params: own }))).items;
  assert.deepEqual(seen?.label, { carrier: 'DHL', trackingNumber: '00340', url: '', text: '', fileId });
  assert.equal(await (await got(print())).text(), pattern.toString());
});
