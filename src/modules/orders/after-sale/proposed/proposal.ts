import type { Id, Refusal } from '../../../../kernel/index.ts';
import type { PostalAddress } from '../../../markets/index.ts';
import type { Order, OrderId } from '../../order.ts';
import type { Agreement } from '../agree-anew.ts';

export type ProposalId = Id<'address_change'>;

/**
 * Another address that costs more than was paid, proposed to whoever ordered. Nothing of the order changes before the
 * difference is paid (Directive 2011/83/EU, article 8 (2)).
 */
export type Proposal = {
  readonly id: ProposalId;
  readonly orderId: OrderId;
  readonly state: ProposalState;
  readonly oldAddress: PostalAddress;
  readonly address: PostalAddress;
  readonly oldTotalMinor: bigint;
  readonly totalMinor: bigint;
  readonly differenceMinor: bigint;
  /** The order as it would be; applied as it stands. */
  readonly agreement: Agreement & { readonly delivery: Order['delivery'] };
  readonly proposedBy: string;
  readonly proposedAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant | undefined;
  /** Of staff, `shopper` or `system`; '' while it is open. */
  readonly endedBy: string;
  readonly endedBecause: Because | '';
  readonly paymentId: string | undefined;
  /** What was paid for it, or is held, and a provider would not give back; asked again by itself, and by staff. */
  readonly stuck: StuckReturn | undefined;
  /** It has ended, and nothing of its payments is left to give back. */
  readonly isSettled: boolean;
};

export type StuckReturn = {
  readonly times: number;
  readonly why: string;
  readonly againAt: Temporal.Instant;
};

/** Open, or how it ended; an end is for good. */
export const PROPOSAL_STATES = ['proposed', 'applied', 'declined', 'expired', 'withdrawn'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** Why one that is open cannot be applied any more. */
export type Because =
  | 'expired'
  | 'not_possible_in_this_state'
  | 'changed_otherwise'
  | 'handed_over'
  | 'already_credited'
  | 'exchange_open'
  | 'travels_with_another';

export type NoProposal = Refusal<'no_proposal'>;
