import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { readSellables, type VariantId } from '../../catalog/index.ts';
import { shipGoods } from '../../ledger/index.ts';
import { readShop } from '../../markets/index.ts';
import { shippedEntries } from '../journal/cost-entries.ts';
import { insertEntries } from '../journal/store/write-entries.ts';
import type { Order } from '../order.ts';
import type { ChosenLine } from './chosen-lines.ts';
import type { ShippedStock } from './plan-shipment.ts';

/**
 * Goods left with a parcel: what they cost goes from stock to cost of goods, in the shop's own currency, and to the lines
 * of the parcel.
 */
export async function postCostOfGoods(
  tx: Tx,
  input: {
    readonly order: Pick<Order, 'id'>;
    readonly parcel: readonly ChosenLine[];
    readonly stock: readonly ShippedStock[];
    readonly reference: string;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  const { order, parcel, stock, reference, now } = input;
  const { defaultCurrency: currency } = await readShop(tx);
  const byVariant = Map.groupBy(stock, ({ variantId }) => variantId);
  const costs = await catalogueCosts(tx, [...byVariant.keys()], currency);
  const items = [...byVariant].map(([variantId, some]) => ({
    variantId,
    quantity: some.reduce((sum, { quantity }) => sum + quantity, 0),
    catalogueMinor: costs.get(variantId),
  }));
  const shipped = await shipGoods(tx, { currency, reference, orderId: order.id, items, now });
  const of = { kind: 'goods_shipped', reference } as const;
  const entries = shippedEntries(parcel, stock, shipped);
  await insertEntries(tx, [{ of, orderId: order.id, currency, entries, now }]);
}

/** A cost that the catalogue has in another currency says nothing here. */
async function catalogueCosts(
  tx: Tx,
  variantIds: readonly VariantId[],
  currency: CurrencyCode,
): Promise<Map<VariantId, bigint>> {
  const sellables = await readSellables(tx, variantIds);
  return new Map(
    [...sellables].flatMap(([id, { cost }]) =>
      cost?.currency === currency ? [[id, cost.minor] as const] : [],
    ),
  );
}
