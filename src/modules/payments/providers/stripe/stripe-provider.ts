import type { PaymentProvider } from '../../provider.ts';
import { begin } from './begin.ts';
import { checkAccount } from './check.ts';
import { openClient, type StripeOptions } from './client.ts';
import { contestDispute, STRIPE_EVIDENCE } from './evidence.ts';
import { readPayment } from './find.ts';
import { captureIntent, refundIntent, voidIntent } from './operate.ts';
import { listTransactions } from './transactions.ts';
import { readWebhook } from './webhook.ts';

/**
 * Stripe: its Payment Element in our page, or its hosted Checkout. The element's script comes straight from Stripe,
 * never from us: PCI DSS asks for it, and Stripe too ("Including Stripe.js").
 */
export function openStripe(options: StripeOptions): PaymentProvider {
  const client = openClient(options);
  const { publishableKey, webhookSecrets } = options.account;
  return {
    name: 'stripe',
    features: {
      ...{ hasSeveralCaptures: true, hasVoid: true, hasPayouts: true, hasEvidence: true },
      ...{ evidenceFiles: STRIPE_EVIDENCE, isConfirmedByHand: false },
      pageOrigins: {
        scripts: ['https://js.stripe.com'],
        frames: ['https://js.stripe.com', 'https://hooks.stripe.com'],
        connect: ['https://api.stripe.com'],
      },
    },
    check: () => checkAccount(client, options.account),
    begin: (input) => begin({ client, publishableKey }, input),
    read: (by) => readPayment(client, by),
    capture: (operation) => captureIntent(client, operation),
    void: (operation) => voidIntent(client, operation),
    refund: (operation) => refundIntent(client, operation),
    contest: (dispute) => contestDispute(client, dispute),
    readWebhook: (rawBody, headers, now) =>
      readWebhook({ client, secrets: webhookSecrets }, { rawBody, headers, now }),
    transactions: (span) => listTransactions(client, span),
  };
}
