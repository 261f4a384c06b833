import { ok, type Result, refuse } from '../../../kernel/index.ts';
import {
  agreedPrice,
  agreedQuantity,
  MOST_PIECES,
  openQuantity,
  type PurchaseOrder,
  type PurchaseOrderLine,
} from '../order/purchase-order.ts';
import { lineValueMinor } from '../source/price.ts';
import type { ReceivedLine, ReceiveRefusal } from './receipt.ts';

export type PlannedLine = {
  readonly line: PurchaseOrderLine;
  readonly received: number;
  readonly damaged: number;
  readonly wrong: number;
  readonly expiresOn: Temporal.PlainDate | undefined;
  /** In the order's currency. */
  readonly valueMinor: bigint;
};

/**
 * What a delivery is of an order. Pieces are valued so that all parts of a line come to what the line comes to, rounded
 * once. More than is open is refused unless whoever receives says that it is taken.
 *
 * @example
 * // 1,000 at 12.50 a thousand, 333 came before for 4.16: the next 333 are 4.17 (8.325 rounded, less 4.16).
 */
export function planReceipt(
  order: Pick<PurchaseOrder, 'number' | 'lines'>,
  come: readonly ReceivedLine[],
  { takesMore }: { readonly takesMore: boolean },
): Result<PlannedLine[], ReceiveRefusal> {
  const planned = new Map<PurchaseOrderLine, PlannedLine>();
  for (const [index, { lineId, received, damaged = 0, wrong = 0, expiresOn }] of come.entries()) {
    const at = `lines[${index}]`;
    const line = order.lines.find(({ id }) => id === lineId);
    if (line === undefined || planned.has(line)) {
      return refuse('not_on_order', `${order.number} has no such line, or it is given twice`, `${at}.lineId`);
    }
    const counts = { received, damaged, wrong };
    const bad = COUNTS.find((name) => !isCount(counts[name]));
    if (bad !== undefined) {
      const message = `${counts[bad]} is no whole number of pieces from 0 to ${MOST_PIECES}`;
      return refuse('not_a_quantity', message, `${at}.${bad}`);
    }
    if (received > openQuantity(line) && !takesMore) {
      const message = `${openQuantity(line)} are still to come, ${received} were counted`;
      return refuse('more_than_open', message, `${at}.received`);
    }
    planned.set(line, { line, ...counts, expiresOn, valueMinor: partValue(line, received) });
  }
  const some = [...planned.values()].filter((one) => one.received + one.damaged + one.wrong > 0);
  if (some.length === 0) return refuse('nothing_came', 'say what came', 'lines');
  return ok(some);
}

/** How a delivery differs from what was to come: by name, with pieces. */
export function discrepancies({ line, received, damaged, wrong }: PlannedLine) {
  const open = openQuantity(line);
  return { short: Math.max(open - received, 0), over: Math.max(received - open, 0), damaged, wrong };
}

/** The pieces of a line that have come, good ones: no more than were agreed, for what is shared among them. */
export function comeOf(line: PurchaseOrderLine): number {
  return Math.min(line.received, agreedQuantity(line));
}

function partValue(line: PurchaseOrderLine, pieces: number): bigint {
  const price = agreedPrice(line);
  return lineValueMinor(price, line.received + pieces) - lineValueMinor(price, line.received);
}

const COUNTS = ['received', 'damaged', 'wrong'] as const;

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= MOST_PIECES;
}
