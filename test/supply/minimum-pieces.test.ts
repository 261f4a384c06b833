import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currencyOf, expectOk } from '../../src/kernel/index.ts';
import { setPrices } from '../../src/modules/pricing/index.ts';
import { saveSupplier } from '../../src/modules/purchasing/index.ts';
import {
  aPurchasingShop,
  aSupplier,
  BUYER,
  NOW,
} from '../../src/modules/purchasing/testing/a-purchasing-shop.ts';
import { listNeeds, orderNeeds, readNeeds, reviewAllNeeds } from '../../src/modules/replenishment/index.ts';
import { testDatabase } from '../database.ts';
import { keepForecast } from './forecast-of.ts';

const { db, write, variant, supplier } = await aPurchasingShop(await testDatabase(4), ['Cup', 'Pot']);
const goods = [variant(0), variant(1)];
await write((tx) =>
  setPrices(tx, {
    prices: goods.map((variantId) => {
      return { variantId, currency: currencyOf('EUR'), amountMinor: 1_500n, compareAtMinor: undefined };
    }),
    ...{ now: NOW, reason: 'test' },
  }),
);
for (const variantId of goods) await keepForecast(db, { variantId, perWeek: 14, firstDay: '2026-11-23' });

const review = async () => {
  await reviewAllNeeds(db, { now: NOW, signal: new AbortController().signal });
  return listNeeds(db, { isAll: true, limit: 9 });
};
const minimum = async (orderMinimumPieces: number) => {
  const draft = aSupplier({ orderMinimumPieces });
  expectOk(await write((tx) => saveSupplier(tx, { id: supplier.id, draft, now: NOW })));
};
type Needs = Awaited<ReturnType<typeof review>>;
const pieces = (needs: Needs) => needs.reduce((sum, { quantity }) => sum + quantity, 0);
const kinds = (needs: Needs) => needs.flatMap(({ reasons }) => reasons.map(({ kind }) => kind));

test('a supplier’s minimum in pieces is filled up, waited for where that is too many, and less what lies on a draft', async () => {
  const own = await review();
  await minimum(pieces(own));
  assert.deepEqual(await review(), own, 'it is reached');
  await minimum(pieces(own) + 2);
  const filled = await review();
  assert.ok(pieces(filled) >= pieces(own) + 2 && kinds(filled).includes('filled_pieces'));
  const more = filled.find(({ reasons }) => reasons.some(({ kind }) => kind === 'filled_pieces'));
  assert.ok(more);
  // Read anew it is what the review has made of it, with what it would be by itself.
  const [again] = await readNeeds(db, [more.variantId], NOW);
  assert.equal(again?.quantity, more.quantity);
  const wanted = own.find(({ variantId }) => variantId === more.variantId)?.quantity;
  assert.deepEqual(again?.reasons.at(-1)?.numbers, { wanted, minimum: pieces(own) + 2 });
  await minimum(900_000);
  const waiting = await review();
  assert.equal(pieces(waiting), 0);
  assert.ok(kinds(waiting).includes('waits_pieces'));
  const [first, second] = own;
  assert.ok(first && second);
  await minimum(pieces(own));
  const lines = [{ variantId: first.variantId, quantity: first.quantity, onOrder: first.onOrder }];
  expectOk(await write((tx) => orderNeeds(tx, { lines, ...BUYER })));
  const rest = await review();
  assert.ok(!kinds(rest).some((kind) => kind.startsWith('filled') || kind.startsWith('waits')));
  assert.equal(pieces(rest), second.quantity);
});
