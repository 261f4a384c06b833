import { type Money, refuse, toDecimal } from '../../../kernel/index.ts';
import { readShop } from '../../../modules/markets/index.ts';
import { limitMinor, readConfirmation } from '../../../modules/staff/index.ts';
import { type Caller, hasSteppedUp, withinLimit } from '../../../platform/api/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { may } from './may.ts';

/** How the allowance refuses; the endpoint's other refusals stand beside them. */
export const ALLOWANCE_REFUSALS = { may_not_refund: 403, over_limit: 403, step_up_required: 403 } as const;

/**
 * What keeps this caller from giving so much back, by whatever act: that they may give nothing back, the limit of their
 * roles, or that they have not confirmed who they are above the amount that the shop says. Limits are in the shop's first
 * currency. Nobody says what another currency is worth on this day, so that an amount in one is above every limit and
 * always confirmed. Programs have neither.
 */
export async function beyondAllowance(
  db: Db,
  {
    caller,
    amount,
    now,
  }: { readonly caller: Caller; readonly amount: Money; readonly now: Temporal.Instant },
) {
  if (amount.minor <= 0n) return undefined;
  if (!may(caller, 'orders:refund')) {
    return refuse('may_not_refund', 'this gives money back, which needs the permission orders:refund');
  }
  if (caller.kind !== 'staff') return undefined;
  const [{ defaultCurrency }, { refundsAbove }] = await Promise.all([readShop(db), readConfirmation(db)]);
  const isForeign = amount.currency !== defaultCurrency;
  if (isForeign && caller.limits.has('orders:refund')) {
    const why = `your limit is in ${defaultCurrency}: somebody without one gives back ${amount.currency}`;
    return refuse('over_limit', why);
  }
  if (!withinLimit(caller, 'orders:refund', amount.minor)) {
    const limit = { minor: caller.limits.get('orders:refund') ?? 0n, currency: defaultCurrency };
    return refuse('over_limit', `you may give back ${toDecimal(limit)} ${defaultCurrency} at once`);
  }
  const free = limitMinor(refundsAbove, defaultCurrency);
  const isConfirmed = (!isForeign && amount.minor <= free) || hasSteppedUp(caller, now);
  return isConfirmed
    ? undefined
    : refuse('step_up_required', 'confirm once more that it is you, and ask again');
}
