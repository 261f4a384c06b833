import { divideRounded, ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { PurchaseOrder, PurchaseOrderLine, PurchaseOrderLineId } from '../order/purchase-order.ts';
import { settledBy } from '../receipt/settle.ts';
import type { Settled } from '../receipt/store.ts';

export type ReturnedLine = { readonly lineId: PurchaseOrderLineId; readonly quantity: number };

export type SettledReturn = {
  readonly line: PurchaseOrderLine;
  readonly quantity: number;
  /** Of these, how many nobody invoiced: they will not be, and what they came in at is owed no more. */
  readonly uninvoiced: number;
  readonly settledValueMinor: bigint;
  readonly settledMinor: bigint;
  /** In all, in the shop's currency; and of goods that were invoiced, in the order's. */
  readonly creditMinor: bigint;
  readonly creditValueMinor: bigint;
};

export type PlanRefusal = Refusal<
  'not_on_order' | 'not_a_quantity' | 'more_than_received' | 'nothing_returned'
>;

/** What going back settles: first pieces that wait for their invoice, then pieces whose invoice is credited. */
export function planReturn(
  order: Pick<PurchaseOrder, 'number' | 'lines'>,
  lines: readonly ReturnedLine[],
  settled: ReadonlyMap<PurchaseOrderLineId, Settled>,
): Result<SettledReturn[], PlanRefusal> {
  const planned: SettledReturn[] = [];
  for (const [index, { lineId, quantity }] of lines.entries()) {
    const at = `lines[${index}]`;
    const line = order.lines.find(({ id }) => id === lineId);
    const known = settled.get(lineId);
    if (line === undefined || known === undefined || planned.some((one) => one.line === line)) {
      return refuse('not_on_order', `${order.number} has no such line, or it is given twice`, `${at}.lineId`);
    }
    if (!Number.isInteger(quantity) || quantity < 1) {
      return refuse('not_a_quantity', 'whole pieces, 1 or more', `${at}.quantity`);
    }
    const left = line.received - line.returned;
    if (quantity > left)
      return refuse('more_than_received', `${left} came and are not back`, `${at}.quantity`);
    const uninvoiced = Math.min(quantity, known.received - known.settled);
    const part = settledBy(known, uninvoiced);
    const invoiced = BigInt(quantity - uninvoiced);
    const received = BigInt(known.received);
    const partOf = (minor: bigint) => (received === 0n ? 0n : divideRounded(minor * invoiced, received));
    const creditMinor = part.costMinor + partOf(known.costMinor);
    const creditValueMinor = partOf(known.valueMinor);
    const settling = { settledValueMinor: part.valueMinor, settledMinor: part.costMinor };
    planned.push({ line, quantity, uninvoiced, ...settling, creditMinor, creditValueMinor });
  }
  return planned.length === 0 ? refuse('nothing_returned', 'say what goes back', 'lines') : ok(planned);
}
