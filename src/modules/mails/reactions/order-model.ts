import type { Tx } from '../../../platform/database/index.ts';
import { grantOrderAccess, type Order } from '../../orders/index.ts';
import type { AboutOrder, AgreedOrder, MailLine } from '../model.ts';
import { type LinkDeps, linksTo } from './links.ts';

/** What every mail of this order begins with; the link in it opens the order, with a key of its own. */
export async function aboutOrder(
  tx: Tx,
  deps: LinkDeps,
  order: Order,
  now: Temporal.Instant,
): Promise<AboutOrder & { readonly linkTo: (path: string) => string }> {
  const linkTo = await linksTo(tx, deps, order);
  const key = await grantOrderAccess(tx, { orderId: order.id, now });
  return {
    number: order.number,
    name: (order.shippingAddress ?? order.billingAddress).name,
    currency: order.currency,
    orderUrl: linkTo(`/orders/${encodeURIComponent(order.number)}?key=${key}`),
    linkTo,
  };
}

/** The order as it was agreed; an edit changes pieces, and what it gives back is a refund. */
export function agreedOrder(about: AboutOrder, order: Order): AgreedOrder {
  const { totals } = order;
  const exchangedMinor = order.credits
    .filter(({ kind }) => kind === 'exchange')
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  const creditMinor = totals.creditMinor - exchangedMinor;
  return {
    ...about,
    lines: order.lines.map((line) => ({ ...lineOf(line, line.quantity), totalMinor: line.totalMinor })),
    totals: { ...totals, creditMinor, exchangedMinor, pricesIncludeTax: order.pricesIncludeTax },
  };
}

/** What is left of the order's pieces. */
export function remainingLines(order: Order): readonly MailLine[] {
  return order.lines
    .filter(({ quantity, removedQuantity }) => quantity > removedQuantity)
    .map((line) => lineOf(line, line.quantity - line.removedQuantity));
}

/** Pieces of lines of the order, as a parcel or a return has them. */
export function chosenLines(
  order: Order,
  chosen: readonly { readonly lineId: string; readonly quantity: number; readonly amountMinor?: bigint }[],
): readonly MailLine[] {
  const lines = new Map(order.lines.map((line) => [String(line.id), line]));
  return chosen.flatMap(({ lineId, quantity, amountMinor }) => {
    const line = lines.get(lineId);
    if (!line) return [];
    return [{ ...lineOf(line, quantity), ...(amountMinor === undefined ? {} : { totalMinor: amountMinor }) }];
  });
}

function lineOf({ title, options }: Order['lines'][number], quantity: number): MailLine {
  return { title, options: options.map(({ value }) => value).join(', '), quantity };
}
