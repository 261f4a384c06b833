import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { expectOk } from '../../src/kernel/index.ts';
import { setDetails } from '../../src/modules/carts/index.ts';
import { saveProducts, type VariantId } from '../../src/modules/catalog/index.ts';
import { defaultLocation, setPolicies } from '../../src/modules/inventory/index.ts';
import { receiveGoods } from '../../src/modules/ledger/index.ts';
import {
  type OrderId,
  type ReturnId,
  readOrder,
  receiveReturn,
  requestReturn,
} from '../../src/modules/orders/index.ts';
import { setPrices } from '../../src/modules/pricing/index.ts';
import { type Connection, transact } from '../../src/platform/database/index.ts';
import { aCode } from './offers.ts';
import { EUR, NOW } from './open-shop.ts';
import { openWorld, type World } from './places.ts';
import { type Asked, aReadyCart, order, type Wish } from './shopper.ts';

export const STAFF = { actor: 'staff', now: NOW };
export const NO_EXTRAS = { delivery: 'none', goodwillMinor: 0n, means: 'original', reason: 'test' } as const;
const EARLIER = NOW.subtract({ hours: 1 });

/** A shop whose goods have a cost: 4.00 a cup, 10.01 a pot; with gift cards, and a code that takes a tenth off. */
export async function openJournalWorld(connection: Connection) {
  const shop = await openWorld(connection);
  const [cup, pot] = shop.variants;
  await aCode(shop, 'TENTH', { rateMillionths: 100_000 });
  const giftCard = await transact(shop.deps.db, async (tx) => {
    const items = [
      { variantId: cup, quantity: 100, valueMinor: 40_000n },
      { variantId: pot, quantity: 100, valueMinor: 100_100n },
    ];
    await receiveGoods(tx, { currency: EUR, reference: 'the first delivery', items, now: NOW });
    const variants = [{ optionValues: [], sku: 'gift-25', requiresShipping: false, isTaxable: false }];
    const draft = { handle: 'card', title: 'Card', kind: 'gift_card', status: 'active', variants } as const;
    const [saved] = await saveProducts(tx, { drafts: [draft], now: EARLIER, cause: 'test' });
    assert.ok(saved && 'variants' in saved);
    const variantId = saved.variants[0]?.id;
    assert.ok(variantId);
    await setPolicies(tx, [{ variantId, isTracked: false, mayBackorder: false, lowStockAt: undefined }]);
    const price = { variantId, currency: EUR, amountMinor: 2500n, compareAtMinor: undefined };
    await setPrices(tx, { prices: [price], now: EARLIER, reason: 'test' });
    return variantId;
  });
  return { shop, cup, pot, giftCard };
}

export function dealingsIn(shop: World) {
  const { deps } = shop;
  const { db } = deps;

  async function placed(wishes: readonly Wish[], asked: Asked & { readonly code?: string } = {}) {
    const token = await aReadyCart(shop, ...wishes);
    const { code, ...rest } = asked;
    if (code !== undefined) {
      expectOk(await setDetails(deps, { token, details: { codes: [code] }, now: NOW }));
    }
    return expectOk(await order(shop, token, rest)).orderId;
  }

  async function theOrder(orderId: OrderId) {
    const found = await readOrder(db, orderId);
    assert.ok(found);
    return found;
  }

  async function pieces(orderId: OrderId, variantId: VariantId, quantity: number) {
    const line = (await theOrder(orderId)).lines.find((one) => one.variantId === variantId);
    assert.ok(line);
    return { lineId: line.id, quantity };
  }

  type Some = Awaited<ReturnType<typeof pieces>>;

  /** Announced pieces come, so many of them damaged. */
  async function takeIn(
    orderId: OrderId,
    returnId: ReturnId,
    { lineId, quantity }: Some,
    damagedQuantity = 0,
  ) {
    const { id: locationId } = await defaultLocation(db);
    const lines = [{ lineId, sellableQuantity: quantity - damagedQuantity, damagedQuantity }];
    const received = { orderId, returnId, lines, locationId, ...STAFF };
    expectOk(await transact(db, (tx) => receiveReturn(tx, received)));
  }

  async function comeBack(orderId: OrderId, some: Some, damagedQuantity = 0) {
    const lines = [{ ...some, reason: 'other' as const }];
    const asked = { orderId, lines, kind: 'return', isApproved: true, ...STAFF } as const;
    const { id: returnId } = expectOk(await transact(db, (tx) => requestReturn(tx, asked)));
    await takeIn(orderId, returnId, some, damagedQuantity);
    return returnId;
  }

  /** The rows of an order as text, what they say nothing of left out: `sale Cup 2: gross 2017, tax 383`. */
  async function rowsOf(orderId: OrderId): Promise<string[]> {
    const { rows } = await sql<{ said: string }>`
      select concat_ws(' ', entry.kind, line.title, nullif(entry.quantity, 0)) || ':' || coalesce((
        select string_agg(' ' || part.name || ' ' || part.amount, ',') from (values ('gross', gross_minor),
          ('discount', entry.discount_minor), ('returns', returns_minor), ('shipping', shipping_minor),
          ('gift cards', gift_cards_minor), ('tax', entry.tax_minor), ('cost', cost_minor),
          ('goodwill', goodwill_minor)) as part (name, amount) where part.amount <> 0), '') as said
      from orders.sales_entry entry left join orders.line on line.id = entry.line_id
      where entry.order_id = ${orderId} order by entry.id`.execute(db);
    return rows.map(({ said }) => said);
  }

  return { placed, theOrder, pieces, takeIn, comeBack, rowsOf };
}
