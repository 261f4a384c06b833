import {
  mayDo,
  type Order,
  type OrderLine,
  type Return,
  returnable,
} from '../../../../modules/orders/index.ts';

export type Returnable = { readonly line: OrderLine; readonly left: number };

/** What the buyer may ask to send back: goods that were handed over and are neither back nor on their way. */
export function returnableLines(order: Order, returns: readonly Return[]): readonly Returnable[] {
  if (!mayDo(order.state, 'return')) return [];
  const left = returnable(returns);
  return order.lines
    .filter(({ kind }) => kind === 'physical' || kind === 'bundle')
    .map((line) => ({ line, left: left(line) }))
    .filter((each) => each.left > 0);
}
