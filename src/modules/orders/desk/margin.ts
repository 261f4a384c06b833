import type { Order, OrderLine, OrderLineId } from '../order.ts';

/** What so many pieces of a variant cost together. */
export type KnownCost = { readonly quantity: bigint; readonly valueMinor: bigint };

/** What is left of an order once its goods and its payment are paid for, in its own currency and without tax. */
export type Margin = {
  /** Goods and delivery that stay sold, without tax. */
  readonly revenueMinor: bigint;
  readonly costMinor: bigint;
  readonly feeMinor: bigint;
  readonly goodwillMinor: bigint;
  readonly marginMinor: bigint;
  /** By line; a line whose cost nobody knows has none, and is not in the sums. */
  readonly lines: readonly LineMargin[];
  /** Some pieces have not left yet: what they cost now stands for what they will have cost. */
  readonly isEstimate: boolean;
  readonly unknownLines: number;
};

export type LineMargin = {
  readonly lineId: OrderLineId;
  readonly revenueMinor: bigint;
  readonly costMinor: bigint | undefined;
};

/**
 * The margin of an order in the currency that costs are kept in.
 *
 * @param costs.shipped what left, by variant, at the moving average of that moment
 * @param costs.now what a variant costs now, where it is known
 * @example Two cups at 12.00 with 19 % tax in them, bought at 5.00 each: 20.17 - 10.00 = 10.17.
 */
export function marginOf(
  order: Pick<Order, 'lines' | 'quotedDelivery'>,
  costs: {
    readonly shipped: ReadonlyMap<string, KnownCost>;
    readonly now: ReadonlyMap<string, KnownCost>;
  },
  given: {
    readonly feeMinor: bigint;
    readonly refundedDeliveryMinor: bigint;
    /** Given back beyond what was sold. */
    readonly goodwillMinor: bigint;
  },
): Margin {
  const { feeMinor, refundedDeliveryMinor, goodwillMinor } = given;
  const sold = order.lines.filter((line) => paidFor(line) > 0 || gone(line) > 0);
  const lines = sold.map((line) => lineMargin(line, costs));
  const known = lines.filter(({ costMinor }) => costMinor !== undefined);
  const revenueMinor = sum(known.map((line) => line.revenueMinor)) + deliveryOf(order, refundedDeliveryMinor);
  const costMinor = sum(known.map((line) => line.costMinor ?? 0n));
  return {
    ...{ revenueMinor, costMinor, feeMinor, lines },
    goodwillMinor,
    marginMinor: revenueMinor - costMinor - feeMinor - goodwillMinor,
    isEstimate: sold.some((line) => line.quantity - line.removedQuantity > line.fulfilledQuantity),
    unknownLines: lines.length - known.length,
  };
}

function lineMargin(line: OrderLine, costs: Parameters<typeof marginOf>[1]): LineMargin {
  const pieces = BigInt(gone(line));
  const revenueMinor = ((line.totalMinor - line.taxMinor) * BigInt(paidFor(line))) / BigInt(line.quantity);
  const each = parts(line).map(({ variantId, quantity }) => {
    const left = costs.shipped.get(variantId);
    const cost = has(left) ? left : costs.now.get(variantId);
    return has(cost) ? (cost.valueMinor * BigInt(quantity) * pieces) / cost.quantity : undefined;
  });
  const isKnown = each.every((cost) => cost !== undefined);
  const costMinor = isKnown ? sum(each.map((cost) => cost ?? 0n)) : undefined;
  return { lineId: line.id, revenueMinor, costMinor };
}

function parts({ components, variantId }: OrderLine) {
  return components.length > 0 ? components : [{ variantId, quantity: 1 }];
}

function paidFor({ quantity, removedQuantity, refundedQuantity }: OrderLine): number {
  return Math.max(0, quantity - removedQuantity - refundedQuantity);
}

/** Pieces that the shop does not have any more, or is about to send. */
function gone({ quantity, removedQuantity, returnedQuantity }: OrderLine): number {
  return Math.max(0, quantity - removedQuantity - returnedQuantity);
}

function deliveryOf({ quotedDelivery }: Pick<Order, 'quotedDelivery'>, refundedMinor: bigint): bigint {
  if (quotedDelivery === undefined) return 0n;
  const { totalMinor, taxMinor } = quotedDelivery;
  if (totalMinor === 0n) return 0n;
  return ((totalMinor - taxMinor) * (totalMinor - refundedMinor)) / totalMinor;
}

function has(cost: KnownCost | undefined): cost is KnownCost {
  return cost !== undefined && cost.quantity > 0n;
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
