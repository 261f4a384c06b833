import { divideRounded, ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { type Invoiced, NOTHING_INVOICED } from '../invoice/invoiced.ts';
import type { PurchaseOrder, PurchaseOrderLine, PurchaseOrderLineId } from '../order/purchase-order.ts';
import { settledBy } from '../receipt/settle.ts';
import type { Settled } from '../receipt/store.ts';
import type { CreditedLine } from './supplier-return.ts';

export type ReturnedLine = { readonly lineId: PurchaseOrderLineId; readonly quantity: number };

export type SettledReturn = {
  readonly line: PurchaseOrderLine;
  readonly quantity: number;
  /** Of these, how many nobody invoiced: they will not be, and what they came in at is owed no more. */
  readonly uninvoiced: number;
  readonly settledValueMinor: bigint;
  readonly settledMinor: bigint;
  /** In all, in the shop's currency; and of goods that were invoiced, in the order's. Without tax. */
  readonly creditMinor: bigint;
  readonly creditValueMinor: bigint;
};

export type PlanRefusal = Refusal<
  'not_on_order' | 'not_a_quantity' | 'more_than_received' | 'nothing_returned'
>;

/**
 * What going back settles: first pieces that wait for their invoice, then pieces whose invoice is credited, at what it asked
 * for them; parts sum to all of it once every piece went back.
 */
export function planReturn(
  order: Pick<PurchaseOrder, 'number' | 'lines'>,
  lines: readonly ReturnedLine[],
  settled: ReadonlyMap<PurchaseOrderLineId, Settled>,
  about: {
    readonly invoiced: ReadonlyMap<PurchaseOrderLineId, Invoiced>;
    readonly credited: ReadonlyMap<PurchaseOrderLineId, CreditedLine>;
  },
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
    const credit = creditOf(quantity - uninvoiced, about.invoiced.get(lineId), about.credited.get(lineId));
    const creditMinor = part.costMinor + credit.bookedMinor;
    const creditValueMinor = credit.valueMinor;
    const settling = { settledValueMinor: part.valueMinor, settledMinor: part.costMinor };
    planned.push({ line, quantity, uninvoiced, ...settling, creditMinor, creditValueMinor });
  }
  return planned.length === 0 ? refuse('nothing_returned', 'say what goes back', 'lines') : ok(planned);
}

function creditOf(
  pieces: number,
  { pieces: invoiced, valueMinor, bookedMinor }: Invoiced = NOTHING_INVOICED,
  before: CreditedLine = { pieces: 0, valueMinor: 0n, bookedMinor: 0n },
) {
  const gone = BigInt(before.pieces + pieces);
  // Of an invoice that was taken back since more may have been credited than its rest comes to: then nothing more is.
  const rest = (minor: bigint, credited: bigint) => {
    const due =
      pieces === 0 || invoiced === 0 ? 0n : divideRounded(minor * gone, BigInt(invoiced)) - credited;
    return due < 0n ? 0n : due;
  };
  return {
    valueMinor: rest(valueMinor, before.valueMinor),
    bookedMinor: rest(bookedMinor, before.bookedMinor),
  };
}
