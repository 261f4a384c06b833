import { type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { postLanded } from '../landed/post-landed.ts';
import type { UnitPrice } from '../source/price.ts';
import { writeConfirmed } from './lines-store.ts';
import {
  type Confirmed,
  type Doing,
  type Known,
  MOST_PIECES,
  openQuantity,
  type PurchaseOrder,
  type PurchaseOrderId,
  type PurchaseOrderLine,
  type PurchaseOrderLineId,
} from './purchase-order.ts';
import { keepStep, lockFor } from './steps.ts';

export type ConfirmRefusal = Known | Refusal<'not_on_order' | 'not_a_quantity' | 'not_a_price'>;

/** What a supplier said of a line; what they left out is as ordered. */
export type ConfirmedLine = {
  readonly lineId: PurchaseOrderLineId;
  readonly quantity?: number | undefined;
  readonly price?: UnitPrice | undefined;
  readonly expectedOn?: Temporal.PlainDate | undefined;
};

/**
 * Keeps what the supplier confirmed beside what was ordered: other quantities (0: it will not come), prices or days. What
 * is expected and how goods are valued follows it. Confirming again replaces what was confirmed of the lines given.
 */
export async function confirmPurchaseOrder(
  tx: Tx,
  input: Doing & {
    readonly id: PurchaseOrderId;
    readonly expectedOn?: Temporal.PlainDate | undefined;
    readonly lines: readonly ConfirmedLine[];
    readonly note?: string | undefined;
  },
): Promise<Result<PurchaseOrder, ConfirmRefusal>> {
  const { id, by, now, note = '' } = input;
  const locked = await lockFor(tx, 'confirm', id);
  if (!locked.ok) return locked;
  const order = locked.value;
  const refusal = refusalOf(order, input.lines);
  if (refusal !== undefined) return { ok: false, refusal };
  const said = new Map(input.lines.map((line) => [line.lineId, line]));
  const lines = order.lines.map((line) => withConfirmed(line, said.get(line.id)));
  await writeConfirmed(tx, lines);
  const isAll = order.state === 'partly_received' && lines.every((line) => openQuantity(line) === 0);
  const state = order.state === 'partly_received' ? order.state : ('confirmed' as const);
  const confirmed: PurchaseOrder = {
    ...{ ...order, lines, state: isAll ? 'received' : state, confirmedAt: now },
    ...{ expectedOn: input.expectedOn ?? order.expectedOn, closedAt: isAll ? now : undefined },
  };
  const kept = await keepStep(tx, confirmed, { verb: 'confirm', from: order.state, note, by, now });
  if (kept.ok) await postLanded(tx, kept.value, now);
  return kept;
}

/** What is otherwise than ordered, by line: for whoever decides whether that will do. */
export function confirmedDifferences({ confirmed, quantity, priceMinor, perQuantity }: PurchaseOrderLine) {
  const { price } = confirmed;
  const isOtherPrice =
    price !== undefined && price.priceMinor * BigInt(perQuantity) !== priceMinor * BigInt(price.perQuantity);
  return {
    quantity: confirmed.quantity === undefined ? 0 : confirmed.quantity - quantity,
    price: isOtherPrice ? price : undefined,
  };
}

function withConfirmed(line: PurchaseOrderLine, said: ConfirmedLine | undefined): PurchaseOrderLine {
  if (said === undefined) return line;
  const { quantity, price, expectedOn } = said;
  const confirmed: Confirmed = { quantity, price, expectedOn };
  return { ...line, confirmed };
}

function refusalOf(
  order: PurchaseOrder,
  lines: readonly ConfirmedLine[],
): Refusal<'not_on_order' | 'not_a_quantity' | 'not_a_price'> | undefined {
  for (const [index, { lineId, quantity = 0, price }] of lines.entries()) {
    const at = `lines[${index}]`;
    const isSaidBefore = lines.findIndex((line) => line.lineId === lineId) < index;
    if (isSaidBefore || !order.lines.some(({ id }) => id === lineId)) {
      const message = `${order.number} has no such line, or it is given twice`;
      return refuse('not_on_order', message, `${at}.lineId`).refusal;
    }
    if (!Number.isInteger(quantity) || quantity < 0 || quantity > MOST_PIECES) {
      return refuse('not_a_quantity', 'whole pieces, 0 where none will come', `${at}.quantity`).refusal;
    }
    const isPrice =
      price === undefined ||
      (price.priceMinor >= 0n && Number.isInteger(price.perQuantity) && price.perQuantity >= 1);
    if (!isPrice) return refuse('not_a_price', 'a price is not below nothing', `${at}.price`).refusal;
  }
  return undefined;
}
