import { z } from 'zod';
import { OUTCOMES } from '../../../../modules/audit/index.ts';
import {
  endpoint,
  fileOutput,
  id,
  instant,
  instantInput,
  pageOf,
  pageQuery,
  text,
  uuid,
} from '../../../../platform/api/index.ts';

const entry = z
  .object({
    id: uuid(),
    at: instant(),
    attemptId: uuid().describe('Of what was asked and of what came of it.'),
    actor: z.string().describe('`staff:<id>`, `api_key:<id>`, `cli`.'),
    actorName: z.string().describe('As they were called then.'),
    sessionId: z.string(),
    operation: z.string(),
    summary: z.string(),
    kind: z.string(),
    subjectId: z.string(),
    outcome: z.enum(OUTCOMES),
    code: z.string().describe('Of what was refused.'),
    ip: z.string(),
    userAgent: z.string(),
    differences: z.array(
      z.object({
        field: z.string(),
        before: z.json().optional(),
        after: z.json().optional(),
        isHidden: z
          .boolean()
          .optional()
          .describe('It changed; what it was and is was not kept, or is not shown.'),
      }),
    ),
  })
  .meta({ id: 'AuditEntry' });

const filters = {
  actor: text(100).optional(),
  kind: text(50).optional(),
  subjectId: text(200).optional(),
  operation: text(100).optional(),
  outcome: z.enum(OUTCOMES).optional(),
  from: instantInput().optional(),
  to: instantInput().optional().describe('Before this moment.'),
  q: text(100)
    .optional()
    .describe('Words, or their beginnings, of names, ids and of what stood and stands in fields.'),
};

const shared = { method: 'GET', group: 'Audit log', audience: 'audit:read', rate: 'read' } as const;

export const auditEndpoints = {
  listAuditEntries: endpoint({
    ...{ ...shared, path: '/audit/entries', summary: 'Who did what, the latest first' },
    query: z.strictObject({ ...pageQuery, ...filters }),
    ...{ output: pageOf(entry), refusals: { invalid_cursor: 422 } },
  }),
  readAuditEntry: endpoint({
    ...{ ...shared, path: '/audit/entries/{id}', summary: 'One deed, with what it changed' },
    params: z.strictObject({ id: id<'audit_entry'>() }),
    ...{ output: entry, refusals: { not_found: 404 } },
  }),
  exportAuditEntries: endpoint({
    ...{ ...shared, path: '/audit/entry-export', summary: 'Who did what, as a file' },
    ...{ query: z.strictObject(filters), output: fileOutput, file: 'text/csv; charset=utf-8', refusals: {} },
  }),
  verifyAudit: endpoint({
    ...{
      ...shared,
      path: '/audit/verification',
      summary: 'Whether the log is as it was written',
      rate: 'guess',
    },
    description:
      'Looks at the whole chain and names the first place that is not as it was sealed. Note `head` elsewhere and send ' +
      'it again later: a chain whose end was cut off, or that was made anew, does not have it.',
    query: z.strictObject({
      head: text(100).optional().describe('`POSITION:SEAL`, as an earlier answer gave it.'),
    }),
    output: z.object({
      isWhole: z.boolean(),
      breach: z
        .object({
          what: z.enum(['changed', 'entry_missing', 'seal_missing', 'not_sealed', 'head_missing']),
          position: z.string().optional(),
          entryId: uuid().optional(),
        })
        .optional(),
      entries: z.string().describe('How many are sealed.'),
      waiting: z.int().describe('How many of the last minute are not sealed yet.'),
      head: z.string().optional(),
    }),
    refusals: { not_a_head: 422 },
  }),
};
