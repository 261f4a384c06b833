import type { Id, Refusal } from '../../../kernel/index.ts';
import type { OrderId } from '../order.ts';
import type { ReturnId } from './return.ts';

export type WithdrawalId = Id<'withdrawal'>;

/** A consumer's statement that they withdraw from a contract, as it was received. */
export type Withdrawal = {
  readonly id: WithdrawalId;
  /** `undefined` where no order fits number and e-mail: kept for a person to look at. */
  readonly orderId: OrderId | undefined;
  /** What comes back by it; `undefined` where nothing was handed over yet. */
  readonly returnId: ReturnId | undefined;
  readonly orderNumber: string;
  readonly name: string;
  readonly email: string;
  readonly statement: string;
  /** After the period had ended. It is kept all the same: whether it counts is a person's decision. */
  readonly isLate: boolean;
  readonly submittedAt: Temporal.Instant;
  /** When a person had done what it asks for; by whom, and what they noted: '' until then. */
  readonly handledAt: Temporal.Instant | undefined;
  readonly handledBy: string;
  readonly handledNote: string;
};

export type WithdrawalRefusal = Refusal<'missing' | 'too_long' | 'not_an_email'>;
