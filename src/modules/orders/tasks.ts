import { parseId } from '../../kernel/index.ts';
import { transact } from '../../platform/database/index.ts';
import type { Cron, Job } from '../../platform/jobs/index.ts';
import type { PaymentId } from '../payments/index.ts';
import { forgetOldWithdrawals } from './after-sale/forget-withdrawals.ts';
import type { OrderDeps } from './deps.ts';
import { SETTLE_PAYMENT } from './pay/settle-job.ts';
import { settlePayment } from './pay/settle-payment.ts';
import { recoverOrders } from './recover-orders.ts';

export { handOverReactions } from './after-sale/hand-over-digital.ts';
export { ordersReactions } from './follow-customers.ts';

/** The work that orders have for the worker; it calls providers, so it is made where these are wired. */
export function ordersJobs(deps: OrderDeps): readonly Job[] {
  const settle: Job<typeof SETTLE_PAYMENT, PaymentId> = {
    name: SETTLE_PAYMENT,
    parse: paymentIdOf,
    run: async ({ now }, paymentId) => {
      await settlePayment(deps, { paymentId, now });
    },
  };
  const recover: Job<'orders.recover', { readonly isStart: boolean }> = {
    name: 'orders.recover',
    parse: (payload) => ({ isStart: hasField(payload, 'isStart') }),
    run: async ({ now, log }, { isStart }) => {
      const recovered = await recoverOrders(deps, { now, isStart });
      if (Object.values(recovered).some((count) => count > 0)) log.info(recovered, 'recovered orders');
    },
  };
  const forget: Job<'orders.forget_withdrawals', undefined> = {
    name: 'orders.forget_withdrawals',
    parse: () => undefined,
    run: async ({ now }) => {
      await transact(deps.db, (tx) => forgetOldWithdrawals(tx, { now }));
    },
  };
  return [settle, recover, forget];
}

export const ordersCrons: readonly Cron[] = [
  { name: 'orders.recover', schedule: '* * * * *', job: 'orders.recover' },
  { name: 'orders.forget_withdrawals', schedule: '17 3 * * *', job: 'orders.forget_withdrawals' },
];

/** At a start, whatever was under way here was cut off: nothing is waited for. */
export const ordersStarts = [{ job: 'orders.recover', payload: { isStart: true } }] as const;

function hasField(payload: unknown, name: string): boolean {
  return typeof payload === 'object' && payload !== null && name in payload;
}

function paymentIdOf(payload: unknown): PaymentId {
  const id =
    typeof payload === 'object' && payload !== null && 'paymentId' in payload ? payload.paymentId : undefined;
  const paymentId = typeof id === 'string' ? parseId<'payment'>(id) : undefined;
  if (paymentId === undefined) throw new RangeError('a job to settle a payment names none');
  return paymentId;
}
