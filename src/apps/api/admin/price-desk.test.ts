import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { expectOk } from '../../../kernel/index.ts';
import { createKey, SCOPES } from '../../../modules/access/index.ts';
import { readProductIdsOfVariants } from '../../../modules/catalog/index.ts';
import { followProducts } from '../../../modules/inventory/index.ts';
import { receiveGoods } from '../../../modules/ledger/index.ts';
import { makeClient } from '../../../platform/api/index.ts';
import { runDueJobs } from '../../../platform/jobs/index.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { anApi, shoppingWith } from '../testing/an-api.ts';
import { ADMIN_API } from './api.ts';
import { adminJobs } from './long-work.ts';

const connection = await testDatabase(16);
const { db } = connection;
const selling = await openSellingShop(connection);
const [cup, pot, spoon] = selling.variants;
const app = await anApi(connection, aSearch([]), { now: () => NOW, shopping: shoppingWith(selling.deps) });
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
after(() => app.close());
const { secret } = expectOk(
  await db
    .transaction()
    .execute((tx) => createKey(tx, { name: 'test', scopes: Object.keys(SCOPES), now: NOW })),
);
const admin = makeClient(ADMIN_API, { origin, token: secret });
const once = () => ({ idempotencyKey: randomUUID() });

type Received<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: { readonly code: string; readonly detail: string } };

async function got<Value>(answer: Promise<Received<Value>>): Promise<Value> {
  const received = await answer;
  if (!received.ok) throw new Error(`${received.problem.code}: ${received.problem.detail}`);
  return received.value;
}
const codeOf = async (answer: Promise<Received<unknown>>) => {
  const received = await answer;
  return received.ok ? 'ok' : received.problem.code;
};

const work = () => runDueJobs({ connection, jobs: adminJobs });

const products = await readProductIdsOfVariants(db, [cup, pot, spoon]);
await db.transaction().execute((tx) => followProducts(tx, [...products.values()]));
await db.transaction().execute((tx) =>
  receiveGoods(tx, {
    items: [{ variantId: cup, quantity: 3, valueMinor: 1_500n }],
    ...{ currency: selling.currency, reference: 'delivery', now: NOW },
  }),
);

test('prices stand beside cost, and what is left of them net of tax', async () => {
  const { items, total } = await got(admin.listPriceRows({ query: { variantId: [cup, pot] } }));
  assert.equal(total?.count, 2);
  const row = items.find(({ item }) => item.variantId === cup);
  // 12.00 with 19 % in it is 10.08 net; 5.00 of that is cost.
  assert.deepEqual(
    [row?.cost?.amount, row?.isAverageCost, row?.prices[0]?.net.amount, row?.prices[0]?.margin?.amount],
    ['5.00', true, '10.08', '5.08'],
  );
  assert.equal(row?.prices[0]?.marginMillionths, 503_968);
  const other = items.find(({ item }) => item.variantId === pot);
  assert.deepEqual([other?.cost, other?.prices[0]?.margin], [undefined, undefined]);
});

test('a price change is looked at before it is made, counted by what falls below cost, and given back', async () => {
  const body = {
    ...{ selection: { variantId: [cup, pot] }, currency: 'EUR', rounding: '99' as const },
    change: { kind: 'percent' as const, rateMillionths: -600_000 },
    compareAt: 'price_before' as const,
  };
  const preview = await got(admin.previewPriceChange({ body }));
  assert.deepEqual([preview.changed, preview.unchanged, preview.belowCost], [2, 0, 1]);
  const seen = preview.items.find(({ item }) => item.variantId === cup);
  assert.deepEqual(
    [seen?.before.amount, seen?.after?.amount, seen?.compareAtAfter?.amount, seen?.isBelowCost],
    ['12.00', '4.99', '12.00', true],
  );
  const wrong = admin.changePrices({ body: { ...body, expectedChanges: 3 }, ...once() });
  assert.equal(await codeOf(wrong), 'changed_meanwhile');
  const made = await got(
    admin.changePrices({ body: { ...body, expectedChanges: 2, leavesOut: [pot] }, ...once() }),
  );
  assert.equal(made.total, 1);
  await work();
  const prices = await got(admin.readPrices({ query: { variantIds: `${cup},${pot}` } }));
  assert.deepEqual(
    new Map(prices.items.map(({ variantId, price }) => [variantId, price.amount])),
    new Map([
      [cup, '4.99'],
      [pot, '30.00'],
    ]),
  );
  await got(admin.undoWork({ params: { id: made.id }, body: {}, ...once() }));
  await work();
  const back = await got(admin.readPrices({ query: { variantIds: cup } }));
  assert.deepEqual(
    back.items.map(({ price, compareAt }) => [price.amount, compareAt?.amount]),
    [['12.00', undefined]],
  );
});

