import { z } from 'zod';
import { importOptions } from '../../../../modules/exchange/index.ts';
import {
  documentedAs,
  endpoint,
  fileOutput,
  id,
  instant,
  pageOf,
  pageQuery,
  text,
  uuid,
} from '../../../../platform/api/index.ts';
import { workTitle } from './work.ts';

const read = { group: 'Imports', audience: 'products:read', rate: 'read' } as const;
const write = { group: 'Imports', audience: 'products:write', rate: 'write' } as const;
const params = z.strictObject({ id: id<'import_run'>() });

const options = documentedAs(importOptions, {
  ...{ type: 'object', maxProperties: 6 },
  description:
    '`format`, `currency`, `location` (its code), `mapping` (our field to the column), `weightUnit`, `lengthUnit`; what ' +
    'is left out is found in the file or the shop.',
});

const run = z
  .object({
    id: uuid(),
    fileName: z.string(),
    format: z.string().optional(),
    isDryRun: z.boolean(),
    state: z.enum(['waiting', 'running', 'done', 'cancelled', 'failed']),
    done: z.int().describe('Groups of rows, which are products, that are finished.'),
    total: z.int().optional().describe('Known once the file has been read.'),
    counts: z.object({ created: z.int(), updated: z.int(), unchanged: z.int(), skipped: z.int() }),
    errors: z.int(),
    warnings: z.int(),
    failure: z.string().optional(),
    workId: uuid().optional().describe('The long work that does it.'),
    createdAt: instant(),
    finishedAt: instant().optional(),
  })
  .meta({ id: 'ImportRun' });

const issue = z.object({
  line: z.int(),
  column: z.string().optional(),
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  message: z.string(),
});

export const importEndpoints = {
  uploadImport: endpoint({
    ...{ ...write, method: 'POST', path: '/imports', summary: 'Take a file of products in and look at it' },
    description:
      'The body is the file: CSV of any encoding and delimiter, or a feed in XML, up to 500 MB. Nothing is imported ' +
      'yet: the answer says what the file is and which of its columns would become what.',
    ...{ query: z.strictObject({ fileName: text(255, 1) }), upload: { mostBytes: 500_000_000 }, status: 201 },
    idempotency: 'none',
    output: z.object({
      id: uuid(),
      fileName: z.string(),
      format: z
        .string()
        .optional()
        .describe('The system whose file it is; missing when nothing recognises it.'),
      columns: z.array(z.string()),
      rows: z.array(z.array(z.string())).describe('The first few.'),
      mapping: z
        .record(z.string(), z.string())
        .describe('Our field to the file’s column, as far as names tell.'),
      fields: z.array(z.string()).describe('What a column may be mapped to.'),
    }),
    refusals: { unreadable: 422 },
    changes: { kind: 'import', id: 'id' },
  }),
  startImport: endpoint({
    ...{
      ...write,
      method: 'POST',
      path: '/imports/{id}/runs',
      summary: 'Try an import, or do it',
      params,
      status: 202,
    },
    description: 'As long work (see there), whose id is `workId`.',
    body: z.strictObject({ isDryRun: z.boolean(), options, title: workTitle }),
    ...{ idempotency: 'transaction', output: run, refusals: { not_found: 404, file_gone: 409 } },
    changes: { kind: 'import', id: 'id', read: 'readImport' },
  }),
  listImports: endpoint({
    ...{
      ...read,
      method: 'GET',
      path: '/imports',
      summary: 'Imports, the latest first',
      output: pageOf(run),
    },
    ...{ query: z.strictObject(pageQuery), refusals: { invalid_cursor: 422 } },
  }),
  readImport: endpoint({
    ...{
      ...read,
      method: 'GET',
      path: '/imports/{id}',
      summary: 'How far an import is',
      params,
      output: run,
    },
    refusals: { not_found: 404 },
  }),
  listImportIssues: endpoint({
    ...{
      ...read,
      method: 'GET',
      path: '/imports/{id}/issues',
      summary: 'What was wrong, row by row',
      params,
    },
    ...{ query: z.strictObject(pageQuery), output: pageOf(issue), refusals: { invalid_cursor: 422 } },
  }),
  cancelImport: endpoint({
    ...{ ...write, method: 'POST', path: '/imports/{id}/cancel', summary: 'Stop an import', params },
    description: 'After the batch that is under way. What is in stays in.',
    ...{ idempotency: 'transaction', output: z.object({ isCancelled: z.boolean() }), refusals: {} },
    changes: { kind: 'import', id: 'id', read: 'readImport' },
  }),
  readImportReport: endpoint({
    ...{
      ...read,
      method: 'GET',
      path: '/imports/{id}/report',
      summary: 'All that was wrong, as a file',
      params,
    },
    ...{ file: 'text/csv', output: fileOutput, refusals: { not_found: 404 } },
  }),
  exportProducts: endpoint({
    ...{ ...read, method: 'GET', path: '/product-export', summary: 'All products as a file' },
    query: z.strictObject({ format: z.enum(['institor', 'shopify']).default('institor') }),
    ...{ file: 'text/csv', output: fileOutput, refusals: {} },
  }),
};
