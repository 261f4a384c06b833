import { type Id, splitMinor } from '../../../kernel/index.ts';
import type { SupplierInvoiceId } from '../invoice/invoice.ts';
import type { Act, PurchaseOrder, PurchaseOrderId, PurchaseOrderLineId } from '../order/purchase-order.ts';
import { agreedQuantity } from '../order/purchase-order.ts';
import type { PayableId } from '../payable/payable.ts';
import { comeOf } from '../receipt/plan-receipt.ts';

export const COST_KINDS = ['freight', 'duty', 'fees'] as const;
export type CostKind = (typeof COST_KINDS)[number];
export const SPREADS = ['value', 'weight', 'volume', 'pieces'] as const;
export type Spread = (typeof SPREADS)[number];

export type LandedCostId = Id<'landed_cost'>;

/** What goods cost besides their price, in the shop's currency, over all lines of an order. */
export type LandedCost = {
  readonly id: LandedCostId;
  readonly orderId: PurchaseOrderId;
  readonly kind: CostKind;
  readonly spreadBy: Spread;
  readonly amountMinor: bigint;
  /** Of the carrier's or the customs' paper: the same is added once. */
  readonly reference: string;
  /** The invoice that came for it, and what that asked for it. */
  readonly clearedBy: PayableId | undefined;
  readonly clearedMinor: bigint | undefined;
  /** The invoice that it came with, which nobody expected it on. */
  readonly broughtBy: SupplierInvoiceId | undefined;
  readonly made: Act;
  /** It was a mistake, or the invoice that it came with was: it was taken back. */
  readonly undone: Act | undefined;
  readonly shares: readonly LandedShare[];
};

export type LandedShare = {
  readonly lineId: PurchaseOrderLineId;
  readonly weight: bigint;
  /** What of it is in the books by now. */
  readonly postedMinor: bigint;
};

/**
 * What of a cost belongs into the books by now, by line. While an order is open each line bears its share as its pieces
 * come; once it is closed those that came bear all of it, to the minor unit. Nothing came, or it was taken back: nothing is
 * due.
 *
 * @example
 * // 10.00 over 2 lines of equal weight, 5 of 10 pieces of the first came: 2.50 and 0. Closed: 10.00 and 0.
 */
export function dueShares(
  { amountMinor, shares, undone }: Pick<LandedCost, 'amountMinor' | 'shares' | 'undone'>,
  order: Pick<PurchaseOrder, 'state' | 'lines'>,
): Map<PurchaseOrderLineId, bigint> {
  const lines = shares.map(({ lineId, weight }) => {
    const line = order.lines.find(({ id }) => id === lineId);
    const agreed = line === undefined ? 0n : BigInt(agreedQuantity(line));
    const come = line === undefined ? 0n : BigInt(comeOf(line));
    return { lineId, weight, agreed, come };
  });
  if (undone !== undefined) return new Map(shares.map(({ lineId }) => [lineId, 0n]));
  const isClosed = order.state === 'received' || order.state === 'closed_short';
  const due = isClosed ? ofClosed(amountMinor, lines) : ofOpen(amountMinor, lines);
  return new Map(lines.map(({ lineId }, index) => [lineId, due[index] ?? 0n]));
}

type Weighed = { readonly weight: bigint; readonly agreed: bigint; readonly come: bigint };

function ofOpen(amountMinor: bigint, lines: readonly Weighed[]): bigint[] {
  const whole = splitMinor(
    amountMinor,
    lines.map(({ weight }) => weight),
  );
  return lines.map(({ agreed, come }, index) => {
    if (agreed === 0n) return 0n;
    const [part = 0n] = splitMinor(whole[index] ?? 0n, [come, agreed - come]);
    return come === 0n ? 0n : part;
  });
}

const FINE = 1_000_000n;

function ofClosed(amountMinor: bigint, lines: readonly Weighed[]): bigint[] {
  const hasWeight = lines.some(({ weight, come }) => weight > 0n && come > 0n);
  const weights = lines.map(({ weight, agreed, come }) => {
    if (agreed === 0n) return 0n;
    return hasWeight ? (weight * come * FINE) / agreed : come;
  });
  if (weights.every((weight) => weight === 0n)) return lines.map(() => 0n);
  return splitMinor(amountMinor, weights);
}