test('a change that begins later is listed until then', async () => {
  const body = {
    ...{ selection: { variantId: [spoon] }, currency: 'EUR', expectedChanges: 1 },
    ...{ change: { kind: 'raise' as const, amount: { amount: '0.50', currency: 'EUR' } } },
    startsAt: '2026-12-01T00:00:00Z',
  };
  const begun = await got(admin.changePrices({ body, ...once() }));
  await work();
  const { items } = await got(admin.listScheduledPrices({}));
  assert.deepEqual(
    items.map(({ variantId, price, current, startsAt }) => [
      variantId,
      price.amount,
      current?.amount,
      startsAt,
    ]),
    [[spoon, '3.00', '2.50', '2026-12-01T00:00:00Z']],
  );
  await got(admin.undoWork({ params: { id: begun.id }, body: {}, ...once() }));
  await work();
  assert.deepEqual((await got(admin.listScheduledPrices({}))).items, []);
  const yen = {
    ...body,
    startsAt: undefined,
    change: { ...body.change, amount: { amount: '1', currency: 'JPY' } },
  };
  assert.equal(await codeOf(admin.changePrices({ body: yen, ...once() })), 'other_currency');
});

test('a list’s prices stand beside the own ones', async () => {
  const list = await got(
    admin.savePriceList({ body: { code: 'trade', name: 'Trade', kind: 'override' }, ...once() }),
  );
  const prices = [1, 10].map((fromQuantity) => ({
    ...{ variantId: cup, fromQuantity, price: { amount: `${11 - fromQuantity / 10}0`, currency: 'EUR' } },
  }));
  await got(admin.setListPrices({ params: { id: list.id }, body: { prices } }));
  const first = await got(admin.listPricesOfList({ params: { id: list.id }, query: { limit: '1' } }));
  const next = await got(
    admin.listPricesOfList({ params: { id: list.id }, query: { limit: '1', cursor: first.nextCursor } }),
  );
  assert.deepEqual(
    [...first.items, ...next.items].map(({ fromQuantity, base }) => [fromQuantity, base?.amount]),
    [
      [1, '12.00'],
      [10, '12.00'],
    ],
  );
  await got(admin.removePriceList({ params: { id: list.id } }));
});

const SUMMER = {
  ...{ name: 'Summer', trigger: 'code', lane: 2 },
  benefits: [{ kind: 'percent_off', per: 'order', rateMillionths: 200_000 }],
  conditions: { minimum: { value: { EUR: '50.00' } } },
};

test('a promotion is tried out before it is saved: what applies, and why others do not', async () => {
  const always = {
    ...{ name: 'Always', trigger: 'automatic', lane: 2 },
    benefits: [{ kind: 'percent_off', per: 'order', rateMillionths: 10_000 }],
  };
  const { id: alwaysId } = await got(admin.createPromotion({ body: { promotion: always }, ...once() }));
  const cart = {
    promotion: SUMMER,
    trialCodes: ['SUMMER'],
    market: 'eu',
    lines: [{ variantId: pot, quantity: 2 }],
  };
  const tested = await got(admin.testPromotion({ body: { ...cart, codes: ['summer'] } }));
  assert.equal(
    tested.sentence,
    '20% off everything, when the cart has everything worth €50.00 or more, with the code SUMMER.',
  );
  assert.deepEqual([tested.totals.discount.amount, tested.totals.total.amount], ['12.00', '48.00']);
  const by = new Map(tested.verdicts.map((verdict) => [verdict.name, verdict]));
  assert.deepEqual([by.get('Summer')?.isTrial, by.get('Summer')?.amount?.amount], [true, '12.00']);
  assert.deepEqual([by.get('Always')?.isApplied, by.get('Always')?.reason], [false, 'better_promotion']);
  const without = await got(admin.testPromotion({ body: cart }));
  assert.equal(without.verdicts.find(({ isTrial }) => isTrial)?.reason, 'code_not_given');
  assert.equal(without.totals.discount.amount, '0.60');
  const small = { ...cart, lines: [{ variantId: cup, quantity: 1 }], codes: ['SUMMER'] };
  const verdict = (await got(admin.testPromotion({ body: small }))).verdicts.find(({ isTrial }) => isTrial);
  assert.deepEqual([verdict?.reason, verdict?.missing?.amount], ['minimum_value', '38.00']);
  const saved = await got(admin.listPromotionRows({}));
  assert.deepEqual(
    saved.items.map(({ id }) => id),
    [alwaysId],
  );
  await got(admin.removePromotion({ params: { id: alwaysId } }));
});

test('a promotion is listed in plain words with its state, and read as it was sent', async () => {
  const schedule = { startsAt: '2027-01-01T00:00' };
  const promotion = {
    ...SUMMER,
    conditions: { ...SUMMER.conditions, schedule },
    limits: { budget: { EUR: '90.00' } },
  };
  const { id } = await got(admin.createPromotion({ body: { promotion }, ...once() }));
  await got(admin.saveCodes({ params: { id }, body: { codes: ['SUMMER'] } }));
  const [row] = (await got(admin.listPromotionRows({ query: { locale: 'de', state: 'scheduled' } }))).items;
  assert.deepEqual([row?.id, row?.codes, row?.orders], [id, ['SUMMER'], 0]);
  assert.match(
    row?.sentence ?? '',
    /^20.% Rabatt auf alles, wenn .*, mit dem Code SUMMER, bis 90,00.€ gewährt sind\.$/,
  );
  const read = await got(admin.readPromotion({ params: { id } }));
  await got(admin.changePromotion({ params: { id }, body: { promotion: read.promotion } }));
  assert.deepEqual((await got(admin.readPromotion({ params: { id } }))).promotion, read.promotion);
  assert.equal(await codeOf(admin.readPromotion({ params: { id: randomUUID() } })), 'not_found');
});
