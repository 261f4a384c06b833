import { divideRounded } from '../../../kernel/index.ts';
import type { LineDraft } from '../history-line.ts';
import type { Moment } from '../read/moment.ts';

/** An order as shop systems export one: its goods, and sums for the order as a whole, in millionths. */
export type OrderFacts = {
  readonly about: Pick<LineDraft, 'line' | 'document' | 'customer' | 'currency' | 'country'>;
  readonly placed: Moment;
  readonly goods: readonly (Pick<LineDraft, 'line' | 'class' | 'sku' | 'title' | 'quantity'> & {
    readonly price: bigint;
  })[];
  readonly shipping: bigint;
  readonly tax: bigint;
  /** The goods' prices and the delivery's have the tax in them. */
  readonly includesTax: boolean;
  /** What all of it comes to, tax included. */
  readonly total: bigint;
  /** What the goods cost less than their prices, as a positive amount. */
  readonly discount: bigint;
  readonly refunded: bigint;
  /** When it was given back, as far as the file says. */
  readonly refundedAt: Moment;
};

export type Composed = {
  readonly lines: readonly LineDraft[];
  /** What the file's columns do not account for; zero in a file that adds up. */
  readonly unexplained: bigint;
};

/**
 * The lines of an order: goods, delivery, discount and tax, which sum to its total exactly; what they do not account for
 * becomes an adjustment. Where prices include the tax it is taken out of each line in proportion, to the millionth. A refund
 * of everything takes back every line; one of a part is one line without a SKU, beside its share of the tax.
 */
export function composeOrder(order: OrderFacts): Composed {
  const goods = order.goods.map((item): Part => ({ ...item, amount: BigInt(item.quantity) * item.price }));
  const sum = goods.reduce((whole, { amount }) => whole + amount, 0n);
  const taxOnTop = order.includesTax ? 0n : order.tax;
  const rest = order.total - taxOnTop - order.shipping - sum;
  const unexplained = rest + order.discount;
  const parts = [
    ...goods,
    ...partOf(order, 'delivery', order.shipping),
    ...partOf(order, 'discount', -order.discount),
    ...partOf(order, 'adjustment', unexplained),
  ];
  const net = order.includesTax ? withoutTax(order, parts) : parts;
  const sale = [...net, ...partOf(order, 'tax', order.tax)].map((part) => lineOf(part, order));
  return { lines: [...sale, ...refundOf(order, sale)], unexplained };
}

type Part = Pick<LineDraft, 'line' | 'class' | 'sku' | 'title' | 'quantity'> & {
  readonly price: bigint;
  readonly amount: bigint;
};

function partOf({ about: { line } }: OrderFacts, name: LineDraft['class'], amount: bigint): Part[] {
  return amount === 0n ? [] : [{ line, class: name, sku: '', title: '', quantity: 1, price: amount, amount }];
}

/** Shares of a running sum, each rounded: together they are the whole, whatever the signs of the parts. */
function withoutTax(order: OrderFacts, parts: readonly Part[]): Part[] {
  const { tax } = order;
  const whole = parts.reduce((sum, { amount }) => sum + amount, 0n);
  if (whole <= 0n) return [...parts, ...partOf(order, 'adjustment', -tax)];
  let passed = 0n;
  let given = 0n;
  return parts.map((part) => {
    passed += part.amount;
    const share = divideRounded(tax * passed, whole) - given;
    given += share;
    return { ...part, amount: part.amount - share };
  });
}

function lineOf(part: Part, { about, placed }: OrderFacts): LineDraft {
  const { line, class: name, sku, title, quantity, price, amount } = part;
  return {
    ...about,
    ...{ line, kind: 'sale', class: name, sku, title, quantity, cancels: undefined },
    ...{ happenedAt: placed.at, day: placed.day, unitPriceMillionths: price, amountMillionths: amount },
  };
}

function refundOf(order: OrderFacts, sale: readonly LineDraft[]): LineDraft[] {
  const { refunded, total, refundedAt, about } = order;
  if (refunded <= 0n) return [];
  const back = {
    kind: 'refund',
    cancels: about.document,
    happenedAt: refundedAt.at,
    day: refundedAt.day,
  } as const;
  if (refunded >= total) {
    return sale.map((line) => ({
      ...line,
      ...back,
      quantity: -line.quantity,
      amountMillionths: -line.amountMillionths,
    }));
  }
  const tax = divideRounded(order.tax * refunded, total);
  return (['goods', 'tax'] as const).flatMap((name) => {
    const amount = name === 'tax' ? tax : refunded - tax;
    return partOf(order, name, -amount).map((part) => ({
      ...lineOf({ ...part, quantity: 0 }, order),
      ...back,
    }));
  });
}
