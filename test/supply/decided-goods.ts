import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { currencyOf, expectOk, localeOf } from '../../src/kernel/index.ts';
import { saveProducts, type VariantId } from '../../src/modules/catalog/index.ts';
import { defaultLocation, followProducts, moveStock } from '../../src/modules/inventory/index.ts';
import { setPrices } from '../../src/modules/pricing/index.ts';
import { saveSources, saveSupplier } from '../../src/modules/purchasing/index.ts';
import { type Db, transact, transactOrRefuse } from '../../src/platform/database/index.ts';

export const NOW = Temporal.Instant.from('2026-11-24T09:00:00Z');
export const EUR = currencyOf('EUR');

/** In stock, price and cost of a piece, wanted a week. */
type Facts = {
  readonly stock: number;
  readonly price: bigint;
  readonly cost: bigint;
  readonly perWeek: number;
};

/** Goods for sale with a forecast, as kinds look at them. */
export async function aVariant(
  db: Db,
  title: string,
  { stock, price, cost, perWeek }: Facts,
): Promise<VariantId> {
  const [saved] = await transact(db, (tx) =>
    saveProducts(tx, {
      drafts: [
        {
          ...{ handle: title.toLowerCase(), title, status: 'active' },
          variants: [{ optionValues: [], sku: title, cost: { minor: cost, currency: EUR } }],
        },
      ],
      ...{ now: NOW, cause: 'test' },
    }),
  );
  assert.ok(saved && !('refusal' in saved));
  const [variant] = saved.variants;
  assert.ok(variant);
  await transact(db, async (tx) => {
    await followProducts(tx, [saved.id]);
    const locationId = (await defaultLocation(tx)).id;
    const moves = stock === 0 ? [] : [{ variantId: variant.id, quantity: stock, locationId }];
    expectOk(await moveStock(tx, { moves, now: NOW, reason: 'received', reference: 't', actor: 'staff:a' }));
  });
  await setPrice(db, variant.id, price, NOW.subtract({ hours: 24 * 90 }));
  const weeks = Array.from({ length: 53 }, () => perWeek);
  const variances = weeks.map((_, week) => perWeek * 1.5 * (week + 1));
  await sql`
    insert into forecasting.forecast (variant_id, product_id, title, options, sku, category, words, demand_class, method,
      is_enough, first_day, weeks, variances, price, weekdays, history,
      reasons, places, channels, fingerprint, next_4, next_4_low, next_4_high, next_13, next_13_low, next_13_high, flags, made_at)
    values (${variant.id}, ${saved.id}, ${title}, '', ${title}, '', '', 'smooth', 'ses', true, '2026-11-23', ${weeks},
      ${variances}, ${Number(price)}, ${Array.from({ length: 7 }, () => 1 / 7)}, ${weeks},
      '[]', '{}', '{}', 'test', 1, 1, 1, 1, 1, 1, '{}', now())`.execute(db);
  return variant.id;
}

export function setPrice(db: Db, variantId: VariantId, amountMinor: bigint, now = NOW) {
  const price = { variantId, currency: EUR, amountMinor, compareAtMinor: undefined };
  return transact(db, (tx) => setPrices(tx, { prices: [price], now, reason: 'test' }));
}

/** A supplier of all of them, in packs of six. */
export async function aSupplierOf(db: Db, variantIds: readonly VariantId[]): Promise<void> {
  const draft = {
    ...{ name: 'Potter', currency: EUR, locale: localeOf('de'), email: 'orders@potter.example', address: '' },
    ...{ discountMillionths: 0, discountDays: 0 },
    ...{ paymentDays: 30, incoterm: '', leadDays: 10, orderWeekdays: [], orderWeeks: 1, note: '' },
    ...{ orderMinimumMinor: 0n, orderMinimumPieces: 0, rateE10: 10_000_000_000n },
    ...{ discountMillionths: 0, discountDays: 0 },
    ...{ isActive: true, contacts: [], closedDays: [] },
  };
  const supplier = expectOk(await transactOrRefuse(db, (tx) => saveSupplier(tx, { draft, now: NOW })));
  const sources = variantIds.map((variantId) => ({
    ...{ variantId, sku: undefined, packSize: 6, minimumQuantity: 1, shelfLifeDays: undefined, rank: 0 },
    breaks: [{ from: 1, priceMinor: 600n, perQuantity: 1 }],
  }));
  expectOk(await transactOrRefuse(db, (tx) => saveSources(tx, { supplierId: supplier.id, sources })));
}
