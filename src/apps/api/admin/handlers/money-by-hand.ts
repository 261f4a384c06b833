import { ok, refuse } from '../../../../kernel/index.ts';
import { receiveMoney } from '../../../../modules/orders/index.ts';
import { noteRefundSent, readRefundsToSend } from '../../../../modules/payments/index.ts';
import type { Handlers } from '../../../../platform/api/index.ts';
import { transact } from '../../../../platform/database/index.ts';
import { pageOfAll } from '../../page.ts';
import type { settlementEndpoints } from '../contract/settlements.ts';
import type { AdminDeps } from '../deps.ts';
import { moneyIn } from './settled.ts';

/** Nobody sends more than this by hand before the next look. */
const MOST_WAITING = 10_000;

type MoneyByHand = Pick<
  Handlers<typeof settlementEndpoints>,
  'receiveMoney' | 'listRefundsToSend' | 'noteRefundSent'
>;

/** Money that comes and goes by no provider: transfers, cash at the door. */
export function moneyByHandHandlers({ db, reads, orders }: AdminDeps): MoneyByHand {
  return {
    receiveMoney: async ({ params: { id: paymentId }, body: { lineId, amount, fee }, now }) => {
      if (amount.minor === 0n) return refuse('not_an_amount', 'an amount above zero', 'amount.amount');
      if (fee !== undefined && fee.currency !== amount.currency) {
        return refuse('other_currency', `the amount is in ${amount.currency}`, 'fee.currency');
      }
      const kept = fee === undefined ? {} : { feeMinor: fee.minor };
      const came = { lineId, paymentId, amountMinor: amount.minor, currency: amount.currency, ...kept, now };
      return receiveMoney(orders, came);
    },
    listRefundsToSend: async ({ query }) =>
      pageOfAll('refunds_to_send', query, await readRefundsToSend(reads, MOST_WAITING), {
        keyOf: ({ id, at }) => `${String(at.epochMilliseconds).padStart(15, '0')} ${id}`,
        itemOf: ({ id, paymentId, at, ...refund }) => {
          return { id, paymentId, amount: moneyIn(refund), at: at.toString() };
        },
      }),
    noteRefundSent: async ({ params: { id }, now }) =>
      (await transact(db, (tx) => noteRefundSent(tx, { id, now })))
        ? ok({ isSent: true })
        : refuse('not_found', 'no refund with this id waits to be sent', 'id'),
  };
}
