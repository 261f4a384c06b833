import { invalid, missing, unprocessable } from './api-error.ts';
import { evidenceRequest, parsed, parts } from './input.ts';
import type { Api } from './orders.ts';
import { renderDispute } from './render.ts';
import type { Dispute, PaypalWorld } from './world.ts';

const TYPES = new Set(['image/jpeg', 'image/gif', 'image/png', 'application/pdf']);
const MOST_BYTES = 10_000_000;
const MOST_BYTES_IN_ALL = 50_000_000;

/** GET /v1/customer/disputes?disputed_transaction_id= */
export function listDisputes({ world }: Api, query: URLSearchParams): object {
  const captureId = query.get('disputed_transaction_id');
  const own = [...world.disputes.values()].filter((dispute) => dispute.captureId === captureId);
  // The list says neither how a dispute ended nor what was sent against it.
  const short = own.map((dispute) => ({ ...dispute, outcome: undefined, evidences: [] }));
  return { items: short.map((dispute) => renderDispute(world, dispute)), links: [] };
}

export function readDispute({ world }: Api, id: string): object {
  return renderDispute(world, disputeOf(world, id));
}

/** POST /v1/customer/disputes/{id}/provide-evidence: JSON in a part `input` of a multipart body, beside files. */
export function provideEvidence({ world, emit }: Api, id: string, body: string): object {
  const dispute = disputeOf(world, id);
  if (dispute.status !== 'WAITING_FOR_SELLER_RESPONSE') {
    throw unprocessable('ACTION_NOT_ALLOWED_IN_CURRENT_DISPUTE_STATE');
  }
  const sent = parsed(parts, body);
  const input = sent.find(({ field }) => field === 'input')?.text ?? '';
  const files = sent.filter(({ field }) => field !== 'input');
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (files.some(({ type, size }) => !TYPES.has(type) || size >= MOST_BYTES) || bytes > MOST_BYTES_IN_ALL) {
    throw invalid('INVALID_FILE');
  }
  const documents = files.map(({ name }) => ({ name }));
  const { evidences } = parsed(evidenceRequest, input);
  dispute.evidences.push(...evidences.map((one) => ({ ...one, documents })));
  dispute.files.push(...files.map(({ name, type, digest }) => ({ name, type, digest })));
  dispute.calls += 1;
  dispute.status = 'UNDER_REVIEW';
  emit('CUSTOMER.DISPUTE.UPDATED', id);
  return { links: [] };
}

function disputeOf(world: PaypalWorld, id: string): Dispute {
  const dispute = world.disputes.get(id);
  if (dispute === undefined) throw missing();
  return dispute;
}
