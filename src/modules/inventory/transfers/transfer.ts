import type { Id, Refusal } from '../../../kernel/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import type { LocationId } from '../level.ts';

export type TransferId = Id<'transfer'>;

/**
 * `draft`: may be changed, moves nothing. `sent`: gone from one place and not yet in the other. `received`: closed, and
 * nothing is on its way any more. `cancelled`: it never left.
 */
export type TransferState = 'draft' | 'sent' | 'received' | 'cancelled';

export type TransferLine = {
  readonly variantId: VariantId;
  readonly quantity: number;
  /** May be more than `quantity`: somebody packed too many. */
  readonly received: number;
};

/** Goods on their way from one place to another. */
export type Transfer = {
  readonly id: TransferId;
  /** As people call it: T-12. */
  readonly number: string;
  readonly fromId: LocationId;
  readonly toId: LocationId;
  readonly state: TransferState;
  readonly expectedOn: Temporal.PlainDate | undefined;
  readonly note: string;
  /** What became of pieces that did not arrive. */
  readonly missing: Missing | undefined;
  readonly made: Act;
  readonly sent: Act | undefined;
  readonly closed: Act | undefined;
  readonly lines: readonly TransferLine[];
};

export type Act = { readonly at: Temporal.Instant; readonly by: string };

/** `lost`: written off where they should have arrived. `back`: they never left, and are where they came from. */
export type Missing = 'lost' | 'back';

export type TransferDraft = Pick<Transfer, 'fromId' | 'toId' | 'expectedOn' | 'note'> & {
  readonly lines: readonly Pick<TransferLine, 'variantId' | 'quantity'>[];
};

type Known = Refusal<'not_found' | 'wrong_state'>;
export type DraftRefusal = Refusal<'same_location' | 'unknown_location' | 'unknown_variant'>;
export type SaveRefusal = Known | DraftRefusal;
export type CancelRefusal = Known;
export type SendRefusal = Known | Refusal<'no_lines' | 'unknown_variant' | 'would_go_below_zero'>;
export type ReceiveRefusal = Known | Refusal<'not_on_transfer'>;

/** Most lines of one transfer. */
export const TRANSFER_LINES = 1_000;

/** What is still on its way. */
export function openQuantity({ quantity, received }: TransferLine): number {
  return Math.max(quantity - received, 0);
}
