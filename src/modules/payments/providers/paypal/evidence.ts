import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { FileWrapper } from '@paypal/paypal-server-sdk';
import { ok, refuse } from '../../../../kernel/index.ts';
import { EVIDENCE_TYPES, type EvidenceRules, refusedFile, weighed } from '../../evidence/rules.ts';
import type { DisputeEvidence, PaymentProvider } from '../../provider.ts';
import type { PaypalClient } from './client.ts';
import { DISPUTES, readDispute } from './disputes.ts';
import { refusalOf } from './errors.ts';

/** "Supported file types and sizes": less than 10 MB a file, up to 50 MB a call. How many, it does not say. */
export const PAYPAL_EVIDENCE: EvidenceRules = {
  ...{ types: EVIDENCE_TYPES, bytesPerFile: 9_999_999, bytesInAll: 50_000_000, count: 10 },
  isOnePerKind: false,
};

/**
 * Sends evidence and its files in one request. PayPal keeps no request ids for disputes: a mark in the notes tells
 * whether this evidence has arrived before, when its answer was lost.
 */
export async function contestDispute(
  client: PaypalClient,
  { reference, idempotencyKey, evidence }: Parameters<PaymentProvider['contest']>[0],
): ReturnType<PaymentProvider['contest']> {
  const refused = refusedFile(PAYPAL_EVIDENCE, evidence.files.map(weighed));
  if (refused) return refused;
  const mark = `(${createHash('sha256').update(idempotencyKey).digest('hex').slice(0, 12)})`;
  try {
    const { status, evidences = [] } = await readDispute(client, reference);
    if (evidences.some(({ notes }) => notes?.includes(mark))) return ok(undefined);
    if (status !== 'WAITING_FOR_SELLER_RESPONSE') {
      return refuse('not_possible_now', 'the dispute does not wait for an answer');
    }
    const request = client.request('POST', `${DISPUTES}/${encodeURIComponent(reference)}/provide-evidence`);
    const json = Buffer.from(JSON.stringify({ evidences: [evidenceOf(evidence, mark)] }));
    request.formData(partsOf(json, evidence));
    await request.callAsText();
    return ok(undefined);
  } catch (error) {
    return refusalOf(error);
  }
}

/** What is said in a part `input`, and a part of its own for each file. */
function partsOf(json: Buffer, { files }: DisputeEvidence): Record<string, FileWrapper> {
  const part = (filename: string, contentType: string, bytes: Uint8Array) =>
    new FileWrapper(Readable.from([Buffer.from(bytes)]), { filename, contentType });
  const parts = files.map(({ name, type, bytes }, index) => [`file${index + 1}`, part(name, type, bytes)]);
  return { input: part('input.json', 'application/json', json), ...Object.fromEntries(parts) };
}

/** Notes have at most 2,000 characters; a parcel's number is what PayPal asks for first. */
function evidenceOf(evidence: DisputeEvidence, mark: string): object {
  const { shippedOn, carrier, trackingNumber, files } = evidence;
  // A file's kind has no place of its own.
  const attached = files.map(({ kind, name }) => `${name} (${kind.replaceAll('_', ' ')})`);
  const facts = [
    ...[evidence.explanation, evidence.productDescription, evidence.customerName],
    ...[evidence.shippingAddress, shippedOn === undefined ? '' : `Shipped on ${shippedOn}`],
    attached.length === 0 ? '' : `Attached: ${attached.join(', ')}`,
  ];
  const notes = `${facts
    .filter((fact) => fact !== '')
    .join('\n')
    .slice(0, 1_980)} ${mark}`;
  if (trackingNumber === '') return { evidence_type: 'OTHER', notes };
  const tracking = { carrier_name: 'OTHER', carrier_name_other: carrier, tracking_number: trackingNumber };
  return { evidence_type: 'PROOF_OF_FULFILLMENT', evidence_info: { tracking_info: [tracking] }, notes };
}
