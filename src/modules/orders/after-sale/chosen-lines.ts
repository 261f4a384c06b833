import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Order, OrderLine, OrderLineId } from '../order.ts';

export type Pieces = { readonly lineId: OrderLineId; readonly quantity: number };
export type ChosenLine = { readonly line: OrderLine; readonly quantity: number };
export type ChoiceRefusal<TooMany extends string> = Refusal<'unknown_line' | 'not_a_quantity' | TooMany>;

/**
 * The lines of the order that were asked for, each once and with no more pieces than `left` says there are. A refusal
 * names the entry: `lines[2].quantity`.
 */
export function chosenLines<TooMany extends string>(
  order: Pick<Order, 'lines'>,
  asked: readonly Pieces[],
  { left, tooMany }: { readonly left: (line: OrderLine) => number; readonly tooMany: TooMany },
): Result<ChosenLine[], ChoiceRefusal<TooMany>> {
  const chosen: ChosenLine[] = [];
  for (const [index, { lineId, quantity }] of asked.entries()) {
    const field = `lines[${index}]`;
    const line = order.lines.find(({ id }) => id === lineId);
    if (!line) return refuse('unknown_line', 'the order has no such line', `${field}.lineId`);
    if (chosen.some((other) => other.line === line)) {
      return refuse('unknown_line', 'the line is named twice', `${field}.lineId`);
    }
    if (!Number.isInteger(quantity) || quantity < 1) {
      return refuse('not_a_quantity', 'a quantity is a whole number from 1', `${field}.quantity`);
    }
    if (quantity > left(line)) {
      return refuse(tooMany, `${left(line)} of ${line.title} are left`, `${field}.quantity`);
    }
    chosen.push({ line, quantity });
  }
  return ok(chosen);
}
