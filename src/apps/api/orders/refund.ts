import { z } from 'zod';
import type { Order, Refund } from '../../../modules/orders/index.ts';
import { instant, money, uuid } from '../../../platform/api/index.ts';
import { amountsIn } from '../store/answers/cart.ts';

/** Money on its way back, or given back. */
export const refund = z.object({
  id: uuid(),
  number: z.int(),
  state: z
    .enum(['pending', 'incomplete', 'done', 'refused'])
    .describe(
      '`incomplete`: a provider refused a part of it, and staff have to say what becomes of the rest.',
    ),
  reason: z.string(),
  amount: money,
  tax: money,
  deduction: money.describe('Kept of the goods for their diminished value, and not in `amount`.'),
  deductionReason: z.string(),
  requestedAt: instant(),
});

/** A refund as staff and its shopper may see it. */
export function refundAnswer(refund: Refund, { currency }: Pick<Order, 'currency'>) {
  const { id, number, state, reason, deductionReason, requestedAt } = refund;
  const amount = amountsIn(currency);
  return {
    ...{ id, number, state, reason, deductionReason, requestedAt: requestedAt.toString() },
    ...{ amount: amount(refund.amountMinor), tax: amount(refund.taxMinor) },
    deduction: amount(refund.deductionMinor),
  };
}
