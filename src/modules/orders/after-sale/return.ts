import type { Id, Refusal } from '../../../kernel/index.ts';
import type { AssetId } from '../../media/index.ts';
import type { OrderLineId } from '../order.ts';

export type ReturnId = Id<'return'>;

export const RETURN_REASONS = [
  'changed_mind',
  'wrong_size',
  'not_as_described',
  'damaged',
  'faulty',
  'wrong_item',
  'late',
  'other',
] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

/** `requested` by the shopper → `approved` or `rejected` → `received`, inspected. */
export type ReturnState = 'requested' | 'approved' | 'rejected' | 'received';

export type Return = {
  readonly id: ReturnId;
  readonly number: number;
  readonly state: ReturnState;
  /** The shopper withdrew from the contract, which needs no reason and no approval. */
  readonly isWithdrawal: boolean;
  readonly isExchange: boolean;
  readonly lines: readonly ReturnLine[];
  readonly requestedBy: string;
  readonly requestedAt: Temporal.Instant;
  readonly decidedAt: Temporal.Instant | undefined;
  readonly decisionNote: string;
  readonly receivedAt: Temporal.Instant | undefined;
  /** How it is to be sent, once staff said so. */
  readonly label?: ReturnLabel;
};

/** '' where there is none of it; at least one of number, address, file and words is there. */
export type ReturnLabel = {
  readonly carrier: string;
  readonly trackingNumber: string;
  /** Where the shopper prints it: https. */
  readonly url: string;
  /** A stored file to print. */
  readonly fileId?: AssetId;
  /** What to do, in the shopper's language. */
  readonly text: string;
};

export type ReturnLine = {
  readonly lineId: OrderLineId;
  readonly quantity: number;
  readonly reason: ReturnReason;
  readonly note: string;
  /** As inspected: fit for sale again, and not. Less than `quantity` together when something did not come. */
  readonly sellableQuantity: number;
  readonly damagedQuantity: number;
};

export type ReturnRefusal = Refusal<
  | 'unknown_order'
  | 'unknown_return'
  | 'unknown_line'
  | 'not_possible_in_this_state'
  | 'not_a_quantity'
  | 'not_a_reason'
  | 'too_long'
  | 'more_than_handed_over'
  | 'nothing_to_return'
>;

export type LabelRefusal = ReturnRefusal | Refusal<'not_a_web_address' | 'empty_label'>;

/**
 * What an inspected return is worth a refund of: the pieces that came, fit for sale or not; what is missing is not. What
 * the damage is worth is for whoever looked at it to say (`deductionMinor`).
 */
export function piecesThatCame({
  lines,
}: Pick<Return, 'lines'>): { readonly lineId: OrderLineId; readonly quantity: number }[] {
  return lines
    .map((line) => ({ lineId: line.lineId, quantity: line.sellableQuantity + line.damagedQuantity }))
    .filter(({ quantity }) => quantity > 0);
}
