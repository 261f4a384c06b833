import { refuse } from '../../../../kernel/index.ts';
import {
  type PayoutLine,
  readPayoutLines,
  readPayouts,
  readWebhookEvents,
} from '../../../../modules/payments/index.ts';
import { type Handlers, sentFields } from '../../../../platform/api/index.ts';
import { pageById, pageOfAll } from '../../page.ts';
import type { settlementEndpoints } from '../contract/settlements.ts';
import type { AdminDeps } from '../deps.ts';
import { disputeHandlers } from './disputes.ts';
import { moneyByHandHandlers } from './money-by-hand.ts';
import { reconciliationHandlers } from './reconciliations.ts';
import { moneyIn } from './settled.ts';

const MOST_DAYS = 367;

/** What providers say about money, beside what we know of it. */
export function settlementHandlers(deps: AdminDeps): Handlers<typeof settlementEndpoints> {
  const { reads } = deps;
  return {
    ...disputeHandlers(deps),
    ...reconciliationHandlers(deps),
    ...moneyByHandHandlers(deps),
    listPayouts: async ({ params: { provider }, query: { from, until, ...page } }) => {
      if (from.until(until).total('hours') > MOST_DAYS * 24) {
        return refuse('span_too_long', `at most ${MOST_DAYS} days at once`, 'until');
      }
      const payouts = await readPayouts(reads, provider, { from, until });
      return pageOfAll('payouts', page, payouts, {
        keyOf: ({ paidAt, reference }) => `${paidAt} ${reference}`,
        itemOf: ({ reference, paidAt, ...paid }) => {
          return { reference, amount: moneyIn(paid), paidAt: paidAt.toString() };
        },
      });
    },
    listPayoutLines: async ({ params, query }) => {
      const lines = await readPayoutLines(reads, params);
      if (lines.length === 0) return refuse('unknown_payout', 'no payout has this reference', 'reference');
      return pageOfAll('payout_lines', query, lines, { keyOf: ({ id }) => id, itemOf: payoutLineAnswer });
    },
    listReceivedWebhooks: ({ query: { provider, ...page } }) => {
      const read = (asked: Parameters<typeof readWebhookEvents>[1]) =>
        readWebhookEvents(reads, { ...asked, ...sentFields({ provider }) });
      return pageById('webhook_event', page, read, ({ receivedAt, processedAt, ...event }) => {
        return { ...event, receivedAt: receivedAt.toString(), processedAt: processedAt?.toString() };
      });
    },
  };
}

function payoutLineAnswer({ id, kind, paymentId, currency, amountMinor, feeMinor, at }: PayoutLine) {
  const fee = moneyIn({ amountMinor: feeMinor, currency });
  const about = { id, kind, at: at.toString(), ...(paymentId === null ? {} : { paymentId }) };
  return { ...about, amount: moneyIn({ amountMinor, currency }), fee };
}
