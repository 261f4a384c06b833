import { z } from 'zod';
import { EVIDENCE_KINDS, EVIDENCE_TYPES, MAX_EVIDENCE_BYTES } from '../../../../modules/payments/index.ts';
import {
  dateInput,
  endpoint,
  fileOutput,
  id,
  instant,
  list,
  money,
  pageOf,
  pageQuery,
  queryFlag,
  text,
  uuid,
} from '../../../../platform/api/index.ts';
import { contact, person } from './contacts.ts';
import { PROVIDERS } from './payment-methods.ts';

export const dispute = z
  .object({
    id: uuid(),
    paymentId: uuid(),
    orderId: uuid(),
    provider: z.enum(PROVIDERS),
    reference: z.string(),
    amount: money,
    reason: z.string(),
    state: z.enum(['open', 'won', 'lost']),
    evidenceDueAt: instant().optional().describe('Until when it can be answered; later it is lost.'),
    contestedAt: instant().optional(),
    openedAt: instant(),
  })
  .meta({ id: 'Dispute' });

/** Made of the order itself, to be sent as evidence. */
export const DISPUTE_DOCUMENTS = ['invoice', 'packing_slip'] as const;

const kind = z.enum(EVIDENCE_KINDS);
const file = z.object({
  ...{ fileId: uuid(), name: person, type: z.enum(EVIDENCE_TYPES), bytes: z.int() },
});

const takes = z.object({
  isByApi: z.boolean().describe('false: the provider takes evidence on its own pages alone.'),
  files: z
    .object({
      types: z.array(z.enum(EVIDENCE_TYPES)),
      bytesPerFile: z.int(),
      bytesInAll: z.int(),
      count: z.int(),
      isOnePerKind: z.boolean().describe('One file of each kind, and one more.'),
    })
    .optional()
    .describe('Without it no files are taken.'),
});

const sent = z.object({
  id: uuid(),
  at: instant(),
  actor: z.string(),
  texts: z
    .object({
      ...{ productDescription: person, customerName: person, customerEmail: contact },
      ...{ billingAddress: contact, shippingAddress: contact, shippedOn: z.string().optional() },
      ...{ carrier: z.string(), trackingNumber: z.string(), explanation: person },
    })
    .optional(),
  files: z.array(file.extend({ kind })),
  erasedAt: instant().optional().describe('When texts and files were erased.'),
});

const shared = { group: 'Settlement', method: 'GET', audience: 'payments:read', rate: 'read' } as const;
const write = { ...shared, method: 'POST', audience: 'payments:write', rate: 'write' } as const;
const params = z.strictObject({ id: id<'dispute'>() });
const FILES = { file_type_not_taken: 422, file_too_large: 422, too_many_files: 422 } as const;

export const disputeEndpoints = {
  listDisputes: endpoint({
    ...{ ...shared, path: '/disputes', summary: 'Disputes, those first whose time is running out' },
    query: z.strictObject({
      ...pageQuery,
      isWaiting: queryFlag().optional().describe('true: open and not answered yet.'),
      orderId: id<'order'>().optional(),
    }),
    ...{ output: pageOf(dispute), refusals: { invalid_cursor: 422 } },
  }),
  readDispute: endpoint({
    ...{
      ...shared,
      path: '/disputes/{id}',
      summary: 'A dispute, what may be sent against it, what was',
      params,
    },
    output: dispute.extend({
      takes: takes.describe('What its provider takes.'),
      documents: z
        .array(z.object({ document: z.enum(DISPUTE_DOCUMENTS), kind, name: z.string(), bytes: z.int() }))
        .describe('What can be made of the order, while it can be answered.'),
      sent: z.array(sent),
    }),
    refusals: { unknown_dispute: 404 },
  }),
  uploadEvidence: endpoint({
    ...{ ...write, path: '/disputes/{id}/files', summary: 'Take a file in to be sent as evidence', params },
    description:
      'The body is the file: a PDF, JPEG or PNG of up to 10 MB. It is sent by `contestDispute`; one that is not goes ' +
      'after thirty days. The same file again is the same file.',
    ...{ query: z.strictObject({ fileName: text(200, 1) }), upload: { mostBytes: MAX_EVIDENCE_BYTES } },
    ...{ idempotency: 'none', status: 201, output: file },
    refusals: { ...FILES, unknown_dispute: 404 },
    changes: { kind: 'dispute', id: 'id' },
  }),
  evidenceFile: endpoint({
    ...{ ...shared, path: '/disputes/{id}/files/{fileId}', summary: 'A file of evidence' },
    params: params.extend({ fileId: id<'evidence_file'>() }),
    ...{ file: 'application/octet-stream', output: fileOutput, refusals: { unknown_file: 404 } },
  }),
  contestDispute: endpoint({
    ...{ ...write, path: '/disputes/{id}/evidence', summary: 'Answer a dispute', params },
    description:
      'With texts, documents that are made of the order, and files that were taken in before. What its provider does not ' +
      'take is refused before anything is sent. What comes of it is in the dispute later.',
    body: z.strictObject({
      productDescription: text(2_000, 1),
      customerName: text(200),
      customerEmail: text(254),
      billingAddress: text(1_000),
      shippingAddress: text(1_000),
      shippedOn: dateInput().optional(),
      carrier: text(100).default(''),
      trackingNumber: text(100).default(''),
      explanation: text(5_000, 1),
      documents: list(z.enum(DISPUTE_DOCUMENTS), DISPUTE_DOCUMENTS.length).default([]),
      files: list(z.strictObject({ fileId: id<'evidence_file'>(), kind }), 20).default([]),
    }),
    ...{ output: z.object({ isContested: z.boolean() }), idempotency: 'two_phase' },
    refusals: {
      ...({ unknown_payment: 404, not_possible_now: 409, refused_by_provider: 409 } as const),
      ...({ amount_too_large: 409, unsupported_amount: 409, already_paid: 409 } as const),
      ...({ provider_unavailable: 503, unknown_dispute: 404, unknown_file: 422 } as const),
      ...({ ...FILES, no_files_taken: 422, files_too_large: 422, unknown_document: 409 } as const),
    },
    changes: { kind: 'dispute', id: 'id', read: 'readDispute' },
  }),
};
