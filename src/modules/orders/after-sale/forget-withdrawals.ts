import type { Id } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { eraseOlderWithdrawals, eraseWithdrawalsOf } from './store/withdrawals.ts';

/**
 * How long a statement that fits no order is kept: as long as its sender may come back to it (three years, the regular
 * limitation period of most member states), and no longer.
 */
const RETENTION_DAYS = 3 * 365;

/** Erases who sent statements that fit no order, once nobody can refer to them any more; how many. */
export function forgetOldWithdrawals(tx: Tx, { now }: { readonly now: Temporal.Instant }): Promise<number> {
  return eraseOlderWithdrawals(tx, { before: now.subtract({ hours: 24 * RETENTION_DAYS }), now });
}

/** Erases a customer's statements that fit no order, found by the addresses that their orders were placed with. */
export function forgetWithdrawalsOf(
  tx: Tx,
  input: { readonly customerId: Id<'customer'>; readonly now: Temporal.Instant },
): Promise<number> {
  return eraseWithdrawalsOf(tx, input);
}
