import type { Id, Refusal } from '../../../kernel/index.ts';
import type { Act, Known, PurchaseOrderLineId } from '../order/purchase-order.ts';

export const RETURN_REASONS = ['damaged', 'wrong', 'too_many', 'other'] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];
export type ReturnId = Id<'supplier_return'>;

export type SupplierReturn = {
  readonly id: ReturnId;
  readonly reason: ReturnReason;
  readonly note: string;
  readonly reference: string;
  readonly at: Temporal.Instant;
  readonly by: string;
  readonly lines: readonly {
    readonly lineId: PurchaseOrderLineId;
    readonly quantity: number;
    /** What they left stock at, in the shop's currency. */
    readonly leftMinor: bigint;
  }[];
  /** Without tax, in the shop's currency. */
  readonly creditMinor: bigint;
  /** Of that what was not invoiced yet. */
  readonly settledMinor: bigint;
  /** Of what was invoiced: that is claimed back no more, in the shop's currency. */
  readonly taxBookedMinor: bigint;
  /** It was a mistake, and was taken back. */
  readonly undone: Act | undefined;
};

export type ReturnRefusal =
  | Known
  | Refusal<
      | 'not_on_order'
      | 'not_a_quantity'
      | 'more_than_received'
      | 'nothing_returned'
      | 'would_go_below_zero'
      | 'more_than_invoiced'
    >;

export type UndoReturnRefusal = Known | Refusal<'already_undone' | 'already_used'>;

/** What was credited of a line that was invoiced, without tax: in the order's currency, and in the shop's. */
export type CreditedLine = {
  readonly pieces: number;
  readonly valueMinor: bigint;
  readonly bookedMinor: bigint;
};

/** What was credited of an order so far; tax of the whole of it. */
export type Credited = {
  readonly lines: ReadonlyMap<PurchaseOrderLineId, CreditedLine>;
  readonly taxMinor: bigint;
  readonly taxBookedMinor: bigint;
};
