import { currencyOf, fromDecimal, type Money, refuse, toDecimal } from '../../../kernel/index.ts';
import { readShop } from '../../../modules/markets/index.ts';
import { type Caller, hasSteppedUp, withinLimit } from '../../../platform/api/index.ts';
import type { Db } from '../../../platform/database/index.ts';

/** How the allowance refuses; the endpoint's other refusals stand beside them. */
export const ALLOWANCE_REFUSALS = { over_limit: 403, step_up_required: 403 } as const;

/** Above it, in the shop's first currency, members of staff confirm who they are. */
const CONFIRMED_ABOVE = '200';

/**
 * What keeps this member of staff from giving so much back: the limit of their roles, or that they have not confirmed
 * who they are. Limits are in the shop's first currency. Nobody says what another currency is worth on this day, so
 * that an amount in one is above every limit and always confirmed. Programs have neither.
 */
export async function beyondAllowance(
  db: Db,
  {
    caller,
    amount,
    now,
  }: { readonly caller: Caller; readonly amount: Money; readonly now: Temporal.Instant },
) {
  if (caller.kind !== 'staff') return undefined;
  const { defaultCurrency } = await readShop(db);
  const isForeign = amount.currency !== defaultCurrency;
  if (isForeign && caller.limits.has('orders:refund')) {
    const why = `your limit is in ${defaultCurrency}: somebody without one gives back ${amount.currency}`;
    return refuse('over_limit', why);
  }
  if (!withinLimit(caller, 'orders:refund', amount.minor)) {
    const limit = { minor: caller.limits.get('orders:refund') ?? 0n, currency: defaultCurrency };
    return refuse('over_limit', `you may give back ${toDecimal(limit)} ${defaultCurrency} at once`);
  }
  const free = fromDecimal(CONFIRMED_ABOVE, currencyOf(defaultCurrency))?.minor ?? 0n;
  const isConfirmed = (!isForeign && amount.minor <= free) || hasSteppedUp(caller, now);
  return isConfirmed
    ? undefined
    : refuse('step_up_required', 'confirm once more that it is you, and ask again');
}
