import { invalid, missing } from './api-error.ts';
import type { Form } from './form.ts';
import type { Api } from './intents.ts';
import { renderDispute } from './render.ts';
import { type Dispute, type StripeWorld, stripeId, type UploadedFile } from './world.ts';

const TYPES = new Set(['application/pdf', 'image/jpeg', 'image/png']);
const MOST_BYTES = 5_000_000;
const MOST_BYTES_IN_ALL = 4_500_000;
const FILE_FIELDS = new Set([
  ...['receipt', 'shipping_documentation', 'customer_communication', 'customer_signature'],
  ...['refund_policy', 'service_documentation', 'uncategorized_file'],
]);

/** POST /v1/files, at files.stripe.com */
export function createFile({ world }: Api, form: Form): object {
  if (form.required('purpose') !== 'dispute_evidence') {
    throw invalid('parameter_invalid', 'Only evidence is taken here.', 'purpose');
  }
  const [name, type, size] = [
    form.required('file[name]'),
    form.required('file[type]'),
    form.integer('file[size]'),
  ];
  if (!TYPES.has(type) || size === undefined || size > MOST_BYTES) {
    throw invalid('parameter_invalid', 'A file of this type or size is not taken.', 'file');
  }
  const file: UploadedFile = {
    id: stripeId('file'),
    name,
    type,
    size,
    digest: form.required('file[digest]'),
  };
  world.files.set(file.id, file);
  return { id: file.id, object: 'file', filename: name, purpose: 'dispute_evidence', size, type };
}

/** GET /v1/disputes/{id} */
export function readDispute({ world }: Api, id: string, form: Form): object {
  return renderDispute(world, disputeOf(world, id), form.list('expand'));
}

/** POST /v1/disputes/{id} */
export function updateDispute({ world, emit }: Api, id: string, form: Form): object {
  const dispute = disputeOf(world, id);
  if (dispute.status !== 'needs_response') {
    throw invalid('dispute_evidence_submission_already_closed', 'Evidence was sent before.');
  }
  const evidence = { ...dispute.evidence, ...form.record('evidence') };
  const bytes = filesOf(world, evidence).reduce((sum, { size }) => sum + size, 0);
  if (bytes > MOST_BYTES_IN_ALL) throw invalid('parameter_invalid', 'The files are too large.', 'evidence');
  dispute.evidence = evidence;
  dispute.metadata = { ...dispute.metadata, ...form.record('metadata') };
  if (form.text('submit') !== 'false') {
    dispute.status = 'under_review';
    dispute.submissionCount += 1;
  }
  emit('charge.dispute.updated', id);
  return renderDispute(world, dispute, form.list('expand'));
}

/** The files that stand in evidence. */
export function filesOf(world: StripeWorld, evidence: Dispute['evidence']): UploadedFile[] {
  return Object.entries(evidence).flatMap(([field, id]) => {
    if (!FILE_FIELDS.has(field)) return [];
    const file = world.files.get(id);
    if (file === undefined) throw missing('file', id);
    return [file];
  });
}

function disputeOf(world: StripeWorld, id: string): Dispute {
  const dispute = world.disputes.get(id);
  if (dispute === undefined) throw missing('dispute', id);
  return dispute;
}
