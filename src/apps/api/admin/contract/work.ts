import { z } from 'zod';
import {
  endpoint,
  fileOutput,
  id,
  instant,
  pageOf,
  pageQuery,
  text,
  uuid,
} from '../../../../platform/api/index.ts';

const STATES = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;

export const workAnswer = z
  .object({
    id: uuid(),
    kind: z.string(),
    title: z.string(),
    state: z.enum(STATES),
    done: z.int(),
    total: z.int().describe('0 while it is not known.'),
    isCancelAsked: z.boolean(),
    asked: z.record(z.string(), z.string()).describe('What was asked for in particular: filters.'),
    result: z.record(z.string(), z.union([z.string(), z.number()])),
    failure: z.string(),
    fileName: z.string().optional(),
    canUndo: z.boolean().describe('What it changed can be put back by who has the permission for it.'),
    undoes: uuid().optional().describe('The work that it takes back.'),
    createdAt: instant(),
    endedAt: instant().optional(),
  })
  .meta({ id: 'Work' });

/** What the work is called in the drawer of who began it. */
export const workTitle = text(200, 1).optional().describe('In your own words; without it, in English.');

const shared = { group: 'Long work', audience: 'insider' } as const;
const params = z.strictObject({ id: id<'work'>() });

export const workEndpoints = {
  listWork: endpoint({
    ...{ ...shared, method: 'GET', path: '/work', summary: 'What one began oneself, the latest first' },
    ...{ rate: 'read', query: z.strictObject(pageQuery), refusals: { invalid_cursor: 422 } },
    output: pageOf(workAnswer),
  }),
  readWork: endpoint({
    ...{ ...shared, method: 'GET', path: '/work/{id}', summary: 'How far it is, or what came of it' },
    ...{ rate: 'read', params, output: workAnswer, refusals: { not_found: 404 } },
  }),
  cancelWork: endpoint({
    ...{ ...shared, method: 'POST', path: '/work/{id}/cancellation', summary: 'Stop it' },
    description: 'What it did stays done. What has not begun never begins.',
    ...{ rate: 'write', params, output: z.object({ state: z.enum(['asked', 'cancelled']) }) },
    ...{ idempotency: 'transaction', refusals: { not_found: 404 } },
    changes: { kind: 'work', id: 'id' },
  }),
  undoWork: endpoint({
    ...{ ...shared, method: 'POST', path: '/work/{id}/undo', summary: 'Take back what it changed' },
    description:
      'As work of its own. What somebody changed since stays as it is, and is named in the file of it.',
    ...{ rate: 'write', params, body: z.strictObject({ title: workTitle }), output: workAnswer, status: 202 },
    ...{ idempotency: 'transaction', refusals: { not_found: 404, not_allowed: 403, not_undoable: 409 } },
    changes: { kind: 'work', id: 'id' },
  }),
  workFile: endpoint({
    ...{ ...shared, method: 'GET', path: '/work/{id}/file', summary: 'The file that it left' },
    ...{ rate: 'read', params, output: fileOutput, file: 'application/octet-stream' },
    refusals: { not_found: 404 },
  }),
};
