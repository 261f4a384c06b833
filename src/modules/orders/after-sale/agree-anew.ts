import { splitMinor } from '../../../kernel/index.ts';
import type { Order, OrderLine } from '../order.ts';
import { piecesAmount } from './pieces.ts';
import { summedByRate, taxSum } from './tax-sums.ts';

/** The amounts of an order, as far as they follow from its lines and its delivery. */
export type Agreement = Pick<Order, 'lines' | 'quotedDelivery' | 'taxes'> & {
  readonly totals: Pick<
    Order['totals'],
    'subtotalMinor' | 'discountMinor' | 'deliveryMinor' | 'taxMinor' | 'totalMinor'
  >;
};

/** What lines and delivery come to: sums of rounded lines, nothing else. */
export function agreementOf({ lines, quotedDelivery }: Pick<Order, 'lines' | 'quotedDelivery'>): Agreement {
  const taxes = summedByRate([...lines.flatMap((line) => line.taxes), ...(quotedDelivery?.taxes ?? [])]);
  return { lines, quotedDelivery, taxes, totals: agreedTotals(lines, quotedDelivery) };
}

type LineAmounts = Pick<OrderLine, 'subtotalMinor' | 'discountMinor' | 'taxMinor' | 'totalMinor'>;

export function agreedTotals(
  lines: readonly LineAmounts[],
  quotedDelivery: Order['quotedDelivery'],
): Agreement['totals'] {
  const sum = (amount: (line: LineAmounts) => bigint) =>
    lines.reduce((total, line) => total + amount(line), 0n);
  return {
    subtotalMinor: sum((line) => line.subtotalMinor),
    discountMinor: sum((line) => line.discountMinor) + (quotedDelivery?.discountMinor ?? 0n),
    deliveryMinor: quotedDelivery?.priceMinor ?? 0n,
    taxMinor: sum((line) => line.taxMinor) + (quotedDelivery?.taxMinor ?? 0n),
    totalMinor: sum((line) => line.totalMinor) + (quotedDelivery?.totalMinor ?? 0n),
  };
}

/**
 * A line of an order that does not stand yet, without so many of its pieces; `undefined` when none would be left. The
 * pieces that go take what they were worth (`piecesAmount`), the rest keeps the rest to the penny: it is quoted by
 * nobody again, whatever quantity discounts say of so few.
 *
 * @example
 * // Three at 10.00 with 5.00 off together: without one, two at 10.00 with 3.33 off.
 */
export function withoutPieces(
  line: OrderLine,
  count: number,
  { pricesIncludeTax }: Pick<Order, 'pricesIncludeTax'>,
): OrderLine | undefined {
  const quantity = line.quantity - count;
  if (quantity < 1) return undefined;
  const kept = (amountMinor: bigint) => amountMinor - piecesAmount(amountMinor, line.quantity, 0, count);
  const taxes = line.taxes.map((tax) => ({
    ...tax,
    baseMinor: kept(tax.baseMinor),
    taxMinor: kept(tax.taxMinor),
  }));
  const taxMinor = taxSum(taxes);
  // As it was agreed, so it is rounded: prices with tax stay whole prices with tax.
  const totalMinor = pricesIncludeTax ? kept(line.totalMinor) : kept(line.netMinor) + taxMinor;
  const netMinor = totalMinor - taxMinor;
  const subtotalMinor = line.unitMinor * BigInt(quantity);
  const discountMinor = subtotalMinor - (pricesIncludeTax ? totalMinor : netMinor);
  const weights = line.discounts.map(({ amountMinor }) => amountMinor);
  const amounts = weights.length === 0 ? [] : splitMinor(discountMinor, weights);
  const discounts = line.discounts.map((discount, index) => {
    return { ...discount, amountMinor: amounts[index] ?? 0n };
  });
  return {
    ...{ ...line, quantity, subtotalMinor, discountMinor, netMinor, taxMinor, totalMinor },
    ...{ taxes, discounts },
  };
}

/** What a line is still sold for once refunds and edits took theirs: with them it sums to the line. */
export function unrefunded(
  line: OrderLine,
): Pick<OrderLine, 'netMinor' | 'taxes' | 'discountMinor' | 'kind'> {
  const left = line.quantity - line.refundedQuantity;
  const rest = (amountMinor: bigint) => piecesAmount(amountMinor, line.quantity, line.refundedQuantity, left);
  const taxes = line.taxes.map((tax) => {
    return { ...tax, baseMinor: rest(tax.baseMinor), taxMinor: rest(tax.taxMinor) };
  });
  const netMinor = rest(line.totalMinor) - taxSum(taxes);
  return { kind: line.kind, netMinor, taxes, discountMinor: rest(line.discountMinor) };
}
