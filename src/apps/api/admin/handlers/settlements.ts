import { z } from 'zod';
import { type CurrencyCode, money, ok, parseId, refuse } from '../../../../kernel/index.ts';
import { receiveMoney } from '../../../../modules/orders/index.ts';
import {
  contestDispute,
  type Dispute,
  noteRefundSent,
  type PayoutLine,
  ProviderUnreachable,
  readDifferences,
  readDisputes,
  readPayoutLines,
  readPayouts,
  readReconciliations,
  readRefundsToSend,
  readWebhookEvents,
  reconcile,
} from '../../../../modules/payments/index.ts';
import {
  type Handlers,
  moneyOf,
  readCursor,
  sentFields,
  writeCursor,
} from '../../../../platform/api/index.ts';
import { transact } from '../../../../platform/database/index.ts';
import { pageById, pageOfAll } from '../../page.ts';
import { PROVIDERS } from '../contract/payment-methods.ts';
import type { settlementEndpoints } from '../contract/settlements.ts';
import type { AdminDeps } from '../deps.ts';

const DISPUTE = z.tuple([z.string().max(36)]);
const RUN = z.tuple([z.string().max(10), z.enum(PROVIDERS)]);
const DIFFERENCE = z.tuple([z.string().regex(/^\d{1,18}$/)]);
const MOST_DAYS = 367;
const UNREACHABLE = refuse('provider_unavailable', 'the payment provider does not answer now: ask again');

export function settlementHandlers({ db, reads, orders }: AdminDeps): Handlers<typeof settlementEndpoints> {
  return {
    listDisputes: async ({ query: { cursor, limit, ...about } }) => {
      const position = readCursor('disputes', DISPUTE, cursor);
      if (!position.ok) return position;
      const after = parseId<'dispute'>(position.value?.[0] ?? '');
      const asked = { ...sentFields(about), limit: limit + 1, ...(after ? { after } : {}) };
      const found = await readDisputes(reads, asked);
      const shown = found.slice(0, limit);
      const last = found.length > limit ? shown.at(-1) : undefined;
      return ok({ items: shown.map(disputeAnswer), nextCursor: last && writeCursor('disputes', [last.id]) });
    },
    contestDispute: async ({ params: { id }, body: { shippedOn, ...evidence }, now }) => {
      const about = { id, evidence: { ...evidence, shippedOn }, now };
      const contested = await reachable(() => contestDispute(orders, about));
      return contested.ok ? ok({ isContested: true }) : contested;
    },
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
    listReconciliations: async ({ query: { cursor, limit } }) => {
      const position = readCursor('reconciliations', RUN, cursor);
      if (!position.ok) return position;
      const [day, provider] = position.value ?? [];
      const before = day && provider ? { before: { day: Temporal.PlainDate.from(day), provider } } : {};
      const found = await readReconciliations(reads, { limit: limit + 1, ...before });
      const shown = found.slice(0, limit).map(({ day: on, ranAt, ...run }) => {
        return { ...run, day: on.toString(), ranAt: ranAt.toString() };
      });
      const last = found.length > limit ? shown.at(-1) : undefined;
      const nextCursor = last && writeCursor('reconciliations', [last.day, last.provider]);
      return ok({ items: shown, nextCursor });
    },
    runReconciliation: async ({ body, now }) => {
      if (Temporal.PlainDate.compare(body.day, now.toZonedDateTimeISO('UTC').toPlainDate()) >= 0) {
        return refuse('day_not_over', 'a day is compared when it is over, in UTC', 'day');
      }
      if ((await orders.providers.get(body.provider)) === undefined) {
        return refuse('not_set_up', `${body.provider} is not set up in this shop`, 'provider');
      }
      return reachable(async () =>
        ok({ differenceCount: (await reconcile(orders, { ...body, now })).length }),
      );
    },
    listDifferences: async ({ params, query: { cursor, limit } }) => {
      const position = readCursor('differences', DIFFERENCE, cursor);
      if (!position.ok) return position;
      const after = position.value === undefined ? {} : { after: BigInt(position.value[0]) };
      const found = await readDifferences(reads, { ...params, ...after, limit: limit + 1 });
      const shown = found.slice(0, limit);
      const last = found.length > limit ? shown.at(-1) : undefined;
      const items = shown.map(
        ({ kind, about, paymentId, transactionId, currency, oursMinor, theirsMinor }) => {
          const amountOf = (minor: bigint | undefined) =>
            minor === undefined ? undefined : moneyOf(money(minor, currency));
          return {
            kind,
            about,
            paymentId,
            transactionId,
            ours: amountOf(oursMinor),
            theirs: amountOf(theirsMinor),
          };
        },
      );
      return ok({ items, nextCursor: last && writeCursor('differences', [String(last.id)]) });
    },
    listReceivedWebhooks: ({ query: { provider, ...page } }) => {
      const read = (asked: Parameters<typeof readWebhookEvents>[1]) =>
        readWebhookEvents(reads, { ...asked, ...sentFields({ provider }) });
      return pageById('webhook_event', page, read, ({ receivedAt, processedAt, ...event }) => {
        return { ...event, receivedAt: receivedAt.toString(), processedAt: processedAt?.toString() };
      });
    },
    receiveMoney: async ({ params: { id: paymentId }, body: { lineId, amount, fee }, now }) => {
      if (amount.minor === 0n) return refuse('not_an_amount', 'an amount above zero', 'amount.amount');
      if (fee !== undefined && fee.currency !== amount.currency) {
        return refuse('other_currency', `the amount is in ${amount.currency}`, 'fee.currency');
      }
      const kept = fee === undefined ? {} : { feeMinor: fee.minor };
      const came = { lineId, paymentId, amountMinor: amount.minor, currency: amount.currency, ...kept, now };
      return receiveMoney(orders, came);
    },
    listRefundsToSend: async () => {
      const items = (await readRefundsToSend(reads)).map(({ id, paymentId, at, ...refund }) => {
        return { id, paymentId, amount: moneyIn(refund), at: at.toString() };
      });
      return ok({ items });
    },
    noteRefundSent: async ({ params: { id }, now }) =>
      (await transact(db, (tx) => noteRefundSent(tx, { id, now })))
        ? ok({ isSent: true })
        : refuse('not_found', 'no refund with this id waits to be sent', 'id'),
  };
}

/** What the work answers, or that the provider does not: nobody knows then, and asking again asks the same. */
async function reachable<Outcome>(work: () => Promise<Outcome>): Promise<Outcome | typeof UNREACHABLE> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ProviderUnreachable)) throw error;
    return UNREACHABLE;
  }
}

function moneyIn(paid: { readonly amountMinor: bigint; readonly currency: CurrencyCode }) {
  return moneyOf(money(paid.amountMinor, paid.currency));
}

function disputeAnswer({ amountMinor, currency, evidenceDueAt, contestedAt, openedAt, ...rest }: Dispute) {
  return {
    ...rest,
    amount: moneyIn({ amountMinor, currency }),
    evidenceDueAt: evidenceDueAt?.toString(),
    contestedAt: contestedAt?.toString(),
    openedAt: openedAt.toString(),
  };
}

function payoutLineAnswer({ id, kind, paymentId, currency, amountMinor, feeMinor, at }: PayoutLine) {
  const fee = moneyIn({ amountMinor: feeMinor, currency });
  const about = { id, kind, at: at.toString(), ...(paymentId === null ? {} : { paymentId }) };
  return { ...about, amount: moneyIn({ amountMinor, currency }), fee };
}
