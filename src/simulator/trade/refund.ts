import type { Random } from '../random.ts';
import type { Order, OrderLine } from './order.ts';

/** Pieces of an order that came back. */
export type Refund = {
  readonly order: Order;
  readonly at: number;
  readonly lines: readonly { readonly line: OrderLine; readonly quantity: number; readonly reason: string }[];
};

const DAY_MS = 86_400_000;
const WORN = ['shirt', 'tee', 'knit', 'trousers', 'beanie', 'apron'];
const REASONS = {
  worn: ['wrong_size', 'wrong_size', 'wrong_size', 'changed_mind', 'not_as_described'],
  other: ['damaged', 'changed_mind', 'changed_mind', 'not_as_described', 'faulty'],
} as const;

/** What comes back of an order: each piece by the quality of its product, some days after the order. */
export function drawRefund(random: Random, order: Order): Refund | undefined {
  const lines = order.lines.flatMap((line) => {
    let quantity = 0;
    for (let piece = 0; piece < line.quantity; piece += 1) {
      if (random.chance(line.good.returnRate)) quantity += 1;
    }
    if (quantity === 0) return [];
    const reason = random.pick(REASONS[WORN.includes(line.good.family) ? 'worn' : 'other']);
    return [{ line, quantity, reason }];
  });
  if (lines.length === 0) return undefined;
  return { order, lines, at: Math.round(order.at + random.between(4, 24) * DAY_MS) };
}
