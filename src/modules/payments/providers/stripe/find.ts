import type Stripe from 'stripe';
import { ok, refuse } from '../../../../kernel/index.ts';
import type { PaymentProvider } from '../../provider.ts';
import { refusalOf } from './errors.ts';
import { chargeOf, EXPAND, snapshotOf, unpaidSnapshot } from './snapshot.ts';

type Read = ReturnType<PaymentProvider['read']>;

/**
 * A payment by its reference: an intent (`pi_…`) or a session of the hosted Checkout (`cs_…`). Without a reference it is
 * searched for by our id in Stripe's metadata, whose index may be a minute behind: asking the beginning again under its
 * key answers sooner.
 */
export async function readPayment(client: Stripe, by: Parameters<PaymentProvider['read']>[0]): Read {
  try {
    const reference = by.reference ?? (await findReference(client, by.paymentId));
    if (reference === undefined) return refuse('unknown_payment', `Stripe knows no payment ${by.paymentId}`);
    return await readReference(client, reference);
  } catch (error) {
    return refusalOf(error);
  }
}

async function readReference(client: Stripe, reference: string): Read {
  if (!reference.startsWith('cs_')) {
    const intent = await client.paymentIntents.retrieve(reference, { expand: EXPAND });
    return ok(await wholeSnapshot(client, intent, reference));
  }
  const expand = EXPAND.map((path) => `payment_intent.${path}`);
  const session = await client.checkout.sessions.retrieve(reference, { expand });
  const { payment_intent: intent } = session;
  if (typeof intent === 'object' && intent !== null) {
    const snapshot = await wholeSnapshot(client, intent, reference);
    // On the hosted page a declined card is followed by another one, as long as the page is open.
    const isOpen = session.status === 'open' && snapshot.state === 'failed';
    return ok(isOpen ? { ...snapshot, state: 'requires_action' } : snapshot);
  }
  return ok(unpaidSnapshot(session));
}

/** The snapshot with what only further calls tell: disputes where there are any, the fees of several captures. */
export async function wholeSnapshot(client: Stripe, intent: Stripe.PaymentIntent, reference: string) {
  const charge = chargeOf(intent);
  const hasDisputes = charge?.disputed ?? false;
  const disputes = hasDisputes
    ? await client.disputes.list({ payment_intent: intent.id, limit: 100 })
    : { data: [] };
  const fee = charge === undefined ? undefined : await feeOfAll(client, charge);
  return snapshotOf(intent, { reference, disputes: disputes.data, ...(fee === undefined ? {} : { fee }) });
}

async function feeOfAll(client: Stripe, charge: Stripe.Charge): Promise<number | undefined> {
  const line = charge.balance_transaction;
  if (typeof line !== 'object' || line === null || line.amount === charge.amount_captured) return undefined;
  if (line.currency !== charge.currency) return undefined;
  const lines = await client.balanceTransactions.list({ source: charge.id, limit: 100 });
  return lines.data.reduce((sum, { fee }) => sum + fee, 0);
}

async function findReference(client: Stripe, paymentId: string): Promise<string | undefined> {
  const query = `metadata['payment_id']:'${paymentId}'`;
  const { data: intents } = await client.paymentIntents.search({ query });
  const [intent] = intents;
  if (intent === undefined) return findSession(client, paymentId);
  const { data: sessions } = await client.checkout.sessions.list({ payment_intent: intent.id, limit: 1 });
  return sessions[0]?.id ?? intent.id;
}

const MINUTE = 60;

/** A session that nobody has paid on has no intent to search: it is among those made when our id was. */
async function findSession(client: Stripe, paymentId: string): Promise<string | undefined> {
  const madeAt = secondsOf(paymentId);
  const created = { gte: madeAt - MINUTE, lte: madeAt + 10 * MINUTE };
  for await (const session of client.checkout.sessions.list({ created, limit: 100 })) {
    if (session.metadata?.['payment_id'] === paymentId) return session.id;
  }
  return undefined;
}

/** When a version 7 UUID was made (RFC 9562, section 5.7). */
function secondsOf(id: string): number {
  return Math.floor(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) / 1000);
}
