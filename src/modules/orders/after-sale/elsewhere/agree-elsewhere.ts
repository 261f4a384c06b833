import { ok, type Refusal, type Result, refuse, splitMinor } from '../../../../kernel/index.ts';
import { taxedAnew } from '../../../pricing/index.ts';
import type { DeliveryOption } from '../../../shipping/index.ts';
import type { TaxContext } from '../../../taxes/index.ts';
import type { Order } from '../../order.ts';
import { type Agreement, agreementOf } from '../agree-anew.ts';

/** What holds at another place: which tax applies there, and how the goods get there. */
export type Elsewhere = {
  /** Whether the market's prices are with tax. */
  readonly pricesIncludeTax: boolean;
  readonly taxes: TaxContext;
  readonly option: DeliveryOption;
};

export type ElsewhereRefusal = Refusal<'tax_class_unknown' | 'taxed_otherwise'>;

type AgreedOrder = Pick<Order, 'lines' | 'quotedDelivery' | 'pricesIncludeTax'>;

/**
 * What an order comes to at another place (decision 0015). The prices of the goods stay as they were agreed, with tax
 * where it was in them and without where it came on top; their tax is that of the other place, and delivery costs what it
 * costs there.
 *
 * @example
 * // In Germany 30.00 with 4.79 in it and 4.90 for delivery: 34.90.
 * // In France 30.00 with 5.00 in it and 9.90 for delivery: 39.90.
 */
export function agreedElsewhere(
  order: AgreedOrder,
  { pricesIncludeTax, taxes, option }: Elsewhere,
): Result<Agreement, ElsewhereRefusal> {
  if (order.pricesIncludeTax !== pricesIncludeTax || (pricesIncludeTax && taxes.isExempt)) {
    const message = 'prices with tax and prices of an exempt sale are two agreements: cancel and order anew';
    return refuse('taxed_otherwise', message, 'address.country');
  }
  const goods = order.lines.flatMap((line) => {
    if (line.taxing === undefined) return [];
    const amountMinor = pricesIncludeTax ? line.totalMinor : line.netMinor;
    return [{ ...line.taxing, amountMinor, isGiftCard: line.kind === 'gift_card' }];
  });
  if (goods.length < order.lines.length) {
    return refuse('tax_class_unknown', 'it was placed before the tax class of its lines was kept', 'orderId');
  }
  const { id: optionId, priceMinor, taxClass, isTaxedLikeGoods } = option;
  const discounts = discountsOn(order.quotedDelivery, priceMinor);
  const delivery = { optionId, priceMinor, taxClass, isTaxedLikeGoods, discounts };
  const taxed = taxedAnew({ pricesIncludeTax, taxes, goods, delivery });
  const lines = order.lines.map((line, index) => {
    const { netMinor, taxMinor, taxes: lineTaxes } = taxed.lines[index] ?? line;
    return { ...line, netMinor, taxMinor, totalMinor: netMinor + taxMinor, taxes: lineTaxes };
  });
  return ok(agreementOf({ lines, quotedDelivery: taxed.delivery }));
}

/**
 * What promotions took off a delivery they take off another: all of it where it was free by them, else as much as before
 * and never more than it costs.
 */
function discountsOn(agreed: Order['quotedDelivery'], priceMinor: bigint) {
  if (agreed === undefined || agreed.discountMinor === 0n) return [];
  const { discountMinor } = agreed;
  const isFree = discountMinor === agreed.priceMinor;
  const offMinor = isFree || discountMinor > priceMinor ? priceMinor : discountMinor;
  const parts = splitMinor(
    offMinor,
    agreed.discounts.map(({ amountMinor }) => amountMinor),
  );
  return agreed.discounts.map((discount, index) => ({ ...discount, amountMinor: parts[index] ?? 0n }));
}
