import type { PaymentProvider } from '../../provider.ts';
import { begin } from './begin.ts';
import { Certificates } from './certificates.ts';
import { checkAccount } from './check.ts';
import { PaypalClient, type PaypalOptions } from './client.ts';
import { contestDispute, PAYPAL_EVIDENCE } from './evidence.ts';
import { KnownOrders, readPayment } from './find.ts';
import { captureOrder, voidOrder } from './operate.ts';
import { refundOrder } from './refund.ts';
import { listTransactions } from './transactions.ts';
import { readWebhook } from './webhook.ts';

/**
 * PayPal, on its own pages (Orders v2): the shopper approves there, and the shop takes what was approved. No script of
 * PayPal's is in a page of ours.
 */
export function openPaypal(
  options: PaypalOptions & { readonly now?: () => Temporal.Instant },
): PaymentProvider {
  const { account, apiBase, now = () => Temporal.Now.instant() } = options;
  const deps = { client: new PaypalClient(options), known: new KnownOrders(), now };
  const { client } = deps;
  const certificates = new Certificates({ environment: account.environment, apiBase });
  const webhookIds = [account.webhookId, account.previousWebhookId].filter((id) => id !== undefined);
  return {
    name: 'paypal',
    features: {
      ...{ hasSeveralCaptures: true, hasVoid: true, hasPayouts: true, hasEvidence: true },
      ...{ evidenceFiles: PAYPAL_EVIDENCE, isConfirmedByHand: false },
      pageOrigins: { scripts: [], frames: [], connect: [] },
    },
    check: () => checkAccount(options),
    begin: (input) => begin(deps, input),
    read: (by) => readPayment(deps, by),
    capture: (operation) => captureOrder(deps, operation),
    void: (operation) => voidOrder(deps, operation),
    refund: (operation) => refundOrder(deps, operation),
    contest: (dispute) => contestDispute(client, dispute),
    readWebhook: (rawBody, headers, at) =>
      readWebhook({ client, certificates, webhookIds }, { rawBody, headers, now: at }),
    transactions: (span) => listTransactions(deps, span),
  };
}
