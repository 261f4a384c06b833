import type Stripe from 'stripe';
import { ok } from '../../../../kernel/index.ts';
import {
  EVIDENCE_TYPES,
  type EvidenceFile,
  type EvidenceKind,
  type EvidenceRules,
  placesOf,
  refusedFile,
  weighed,
} from '../../evidence/rules.ts';
import type { DisputeEvidence, PaymentProvider } from '../../provider.ts';
import { isReplayedError, refusalOf } from './errors.ts';

/** "File upload guide" (5 MB a file) and "Use the API to respond to disputes" (4.5 MB in all, one file a field). */
export const STRIPE_EVIDENCE: EvidenceRules = {
  ...{ types: EVIDENCE_TYPES, bytesPerFile: 4_500_000, bytesInAll: 4_500_000, count: 7 },
  isOnePerKind: true,
};

type Evidence = Stripe.DisputeUpdateParams.Evidence;

const FIELDS = {
  receipt: 'receipt',
  shipping_documentation: 'shipping_documentation',
  customer_communication: 'customer_communication',
  customer_signature: 'customer_signature',
  refund_policy: 'refund_policy',
  service_documentation: 'service_documentation',
  other: 'uncategorized_file',
} as const satisfies Readonly<Record<EvidenceKind, keyof Evidence>>;

/** In the dispute's metadata: which evidence has arrived. */
const MARK = 'institor_evidence';

/**
 * Uploads the files, then sends the evidence with their ids, at once and for good. Stripe forgets keys after a day, and
 * a file that is uploaded anew has another id, which makes another call of it: the mark in the dispute tells whether
 * this evidence has arrived, when its answer was lost.
 */
export async function contestDispute(
  client: Stripe,
  { reference, idempotencyKey, evidence }: Parameters<PaymentProvider['contest']>[0],
): ReturnType<PaymentProvider['contest']> {
  const refused = refusedFile(STRIPE_EVIDENCE, evidence.files.map(weighed));
  if (refused) return refused;
  try {
    const { metadata } = await client.disputes.retrieve(reference);
    if (metadata[MARK] === idempotencyKey) return ok(undefined);
    const uploaded = await uploadFiles(client, evidence.files, idempotencyKey);
    const params = {
      evidence: { ...textsOf(evidence), ...uploaded },
      ...{ metadata: { [MARK]: idempotencyKey }, submit: true },
    };
    // An error of Stripe's own is kept under its key; without the mark it had no effect, so that another key may be used.
    await client.disputes.update(reference, params, { idempotencyKey }).catch((error) => {
      if (!isReplayedError(error)) throw error;
      return client.disputes.update(reference, params, { idempotencyKey: `${idempotencyKey}:again` });
    });
    return ok(undefined);
  } catch (error) {
    return refusalOf(error);
  }
}

async function uploadFiles(
  client: Stripe,
  files: readonly EvidenceFile[],
  idempotencyKey: string,
): Promise<Evidence> {
  const places = placesOf(STRIPE_EVIDENCE, files);
  const evidence: Evidence = {};
  for (const [index, { name, type, bytes }] of files.entries()) {
    const place = places[index];
    if (place === undefined) throw new RangeError('a file without a place was not refused');
    const file = { name, type, data: bytes };
    const key = { idempotencyKey: `${idempotencyKey}:file:${index}` };
    const { id } = await client.files.create({ purpose: 'dispute_evidence', file }, key);
    evidence[FIELDS[place]] = id;
  }
  return evidence;
}

function textsOf(evidence: DisputeEvidence): Evidence {
  const { shippedOn, explanation } = evidence;
  return {
    product_description: evidence.productDescription,
    customer_name: evidence.customerName,
    customer_email_address: evidence.customerEmail,
    billing_address: evidence.billingAddress,
    shipping_address: evidence.shippingAddress,
    shipping_carrier: evidence.carrier,
    shipping_tracking_number: evidence.trackingNumber,
    ...(shippedOn === undefined ? {} : { shipping_date: shippedOn.toString() }),
    uncategorized_text: explanation.slice(0, 20_000),
  };
}
