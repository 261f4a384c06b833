import { refuse } from '../../../../kernel/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import type { PaymentProvider } from '../../provider.ts';
import { begin } from './begin.ts';
import { QUERY_DELAY_SECONDS } from './calls.ts';
import { checkAccount } from './check.ts';
import { openClient, originOf, type WorldpayOptions } from './client.ts';
import { capture, refund, voidPayment } from './operate.ts';
import { proceed } from './proceed.ts';
import { readPayment } from './read-payment.ts';
import { listTransactions } from './transactions.ts';
import { readWebhook } from './webhook.ts';

/** Where 3-D Secure is run for Worldpay: device data is collected in a frame there, and challenges begin there. */
const AUTHENTICATION = {
  try: 'https://centinelapistag.cardinalcommerce.com',
  live: 'https://centinelapi.cardinalcommerce.com',
};

/**
 * Worldpay (Access): its hosted page, or the card fields of its Checkout SDK in our page, over the Payments API. The
 * SDK's script comes straight from Worldpay, never from us, and hands us a session, never a card.
 */
export function openWorldpay(
  options: WorldpayOptions & {
    readonly db: Db;
    readonly now?: () => Temporal.Instant;
    /** How far behind Worldpay's queries may be. */
    readonly queryDelaySeconds?: number;
  },
): PaymentProvider {
  const {
    db,
    now = () => Temporal.Now.instant(),
    queryDelaySeconds = QUERY_DELAY_SECONDS,
    account,
  } = options;
  const client = openClient(options);
  const deps = { db, now, queryDelaySeconds, client, checkoutId: account.checkoutId };
  const api = originOf(options);
  const bank = options.apiBase ?? AUTHENTICATION[account.environment];
  return {
    name: 'worldpay',
    features: {
      ...{ hasSeveralCaptures: true, hasVoid: true, hasPayouts: false, hasBook: true, hasEvidence: false },
      ...{ evidenceFiles: undefined, isConfirmedByHand: false },
      pageOrigins: { scripts: [api], frames: [api, bank], connect: [api], forms: [bank] },
    },
    check: () => checkAccount(client, account),
    begin: (input) => begin(deps, input),
    proceed: (input) => proceed(deps, input),
    read: ({ paymentId }) => readPayment(deps, paymentId),
    capture: (operation) => capture(deps, operation),
    void: (operation) => voidPayment(deps, operation),
    refund: (operation) => refund(deps, operation),
    contest: async () => refuse('not_possible_now', 'Worldpay takes evidence in its dashboard alone'),
    readWebhook: (rawBody, headers, at) =>
      readWebhook({ db, secrets: account.webhookSecrets }, { rawBody, headers, now: at }),
    transactions: (span) => listTransactions(deps, span),
  };
}
