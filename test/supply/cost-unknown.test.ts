import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currencyOf, expectOk } from '../../src/kernel/index.ts';
import { editProduct, readProducts, readSellables, type VariantId } from '../../src/modules/catalog/index.ts';
import { builtInKinds, lookFor, readDecisions, readLooks } from '../../src/modules/decisions/index.ts';
import { kindOf } from '../../src/modules/decisions/registry.ts';
import { followProducts, moveStock, saveLocation, setPolicies } from '../../src/modules/inventory/index.ts';
import { savePromotion, setPrices } from '../../src/modules/pricing/index.ts';
import { removeSources, saveSources } from '../../src/modules/purchasing/index.ts';
import { aPurchasingShop, aSource, NOW } from '../../src/modules/purchasing/testing/a-purchasing-shop.ts';
import { reviewAllNeeds } from '../../src/modules/replenishment/index.ts';
import { testDatabase } from '../database.ts';
import { keepForecast } from './forecast-of.ts';

/** A shop in which nobody has said what anything costs, and every kind of decision would have something to say. */
const titles = ['Vase', 'Bowl', 'Lamp', 'Pot', 'Tray', 'Cup'];
const shop = await aPurchasingShop(await testDatabase(8), titles);
const { db, write, variant, main, supplier } = shop;
const [vase, bowl, lamp, pot, tray, cup] = titles.map((_, index) => variant(index));
assert.ok(vase && bowl && lamp && pot && tray && cup);
const all = [vase, bowl, lamp, pot, tray, cup];
const kinds = builtInKinds({
  runAsk: async () => {
    throw new Error('nobody asks the warehouse here');
  },
});

await write((tx) =>
  setPrices(tx, {
    prices: all.map((variantId) => {
      return { variantId, currency: currencyOf('EUR'), amountMinor: 1_500n, compareAtMinor: undefined };
    }),
    ...{ now: NOW.subtract({ hours: 24 * 90 }), reason: 'test' },
  }),
);
for (const variantId of all) {
  await keepForecast(db, { variantId, perWeek: 14, firstDay: '2026-11-23' });
  await putOnSale(variantId);
}
const depot = expectOk(
  await write((tx) =>
    saveLocation(tx, { code: 'depot', name: 'Depot', country: 'DE', isActive: false, position: 9 }),
  ),
);
for (const [variantId, quantity, locationId] of [
  [vase, 5_000, main],
  [pot, 2, main],
  [tray, 10, main],
  [cup, 4, main],
  [cup, 30, depot.id],
] as const) {
  const moves = [{ variantId, quantity, locationId }];
  const about = { now: NOW, reason: 'received', reference: 't', actor: 'staff:a' } as const;
  await write(async (tx) => expectOk(await moveStock(tx, { moves, ...about })));
}
await write((tx) => removeSources(tx, { supplierId: supplier.id, variantIds: [vase, bowl, lamp, tray] }));
// The supplier's price was never filled in.
const free = [cup, pot].map((id) => aSource(id, { breaks: [{ from: 1, priceMinor: 0n, perQuantity: 1 }] }));
expectOk(await write((tx) => saveSources(tx, { supplierId: supplier.id, sources: free })));
await write((tx) =>
  setPolicies(tx, [{ variantId: bowl, isTracked: true, mayBackorder: true, lowStockAt: 2 }]),
);
await shop.aSentOrder({ lines: [{ variantId: pot, quantity: 100 }] });
const percentOff = { kind: 'percent_off', rateMillionths: 300_000, per: 'item' } as const;
expectOk(
  await write((tx) =>
    savePromotion(tx, {
      promotion: {
        ...{ name: 'Trays', trigger: 'automatic', lane: 2, priority: 1, isExclusive: false, isActive: true },
        ...{ limits: {}, conditions: {} },
        benefits: [{ ...percentOff, goods: { anyOf: [{ variants: [tray] }] } }],
      },
      now: NOW,
    }),
  ),
);
await reviewAllNeeds(db, { now: NOW, signal: new AbortController().signal });

const rows: readonly [kind: string, named: string][] = [
  ['mark_down', 'Vase'],
  ['raise_price', 'Tray'],
  ['stop_backorders', 'Bowl'],
  ['hide_product', 'Lamp'],
  ['expedite', 'Pot'],
  ['low_stock_promotion_off', 'Trays'],
  ['reorder', 'Cup'],
  ['transfer', 'Cup'],
];
for (const [kind, named] of rows) {
  test(`${kind} values nothing as if it were free, and names ${named}`, async () => {
    await lookFor(db, kindOf(kinds, kind), NOW);
    assert.deepEqual(await readDecisions(db, { kind, limit: 9 }), []);
    const look = (await readLooks(db)).find((one) => one.kind === kind);
    const labels = look?.costUnknown.of.map(({ label }) => label) ?? [];
    assert.ok(labels.includes(named), labels.join());
    assert.equal(look?.costUnknown.count, labels.length);
  });
}

async function putOnSale(id: VariantId): Promise<void> {
  await write(async (tx) => {
    const sellable = (await readSellables(tx, [id])).get(id);
    assert.ok(sellable);
    const [product] = await readProducts(tx, [sellable.productId]);
    assert.ok(product);
    const given = {
      id: product.id,
      expectedVersion: product.version,
      cause: 'test',
      actor: 'test',
      now: NOW,
    };
    expectOk(await editProduct(tx, { ...given, draft: { status: 'active' } }));
    await followProducts(tx, [product.id]);
  });
}
